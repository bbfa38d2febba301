// The template escapes whatever it is given, and puts its own HTML in as it is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from '../../../functions/web/html.ts'
import { anyCharacter } from '../../support/any-text.ts'

describe('html', () => {
  it('escapes text in content and in attributes', () => {
    const typed = `<script>alert('x')</script> & "quotes"`
    expect(html`<p title="${typed}">${typed}</p>`.html).toBe(
      '<p title="&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;">' +
        '&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;</p>',
    )
  })

  it('lets nothing through that could open a tag or close an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (typed) => {
        expect(html`${typed}`.html).not.toMatch(/[<>"']/)
      }),
    )
  })

  it('keeps its own HTML, joins lists, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
    expect(html`<ul>${items}</ul>${undefined}${false}${0}`.html).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
    )
  })
})
