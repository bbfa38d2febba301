// Somebody at a Chromium without JavaScript: finds each field by its label, as a person would, and presses what they would press.
import { parse } from 'node-html-parser'
import type { Browser as Chromium, Locator, Page, Response } from 'playwright-core'
import { type Browser, type FilledIn, formOn, linkTo, type Shown } from '../../infra/demo/browser.ts'

/** A page as it arrived. */
export interface Arrived {
  readonly page: Page
  readonly shown: Shown
  /** How it was asked for last, after every redirection. */
  readonly method: string
}

export interface Person extends Browser {
  readonly page: Shown
}

/** `look` is shown every page, before anything is done on it. */
export async function person(
  chromium: Chromium,
  baseUrl: string,
  width: number,
  look: (arrived: Arrived) => Promise<void>,
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
    const answered = page.waitForResponse(isThePage)
    await Promise.all([page.waitForEvent('load'), going()])
    const response = await answered
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
      const link = page.getByRole('link', { name: text, ...(typeof text === 'string' && { exact: true }) })
      return arrive(() => link.first().click())
    },
    followTo(path) {
      const link = linkTo(current(), path)
      if (!link) throw new Error(`There is no link to ${path} on "${current().heading}"`)
      return arrive(() =>
        page
          .locator(`main a[href="${link.getAttribute('href')}"]`)
          .first()
          .click(),
      )
    },
    async send(filledIn = {}, action) {
      const asked = formOn(current(), action)
      const form = page
        .locator(`${action ? '' : 'main '}form[action="${asked.getAttribute('action')}"]`)
        .first()
      for (const [name, value] of Object.entries(filledIn)) await fill(form, asked, name, value)
      return arrive(() => buttonIn(form, asked, filledIn).click())
    },
    async upload({ name, type, content }) {
      const form = page.locator('main form').first()
      await form
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: type, buffer: Buffer.from(content) })
      return arrive(() => form.getByRole('button').first().click())
    },
  }
}

type Element = Shown['root']

/** The first of the form, unless what is filled in names another. */
function buttonIn(form: Locator, asked: Element, filledIn: FilledIn): Locator {
  const named = asked
    .querySelectorAll('button[name]')
    .find((button) => filledIn[button.getAttribute('name')!] === button.getAttribute('value'))
  const button = named ?? asked.querySelector('button')!
  return form.getByRole('button', { name: wordsOf(button), exact: true })
}

async function fill(form: Locator, asked: Element, name: string, value: FilledIn[string]): Promise<void> {
  const controls = asked.querySelectorAll(`[name="${name}"]`)
  const [first] = controls
  if (!first) throw new Error(`There is no field "${name}"`)
  if (first.tagName === 'BUTTON') return
  await unfold(form, first)
  const type = first.getAttribute('type')
  if (type !== 'radio' && type !== 'checkbox')
    return byLabel(form, asked, first).fill([value].flat().join('\n'))
  const legend = first.closest('fieldset')!.querySelector('legend')!
  const group = form.getByRole('group', { name: wordsOf(legend), exact: true })
  for (const control of controls) {
    const wanted = [value].flat().includes(control.getAttribute('value')!)
    if (!wanted && (type === 'radio' || !control.hasAttribute('checked'))) continue
    const label = wordsOf(labelOf(asked, control))
    await group.getByRole(type, { name: label, exact: true }).setChecked(wanted)
  }
}

/** What is folded away is unfolded first. */
async function unfold(form: Locator, control: Element): Promise<void> {
  const folded = control.closest('details')
  if (!folded) return
  const details = form
    .page()
    .locator('details', { has: form.page().locator(`[id="${control.id}"]`) })
    .first()
  if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click()
}

function byLabel(form: Locator, asked: Element, control: Element): Locator {
  return form.getByLabel(wordsOf(labelOf(asked, control)), { exact: true })
}

function labelOf(asked: Element, control: Element): Element {
  const label = asked.querySelector(`label[for="${control.id}"]`)
  if (!label) throw new Error(`“${control.id}” has no label`)
  return label
}

function wordsOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
