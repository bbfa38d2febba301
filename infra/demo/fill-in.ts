// Fills in whatever form is on the page: something plausible for each field, by what the field says of itself.
import type { HTMLElement } from 'node-html-parser'
import type { Browser, FilledIn, Shown } from './browser.ts'

/** An answer for every field of the main form, `given` first; what is chosen is the first choice offered. */
export function fillIn({ root }: Shown, given: FilledIn = {}): FilledIn {
  const answers: Record<string, string> = {}
  for (const field of root.querySelectorAll('main form input, main form textarea')) {
    const name = field.getAttribute('name')
    if (!name || name in answers || isLeftOut(name, field)) continue
    answers[name] = answerFor(field, root)
  }
  return { ...answers, ...given }
}

/** A file has a page of its own; and what is answered is not set aside with a reason. */
function isLeftOut(name: string, field: HTMLElement): boolean {
  return ['hidden', 'file'].includes(field.getAttribute('type') ?? '') || name.endsWith('-because')
}

function answerFor(field: HTMLElement, root: HTMLElement): string {
  const type = field.getAttribute('type')
  if (type === 'radio' || type === 'checkbox') return field.getAttribute('value')!
  if (field.tagName === 'TEXTAREA')
    return 'We have looked at this together. It has changed how we work, and we will go on with it.'
  if (type === 'email') return 'somebody@school.example'
  if (type === 'tel') return '0113 496 0000'
  if (field.getAttribute('inputmode') === 'numeric') return '12'
  if (field.getAttribute('inputmode') === 'url') return 'https://www.school.example/quality-mark'
  if (field.getAttribute('name') === 'postcode') return 'LS1 1UR'
  const hint = root.querySelector(`#${field.getAttribute('id')}-hint`)?.text ?? ''
  return /31 1 2027/.test(hint) ? '1 9 2026' : 'What we did together'
}

/**
 * From the page of a step: begins each part that is not done, fills in what is asked, and hands the step in.
 * Gives the page after it. Throws when it does not come to an end.
 */
export async function doStep(browser: Browser): Promise<Shown> {
  for (let page = 0; page < 30; page++) {
    const { root } = browser.page
    const link = (text: RegExp) => root.querySelectorAll('main a').find((each) => text.test(each.text))
    if (link(/^Check your answers/)) {
      await browser.follow(/^Check your answers/)
      return browser.send()
    }
    if (link(/^(Begin|Go on) with/)) await browser.follow(/^(Begin|Go on) with/)
    else if (link(/^That is all for now/)) await browser.follow(/^That is all for now/)
    else if (link(/^Add the first one/)) await browser.follow(/^Add the first one/)
    else if (root.querySelector('main form')) await browser.send(fillIn(browser.page))
    else throw new Error(`There is no way on from "${browser.page.heading}"`)
  }
  throw new Error(`The step does not come to an end: "${browser.page.heading}"`)
}
