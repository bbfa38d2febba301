// What a file is by its content: what is taken, what comes of it, and what is refused, with pictures and documents made here.
import { crc32, deflateRawSync } from 'node:zlib'
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

/** A zip whose entries are packed; `flags` as in each entry of its directory. */
function zip(
  names: readonly string[],
  flags = 0,
  contents: Readonly<Record<string, string | Buffer>> = {},
  method: 0 | 8 = 8,
): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const name of names) {
    const content = Buffer.from(contents[name] ?? '<xml/>')
    const data = method === 8 ? deflateRawSync(content) : content
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    for (const [offset, value] of [
      [14, crc32(content)],
      [18, data.length],
      [22, content.length],
    ] as const)
      local.writeUInt32LE(value, offset)
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(content.length, 24)
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

describe('a PDF that runs something', () => {
  const withObject = (object: string) =>
    Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(300)}${object}\ntrailer\n%%EOF\n`, 'latin1')

  it.each([
    '<< /OpenAction << /S /JavaScript /JS (app.alert) >> >>',
    '<</S/JavaScript>>',
    '<< /S /Java#53cript >>',
    '<< /JS 12 0 R >>',
    '<< /S /Launch /F (x.exe) >>',
    '<</A(https://example.org)/S/Launch>>',
    '<< /Names << /EmbeddedFiles 4 0 R >> >>',
    '<< /Type /EmbeddedFile >>',
  ])('is refused: %s', async (object) => {
    expect(await inspect(withObject(object))).toEqual({ refused: 'has-macros' })
  })

  it.each([
    '<< /OpenAction [3 0 R /Fit] >>',
    '<< /S /URI /URI (https://example.org/Launch) >>',
    '<< /Title (JavaScript for pupils) /JSON 1 >>',
  ])('is none: %s', async (object) => {
    expect(await inspect(withObject(object))).toMatchObject({ kind: 'pdf' })
  })
})

describe('a Word document', () => {
  const names = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']

  it('is taken as it is', async () => {
    const content = zip(names)
    expect(await inspect(content)).toEqual({ kind: 'docx', content })
  })

  const whole = (contents: Readonly<Record<string, string | Buffer>>, method?: 0 | 8) =>
    zip([...new Set([...names, ...Object.keys(contents)])], 0, contents, method)
  const settings = 'word/_rels/settings.xml.rels'
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (kind: string, rest = 'TargetMode="External"') =>
    `<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="${type}/${kind}" Target="https://example.org/x" ${rest}/></Relationships>`

  it.each([
    ['a sheet that it shows', { 'word/embeddings/Sheet1.xlsx': 'PK' }],
    ['a link', { 'word/_rels/document.xml.rels': relation('hyperlink') }],
    ['a template in itself', { [settings]: relation('attachedTemplate', '') }],
  ])('is taken with %s', async (_, contents) => {
    expect(await inspect(whole(contents))).toMatchObject({ kind: 'docx' })
  })

  const macros = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
  const enabled = '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
  it.each<[string, Readonly<Record<string, string | Buffer>>]>([
    ['macros under another name', { '[Content_Types].xml': macros, 'word/x.bin': 'x' }],
    ['macros switched on', { '[Content_Types].xml': enabled }],
    [
      'macros switched on, in other letters',
      { '[Content_Types].xml': enabled.replace('m', '&#x6d;').replace('Enabled', '&#69;nabled') },
    ],
    ['macros switched on, in wide letters', { '[Content_Types].xml': Buffer.from(enabled, 'utf16le') }],
    ['a reference to macros', { 'word/_rels/document.xml.rels': relation('vbaProject', '') }],
    ['a template from elsewhere', { [settings]: relation('attachedTemplate') }],
    ['an object from elsewhere', { 'word/_rels/document.xml.rels': relation('oleObject') }],
  ])('with %s is refused', async (_, contents) => {
    expect(await inspect(whole(contents))).toEqual({ refused: 'has-macros' })
    expect(await inspect(whole(contents, 0))).toEqual({ refused: 'has-macros' })
  })

  it('is damaged when its lists of parts unpack to more than any has, or cannot be read', async () => {
    const bomb = ' '.repeat(3 * 1024 * 1024)
    expect(await inspect(whole({ [settings]: bomb }))).toMatchObject({ kind: 'docx' })
    expect(await inspect(whole({ [settings]: bomb, '_rels/.rels': bomb }))).toEqual({ refused: 'damaged' })
    const broken = whole({ [settings]: relation('hyperlink').repeat(20) })
    broken.fill(
      0xff,
      broken.indexOf(settings) + settings.length,
      broken.indexOf(settings) + settings.length + 9,
    )
    expect(await inspect(broken)).toEqual({ refused: 'damaged' })
  })

  it.each([
    ...['word/vbaProject.bin', 'word/vbaData.xml', 'VBAPROJECT.BIN', 'word/activeX/activeX1.xml'],
    ...['word/embeddings/oleObject1.bin', 'word/embeddings/run.exe', 'word/embeddings/Sheet.xlsm'],
  ])('that can run something (%s) is refused', async (name) => {
    expect(await inspect(zip([...names, name]))).toEqual({ refused: 'has-macros' })
  })

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
    ['a photo as HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'wrong-kind'],
    ['a GIF that is a script too', Buffer.from('GIF89a/*\0\0\0\0\0*/=1;alert(1)//;'), 'wrong-kind'],
  ])('not %s', async (_, content, refused) => {
    expect(await inspect(content)).toEqual({ refused })
  })
})
