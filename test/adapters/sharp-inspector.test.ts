// What a file is by its content: what is taken, what comes of it, and what is refused, with pictures and documents made here.
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { sharpInspector } from '../../functions/adapters/sharp-inspector.ts'
import { maxFileBytes } from '../../workflows/evidence-file.ts'

const { inspect } = sharpInspector()

/** Noise, so that it is not small: every pixel another one. */
function picture(width = 120, height = 80) {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 7919) % 251
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

async function accepted(content: Uint8Array) {
  const inspected = await inspect(content)
  if ('refused' in inspected) throw new Error(`It was refused: ${inspected.refused}`)
  return inspected
}

describe('a photo', () => {
  it.each(['jpg', 'png'] as const)('is taken as %s, and drawn anew', async (kind) => {
    const sent = await (kind === 'jpg' ? picture().jpeg() : picture().png()).toBuffer()
    const { kind: found, content } = await accepted(sent)
    expect(found).toBe(kind)
    expect(await sharp(content).metadata()).toMatchObject({ width: 120, height: 80 })
  })

  it('keeps nothing of what the camera wrote, and no profile but sRGB', async () => {
    const sent = await picture()
      .withExif({
        IFD0: { Artist: 'Amina Hussain', Make: 'A camera' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 48/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Amina Hussain</x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect(sent.includes('Amina Hussain')).toBe(true)
    const { content } = await accepted(sent)
    expect(Buffer.from(content).includes('Amina')).toBe(false)
    const { exif, xmp, iptc, icc } = await sharp(content).metadata()
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
    expect(icc!.length).toBeLessThan(1000)
    expect(icc!.includes('sRGB'.split('').join('\0'))).toBe(true)
  })

  it('stands upright without the note that it lies on its side', async () => {
    const sent = await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { content } = await accepted(sent)
    const { width, height, orientation } = await sharp(content).metadata()
    expect({ width, height, orientation }).toEqual({ width: 80, height: 120, orientation: undefined })
  })

  it('loses what hides behind it', async () => {
    const script = Buffer.from('<script>alert(1)</script>')
    const { content } = await accepted(Buffer.concat([await picture().jpeg().toBuffer(), script]))
    expect(Buffer.from(content).includes('script')).toBe(false)
  })

  it.each(['jpeg', 'png'] as const)('is damaged when half of the %s is missing', async (format) => {
    const whole = await picture().toFormat(format).toBuffer()
    expect(await inspect(whole.subarray(0, whole.length / 2))).toEqual({ refused: 'damaged' })
  })

  it('of 900 megapixels in a few megabytes is refused before it is unpacked', async () => {
    const bomb = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header(30_000, 30_000)),
      chunk('IDAT', Buffer.alloc(8)),
      chunk('IEND', Buffer.alloc(0)),
    ])
    expect(await inspect(bomb)).toEqual({ refused: 'too-many-pixels' })
  })
})

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([8, 2, 0, 0, 0], 8)
  return data
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

describe('a PDF', () => {
  const pdf = (start = '%PDF-1.7\n', end = 'trailer\n%%EOF\n') =>
    Buffer.from(`${start}${'1 0 obj\n'.repeat(300)}${end}`)

  it('is taken as it is', async () => {
    expect(await inspect(pdf())).toEqual({ kind: 'pdf', content: pdf() })
  })

  it('is damaged without its end, and none without its beginning', async () => {
    expect(await inspect(pdf('%PDF-1.7\n', ''))).toEqual({ refused: 'damaged' })
    expect(await inspect(pdf('Hello\n'))).toEqual({ refused: 'wrong-kind' })
    expect(await inspect(pdf('\n%PDF-1.7\n'))).toEqual({ refused: 'wrong-kind' })
  })
})

/** A zip whose entries are stored; `flags` as in each entry of its directory. */
function zip(names: readonly string[], flags = 0): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const name of names) {
    const data = Buffer.from('<xml/>')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    for (const [offset, value] of [
      [14, crc32(data)],
      [18, data.length],
      [22, data.length],
    ] as const)
      local.writeUInt32LE(value, offset)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    entries.push(entry, Buffer.from(name))
    parts.push(local, Buffer.from(name), data)
    at += 30 + name.length + data.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

describe('a Word document', () => {
  const names = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']

  it('is taken as it is', async () => {
    const content = zip(names)
    expect(await inspect(content)).toEqual({ kind: 'docx', content })
  })

  it.each(['word/vbaProject.bin', 'word/vbaData.xml', 'VBAPROJECT.BIN', 'word/activeX/activeX1.xml'])(
    'that can run something (%s) is refused',
    async (name) => {
      expect(await inspect(zip([...names, name]))).toEqual({ refused: 'has-macros' })
    },
  )

  it.each([
    ['a zip of something else', ['photo.jpg']],
    ['a spreadsheet', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['a document without its list of types', ['word/document.xml']],
  ])('is not %s', async (_, others) => {
    expect(await inspect(zip(others))).toEqual({ refused: 'wrong-kind' })
  })

  it('is damaged when its directory is cut, is not where it says, or is locked', async () => {
    const whole = zip(names)
    const moved = Buffer.from(whole)
    moved.writeUInt32LE(3, whole.length - 6)
    for (const content of [whole.subarray(0, -30), moved, zip(names, 1)]) {
      expect(await inspect(content)).toEqual({ refused: 'damaged' })
    }
  })
})

describe('nothing else is taken', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['one above 20 MB', Buffer.alloc(maxFileBytes + 1), 'too-large'],
    ['text', Buffer.from('Hello'), 'wrong-kind'],
    ['a page with a script', Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong-kind'],
    ['a picture with a script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'wrong-kind'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'wrong-kind'],
    ['a GIF that is a script too', Buffer.from('GIF89a/*\0\0\0\0\0*/=1;alert(1)//;'), 'wrong-kind'],
  ])('not %s', async (_, content, refused) => {
    expect(await inspect(content)).toEqual({ refused })
  })
})
