// What robots.txt lets us read, by the examples of RFC 9309.
import { expect, it } from 'vitest'
import { isAllowed } from '../../../../functions/app/robots.ts'

const everybodys = `User-agent: *
Disallow: /private # not for robots
Allow: /private/open
Disallow: /*.pdf$
Disallow: /find?*&page=
`
const shop = `${everybodys}
User-agent: OtherBot
User-agent: ccqm-LINK-check
Disallow: /ours
`

it.each([
  ['', '/', true],
  ['User-agent: *\nDisallow:', '/anything', true],
  ['User-agent: *\nDisallow: /', '/', false],
  ['User-agent: OtherBot\nDisallow: /', '/', true],
  ['user-agent: *\r\ndisallow: /a\r\nallow: /a', '/a', true],
  ['Disallow: /', '/', true],
  [shop, '/private', true],
  [shop, '/ours/page', false],
  [everybodys, '/private/a', false],
  [everybodys, '/private/open/a', true],
  [everybodys, '/plan.pdf', false],
  [everybodys, '/plan.pdf?a=1', true],
  [everybodys, '/find?a=1&page=2', false],
  [`User-agent: *\nDisallow: /${'*a'.repeat(500)}b`, `/${'a'.repeat(2000)}`, true],
])('%j, asked for %s: %s', (text, path, allowed) => {
  expect(isAllowed(text, new URL(path, 'https://school.uk'))).toBe(allowed)
})

it('takes as many rules as a site can send', () => {
  expect(isAllowed(`User-agent: *\n${'Disallow: /\n'.repeat(170_000)}`, new URL('https://a.uk/'))).toBe(false)
})
