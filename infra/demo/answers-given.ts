// Counts which questions of the definition were answered in a browser, a line a step, and says which should have been or should not.

import { journey } from '../../workflows/journey.ts'
import { stepsOf } from '../../workflows/model.ts'
import { word } from '../../workflows/words.ts'
import type { Browser, FilledIn, Shown } from './browser.ts'
import { definedFields, fieldsOf } from './fill-in.ts'

export interface AnswersGiven {
  /** The same browser, with what is sent on the pages of the steps counted. */
  counting(browser: Browser): Browser
  /** How many questions were answered in each step. */
  lines(): readonly string[]
  /** Throws when a question was never answered though `full`, or an optional one was though not. */
  hold(full: boolean): void
}

export function countAnswers(): AnswersGiven {
  const given = new Set<string>()

  const note = ({ pathname }: URL, filledIn: FilledIn, { root }: Shown) => {
    if (root.querySelector('.govuk-error-summary')) return
    // A file's own page names the question in its path.
    const file = /\/files\/([A-Za-z]+)$/.exec(pathname)?.[1]
    const names = file ? [file] : Object.keys(filledIn).filter((name) => filledIn[name] !== '')
    if (/^\/(register$|journeys\/\w+\/steps\/)/.test(pathname))
      for (const name of names) if (definedFields.has(name)) given.add(name)
  }

  return {
    counting: (browser) => ({
      open: browser.open,
      upload: browser.upload,
      follow: browser.follow,
      followTo: browser.followTo,
      cookies: browser.cookies,
      get page() {
        return browser.page
      },
      async send(filledIn = {}, action) {
        const { url } = browser.page
        const shown = await browser.send(filledIn, action)
        note(url, filledIn, shown)
        return shown
      },
    }),
    lines: () =>
      stepsOf(journey).map(({ id, sections }, at) => {
        const fields = sections.flatMap(fieldsOf)
        const answered = fields.filter((field) => given.has(field.id))
        const required = answered.filter((field) => field.required || field.requiredWhen)
        return `Step ${at + 1}, ${word(`wait.${id}`)}: ${answered.length} of ${fields.length} questions answered, ${required.length} of them because they must be.`
      }),
    hold(full) {
      const wrong = [...definedFields.values()].filter(({ id, required, requiredWhen }) =>
        full ? !given.has(id) : given.has(id) && !required && !requiredWhen,
      )
      if (wrong.length === 0) return
      const ids = wrong.map(({ id }) => id).join(', ')
      throw new Error(full ? `Nobody answered ${ids}` : `These need no answer, and have one: ${ids}`)
    },
  }
}
