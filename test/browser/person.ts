// Somebody at a Chromium without JavaScript, whose every page is looked at.
import { parse } from 'node-html-parser'
import type { Browser as Chromium, Page, Response } from 'playwright-core'
import { type Browser, type FilledIn, formOn, linkTo, type Shown } from '../../infra/demo/browser.ts'
import { pointer } from './pointer.ts'

/** A page as it arrived. */
export interface Arrived {
  readonly page: Page
  readonly shown: Shown
  /** How it was asked for last, after every redirection. */
  readonly method: string
}

export type Element = Shown['root']

/** How somebody does what is to be done on a page. */
export interface Hands {
  follow(page: Page, link: Element): Promise<void>
  fillIn(page: Page, form: Element, filledIn: FilledIn): Promise<void>
  press(page: Page, form: Element, button: Element): Promise<void>
}

/** `look` is shown every page, before anything is done on it. */
export async function person(
  chromium: Chromium,
  baseUrl: string,
  width: number,
  look: (arrived: Arrived) => Promise<void>,
  hands: Hands = pointer,
): Promise<Browser> {
  const context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } })
  const page = await context.newPage()
  const cookies = new Map<string, string>()
  let shown: Shown | undefined

  const current = () => {
    if (!shown) throw new Error('No page has been opened')
    return shown
  }

  async function arrive(going: () => Promise<unknown>): Promise<Shown> {
    const [response] = await Promise.all([
      page.waitForResponse(isThePage),
      page.waitForEvent('load'),
      going(),
    ])
    const html = await response.text()
    const root = parse(html)
    const heading = root.querySelector('h1')?.text.trim() ?? ''
    shown = { status: response.status(), url: new URL(page.url()), html, root, heading }
    cookies.clear()
    for (const { name, value } of await context.cookies(baseUrl)) cookies.set(name, value)
    await look({ page, shown, method: response.request().method() })
    return shown
  }

  const isThePage = (response: Response) =>
    response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400)

  return {
    cookies,
    get page() {
      return current()
    },
    open: (path) => arrive(() => page.goto(new URL(path, baseUrl).href)),
    follow(text) {
      const words = (link: Element) => link.text.replace(/\s+/g, ' ').trim()
      const fits = (link: Element) =>
        typeof text === 'string' ? words(link) === text : text.test(words(link))
      const link = current().root.querySelectorAll('main a').find(fits)
      if (!link) throw new Error(`There is no link "${text}" on "${current().heading}"`)
      return arrive(() => hands.follow(page, link))
    },
    followTo(path) {
      const link = linkTo(current(), path)
      if (!link) throw new Error(`There is no link to ${path} on "${current().heading}"`)
      return arrive(() => hands.follow(page, link))
    },
    async send(filledIn = {}, action) {
      const form = formOn(current(), action)
      await hands.fillIn(page, form, filledIn)
      return arrive(() => hands.press(page, form, buttonOf(form, filledIn)))
    },
    async upload({ name, type, content }) {
      const input = page.locator('main form input[type=file]')
      await input.setInputFiles({ name, mimeType: type, buffer: Buffer.from(content) })
      const form = formOn(current())
      return arrive(() => hands.press(page, form, buttonOf(form, {})))
    },
  }
}

/** The first of the form, unless what is filled in names another. */
function buttonOf(form: Element, filledIn: FilledIn): Element {
  const named = form
    .querySelectorAll('button[name]')
    .find((button) => filledIn[button.getAttribute('name')!] === button.getAttribute('value'))
  return named ?? form.querySelector('button')!
}
