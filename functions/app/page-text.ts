// What a reader sees of a web page, as plain text: no tags, no scripts, whitespace folded.

/** Of a page that is longer, the beginning is kept. */
const maxCharacters = 50_000

/** Their content is not read by anybody. */
const unseen = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'textarea'])
/** They stand within a line; every other tag ends one. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  frac12: '½',
  aacute: 'á',
  agrave: 'à',
  ccedil: 'ç',
  eacute: 'é',
  egrave: 'è',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ouml: 'ö',
  uuml: 'ü',
}

/** `contentType` is the header; without a character set that is known there or in the page, it is read as UTF-8. */
export function pageText(body: Uint8Array, contentType: string): string {
  const isHtml = !/^\s*text\/plain\b/i.test(contentType)
  const text = decode(body, contentType, isHtml)
  const seen = (isHtml ? withoutTags(text) : text).slice(0, enough)
  return fold(isHtml ? decodeEntities(seen) : seen)
}

function decode(body: Uint8Array, contentType: string, isHtml: boolean): string {
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i
  const start = isHtml ? String.fromCharCode(...body.subarray(0, 1024)) : ''
  const label = (charset.exec(contentType) ?? charset.exec(start))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(body)
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder().decode(body)
    throw error
  }
}

/** More than this is not kept, whatever of it folds away. */
const enough = 4 * maxCharacters
const tag = /<\/?([a-z][a-z0-9]*)/iy

/** One pass that only goes forward, whatever the page does; what is not closed goes to the end, as in a browser. */
function withoutTags(html: string): string {
  let text = ''
  let at = 0
  while (at < html.length && text.length < enough) {
    const open = html.indexOf('<', at)
    if (open < 0) return text + html.slice(at)
    text += html.slice(at, open)
    if (html.startsWith('<!--', open)) {
      at = after(html, /-->/g, open + 4)
      continue
    }
    tag.lastIndex = open
    const name = tag.exec(html)?.[1]?.toLowerCase()
    if (!name && !/[!?/]/.test(html[open + 1] ?? '')) {
      text += '<'
      at = open + 1
      continue
    }
    at = endOfTag(html, open + 1)
    if (name && unseen.has(name) && html[open + 1] !== '/') {
      at = endOfTag(html, after(html, new RegExp(`</${name}`, 'gi'), at))
    }
    if (!name || !inline.has(name)) text += '\n'
  }
  return text
}

function after(html: string, end: RegExp, from: number): number {
  end.lastIndex = from
  return end.test(html) ? end.lastIndex : html.length
}

/** Behind the `>` that is not within quotes. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let at = from; at < html.length; at++) {
    const character = html[at]!
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return html.length
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,15}));/gi,
    (whole, hex, decimal, name) => {
      if (name) return named[name] ?? whole
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
    },
  )
}

/** Controls and what reorders or hides text are left out, so that what is shown is what is there. */
function fold(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\f\v ]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, '')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
  return lines.join('\n').slice(0, maxCharacters).toWellFormed()
}
