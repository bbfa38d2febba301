// Whether a zip is a Word document that cannot run anything, by the names in its directory; nothing is unpacked.
import type { FileRefusal } from '../../workflows/evidence-file.ts'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
/** The directory's end has 22 bytes and a comment of up to 65,535 (APPNOTE.TXT 4.3.16). */
const endBytes = 22
const maxComment = 65_535

/** Undefined when it is one. */
export function refuseDocument(content: Uint8Array): FileRefusal | undefined {
  const names = zipNames(content)
  if (!names) return 'damaged'
  if (names.some((name) => /(^|\/)vba(Project|Data)[^/]*$|(^|\/)activeX\//i.test(name))) return 'has-macros'
  const isWord = names.includes('[Content_Types].xml') && names.includes('word/document.xml')
  return isWord ? undefined : 'wrong-kind'
}

/** The names in its central directory; undefined when that is not whole, or somebody locked it with a password. */
function zipNames(content: Uint8Array): readonly string[] | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const end = findEnd(bytes)
  if (end === undefined) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const names: string[] = []
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) return undefined
    const isLocked = (bytes.readUInt16LE(at + 8) & 1) === 1
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    if (isLocked || at + 46 + name > end) return undefined
    names.push(bytes.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  return names
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
