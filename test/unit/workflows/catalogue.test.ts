// The catalogue: placeholders, what is stored lies over it, and words as HTML.
import { afterEach, expect, test } from 'vitest'
import { html } from '../../../functions/web/html.ts'
import { say } from '../../../functions/web/say.ts'
import { catalogue, layOver } from '../../../workflows/words/catalogue.ts'

const greeting = catalogue('greeting', { hello: 'Hello {name}, read {link}.', plain: 'Nothing to fill in' })

afterEach(() => layOver(new Map()))

test('placeholders are filled in, and one without a value is left out', () => {
  expect(greeting('hello', { name: 'Ada', link: 'this' })).toBe('Hello Ada, read this.')
  expect(greeting('hello', { name: 'Ada' })).toBe('Hello Ada, read .')
  expect(greeting.raw('hello')).toBe('Hello {name}, read {link}.')
})

test('a stored text stands instead of ours, by part and id', () => {
  layOver(
    new Map([
      ['greeting.plain', 'Something else'],
      ['other.plain', 'Not this'],
    ]),
  )
  expect(greeting('plain')).toBe('Something else')
  expect(greeting.words['greeting.plain']).toBe('Nothing to fill in')
})

test('as HTML, text is escaped and HTML is not', () => {
  const link = html`<a href="/">here</a>`
  expect(say(greeting, 'hello', { name: '<b>', link }).html).toBe(
    'Hello &lt;b&gt;, read <a href="/">here</a>.',
  )
  layOver(new Map([['greeting.plain', '<script>']]))
  expect(say(greeting, 'plain').html).toBe('&lt;script&gt;')
})
