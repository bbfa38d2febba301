// Somebody who first sends each form as it should not be: with nothing in it, or with what nobody can read. Then as the other would.
import { type Browser, type FilledIn, formOn, type Shown } from '../../infra/demo/browser.ts'
import { questionsOn } from '../../infra/demo/fill-in.ts'

/** `known` are the forms that were sent so before, by whichever browser. Throws when nonsense is taken. */
export function hasty(browser: Browser, known: Set<string>): Browser {
  return {
    open: browser.open,
    upload: browser.upload,
    follow: browser.follow,
    followTo: browser.followTo,
    cookies: browser.cookies,
    get page() {
      return browser.page
    },
    async send(filledIn = {}, action) {
      const form = formOn(browser.page, action)
      const own = form.getAttribute('action')!
      const name = own.replace(/\/[0-9a-z]{16}(?=\/|$)/g, '/…')
      const nonsense = nonsenseFor(browser.page, own, filledIn)
      if (nonsense && !known.has(name)) {
        known.add(name)
        const { heading } = browser.page
        const { root } = await browser.send(nonsense, own)
        if (!root.querySelector('.govuk-error-summary')) throw new Error(`“${heading}” took nonsense`)
      }
      return browser.send(filledIn, action)
    },
  }
}

/** A part of a step is saved finished or not, and refuses only what it cannot read; every other form wants what it asks for. */
function nonsenseFor({ root }: Shown, action: string, filledIn: FilledIn): FilledIn | undefined {
  const form = root.querySelectorAll('form').find((each) => each.getAttribute('action') === action)!
  const questions = [...questionsOn(form).values()]
  if (!/\/steps\/[a-z-]+\/[a-z-]+/.test(action) || action.includes('/files/'))
    return questions.some(({ required }) => required) ? {} : undefined
  const typed = questions.filter(
    ({ id, kind }) =>
      id in filledIn && !kind.startsWith('choice') && kind !== 'declaration' && kind !== 'references',
  )
  if (typed.length === 0) return undefined
  return Object.fromEntries(typed.map(({ id }) => [id, '???']))
}
