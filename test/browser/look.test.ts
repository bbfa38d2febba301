// What is looked for on pages is found: a page with something of everything the matter, and one with nothing.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startChromium } from '../../infra/demo/chromium.ts'
import { createLook } from './look.ts'
import { person } from './person.ts'

const good = `<!doctype html><html lang="en" dir="ltr"><head><title>Good</title>
<link rel="stylesheet" href="/sheet.css"></head><body><main><h1>Good</h1></main></body></html>`
const bad = `<!doctype html><html lang="en"><head><title>Bad</title>
<link rel="stylesheet" href="/sheet.css"></head><body><main>
<h1>Bad</h1><h1>Twice</h1><ul class="govuk-error-summary__list"></ul>
<p style="width:400px;color:#bbb;background:#fff">Wide and pale</p><input name="nameless" style="height:30px"><button style="width:9px;height:9px;padding:0"></button>
</main></body></html>`

const server = createServer(({ url }, answer) => {
  answer.setHeader('content-type', url === '/sheet.css' ? 'text/css' : 'text/html')
  answer.end(url === '/sheet.css' ? '' : url === '/bad' ? bad : good)
})
beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)))
afterAll(() => server.close())

it('finds what is the matter', async () => {
  const chromium = await startChromium()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const look = await createLook(chromium, url, new Map())
  const somebody = await person(chromium, url, 1280, look.at('anybody'))
  await somebody.open('/')
  expect(look.findings).toEqual([])
  await somebody.open('/bad')
  await chromium.close()
  expect(look.findings.map((finding) => finding.replace(/^.*anybody: /, '').replace(/: <.*/, ''))).toEqual([
    'its title is “Bad”',
    '2 headings of the first level',
    'no direction',
    '320 px: is 408 px wide',
    '320 px: a small target',
    '320 px: axe button-name button',
    '320 px: axe color-contrast p',
    '320 px: axe label input',
    '320 px: axe target-size button',
    '1280 px: a small target',
    '1280 px: axe button-name button',
    '1280 px: axe color-contrast p',
    '1280 px: axe label input',
    '1280 px: axe target-size button',
  ])
})
