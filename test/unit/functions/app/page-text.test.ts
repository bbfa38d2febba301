// What a reader sees of a page: the words, without what stands around them, whatever a site sends.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageText } from '../../../../functions/app/page-text.ts'

const read = (html: string, type = 'text/html; charset=utf-8') => pageText(Buffer.from(html), type)

describe('the text of a page', () => {
  it.each([
    ['<h1>Our  plan</h1><p>We <b>listen</b>.</p>', 'Our plan\nWe listen.'],
    ['<title>Plan</title><script>alert("<p>no</p>")</script>yes', 'Plan\nyes'],
    ['<SCRIPT src=x>no</SCRIPT >yes<style>no</style><noscript>no</noscript>', 'yes'],
    ['<p title="a > b">shown</p><!-- not <b>this</b> -->', 'shown'],
    [
      'Fish &amp; chips &pound;3 &#8211; &#x201C;caf&eacute;&#x201D; &unknown; &#0;&#1114112;',
      'Fish & chips £3 – “café” &unknown;',
    ],
    ['&amp;lt;script&gt;', '&lt;script>'],
    ['1 < 2 and <3', '1 < 2 and <3'],
    ['<ul><li>one<li>two</ul>', 'one\ntwo'],
    ['seen<script>never closed', 'seen'],
    ['seen<p title="never closed', 'seen'],
    ['\u202Egnp.exe\u0007\u200B', 'gnp.exe'],
    ['', ''],
  ])('of %j is %j', (html, text) => {
    expect(read(html)).toBe(text)
  })

  it('is what was written, of a page that is text already', () => {
    expect(read('a <b> &amp; c', 'text/plain')).toBe('a <b> &amp; c')
  })

  it('is read in the character set of the header, else of the page, else in UTF-8', () => {
    const latin = Buffer.from('<meta charset="windows-1252"><p>caf\xe9</p>', 'latin1')
    expect(pageText(latin, 'text/html')).toBe('café')
    expect(pageText(Buffer.from('caf\xe9', 'latin1'), 'text/html; charset=ISO-8859-1')).toBe('café')
    expect(pageText(Buffer.from('café'), 'text/html; charset=nonsense')).toBe('café')
  })

  it('is at most 50,000 characters', () => {
    expect(read('ab '.repeat(100_000)).length).toBe(50_000)
  })

  it('never has a control character, half a character or an empty line, and no tag of a script', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '<script>',
        '</script>',
        '"',
        "'",
        '<!--',
        '-->',
        '&#',
        '&#x',
        ';',
        '&lt;',
        '<p ',
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pageText(Buffer.from(pieces.join('')), 'text/html')
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]|\n\n/u)
      }),
    )
  })

  it.each(['<', '<a"', '<!--', '&#', '<script>', '</', '<p>"', "<a '"])(
    'of 2 MB of %j comes in one pass',
    (piece) => {
      const text = read(piece.repeat((2 * 1024 * 1024) / piece.length))
      expect(text.length).toBeLessThanOrEqual(50_000)
    },
  )
})
