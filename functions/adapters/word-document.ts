// Whether a zip is a Word document that, as far as its directory and its lists of parts say, brings nothing along that runs.
import { inflateRawSync } from 'node:zlib'
import type { FileRefusal } from '../../workflows/evidence-file.ts'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** The directory's end has 22 bytes and a comment of up to 65,535 (APPNOTE.TXT 4.3.16). */
const endBytes = 22
const maxComment = 65_535
/** Of all lists of parts together, unpacked: a list of a few bytes can unpack to gigabytes. */
const maxListBytes = 4 * 1024 * 1024

const isList = /^\[content_types\]\.xml$|\.rels$/i
const runsByName = /(^|\/)vba(Project|Data)[^/]*$|(^|\/)activeX\//i
/** An object that is set in the text is run by a double click; a sheet or a page of the same kind as this one only opens. */
const embedded = /(^|\/)embeddings\/[^/]/i
const opensOnly = /\.(docx|xlsx|pptx)$/i
const runsByType = /vbaProject|vbaData|macroEnabled|activeX/i
const fetchedAndRun = /\/(attachedTemplate|oleObject)["']/i

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly at: number
}

/** Undefined when it is one. The text itself is not unpacked, nor what is embedded. */
export function refuseDocument(content: Uint8Array): FileRefusal | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const entries = zipEntries(bytes)
  if (!entries) return 'damaged'
  const names = entries.map(({ name }) => name)
  const runs = (name: string) => runsByName.test(name) || (embedded.test(name) && !opensOnly.test(name))
  if (names.some(runs)) return 'has-macros'
  if (!names.includes('[Content_Types].xml') || !names.includes('word/document.xml')) return 'wrong-kind'
  const lists = listsOf(bytes, entries)
  if (!lists) return 'damaged'
  return lists.some(listsWhatRuns) ? 'has-macros' : undefined
}

function listsWhatRuns(list: string): boolean {
  return list
    .split('<')
    .some((element) => runsByType.test(element) || (fetchedAndRun.test(element) && /external/i.test(element)))
}

/** The texts that say of which kind each part is, and what it refers to; undefined when one cannot be read. */
function listsOf(bytes: Buffer, entries: readonly Entry[]): readonly string[] | undefined {
  let left = maxListBytes
  const lists: string[] = []
  for (const entry of entries.filter(({ name }) => isList.test(name))) {
    const list = unpack(bytes, entry, left)
    if (!list) return undefined
    left -= list.length
    lists.push(plain(list))
  }
  return lists
}

/** Letters can be written as numbers in XML, and with a zero byte beside each; it is compared without. */
function plain(list: Buffer): string {
  return list
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, maxOutputLength: number): Buffer | undefined {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localSignature) return undefined
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length || maxOutputLength <= 0) return undefined
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return data.length <= maxOutputLength ? data : undefined
  if (method !== 8) return undefined
  try {
    return inflateRawSync(data, { maxOutputLength })
  } catch {
    return undefined
  }
}

/** Its central directory; undefined when that is not whole, or somebody locked it with a password. */
function zipEntries(bytes: Buffer): readonly Entry[] | undefined {
  const end = findEnd(bytes)
  if (end === undefined) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) return undefined
    const isLocked = (bytes.readUInt16LE(at + 8) & 1) === 1
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    if (isLocked || at + 46 + name > end) return undefined
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

/** The last one that stands where its comment says the file ends. */
function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - endBytes - maxComment)
  for (let at = bytes.length - endBytes; at >= first; at--) {
    if (bytes.readUInt32LE(at) !== endSignature) continue
    if (at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length) return at
  }
  return undefined
}
