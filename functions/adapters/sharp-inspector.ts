// What a file is by its content: photos are drawn anew, documents are let through if they are whole and nothing is found that runs.
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { maxFileBytes } from '../../workflows/evidence-file.ts'
import type { Inspector } from '../app/ports.ts'
import { refuseDocument } from './word-document.ts'

type Inspected = Awaited<ReturnType<Inspector['inspect']>>

/** A bomb of a few kilobytes can unpack to gigabytes. Telephones take 12 megapixels, and 50 when they are told to. */
const maxPixels = 64_000_000

export function sharpInspector(): Inspector {
  return {
    async inspect(content) {
      if (content.length === 0) return { refused: 'empty' }
      if (content.length > maxFileBytes) return { refused: 'too-large' }
      const found = await fileTypeFromBuffer(content)
      switch (found?.ext) {
        case 'jpg':
          return redraw(content, 'jpg')
        case 'png':
        case 'apng':
          return redraw(content, 'png')
        case 'pdf':
          return pdf(content)
        case 'zip':
        case 'docx':
        case 'docm':
        case 'dotx':
        case 'dotm': {
          const refused = refuseDocument(content)
          return refused ? { refused } : { kind: 'docx', content }
        }
        case 'heic':
          return { refused: 'heic' }
        default:
          return { refused: 'wrong-kind' }
      }
    },
  }
}

/** What a camera wrote beside the picture, such as where it was taken, does not come along; nor does anything that hides in it. */
async function redraw(content: Uint8Array, kind: 'jpg' | 'png'): Promise<Inspected> {
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) return { refused: 'too-many-pixels' }
    const upright = sharp(content, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .withIccProfile('srgb')
    const drawn = kind === 'jpg' ? upright.jpeg({ quality: 90 }) : upright.png()
    return { kind, content: await drawn.toBuffer() }
  } catch {
    // sharp has no error of its own; whatever it cannot draw is damaged.
    return { refused: 'damaged' }
  }
}

/** A part that runs, starts a program or holds a file; not the end of an address that somebody links to. */
const runsInPdf =
  /\/(?:JavaScript|Launch|EmbeddedFiles?)\b(?<!\(https?:[^\s()<>]{0,200})|\/JS\s*(?:\([ -~]|<[0-9a-fA-F]|\d+\s+\d+\s+R\b)/

/** What is packed in a PDF (its object streams) is not looked into: there the scan is all that looks. */
function pdf(content: Uint8Array): Inspected {
  const [start, end] = [content.subarray(0, 8), content.subarray(-1024)].map((part) =>
    Buffer.from(part).toString('latin1'),
  ) as [string, string]
  if (!/^%PDF-\d/.test(start)) return { refused: 'wrong-kind' }
  if (!end.includes('%%EOF')) return { refused: 'damaged' }
  const text = Buffer.from(content).toString('latin1')
  // Any letter of a name can be written as a number.
  const spelled = text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return runsInPdf.test(spelled) ? { refused: 'has-macros' } : { kind: 'pdf', content }
}
