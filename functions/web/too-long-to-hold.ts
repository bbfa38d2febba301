// Somebody sent more than can be held after their sign-in had ended or another had begun: all of it, to be copied.
import { tooLongToHold as words } from '../../workflows/words/too-long-to-hold.ts'
import type { HeldForm } from '../app/ports.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

/** What is shorter is typed again in a moment, or is of the form itself. */
const worthCopying = 100

export function tooLongToHoldPage(form: HeldForm['form']): Page {
  const typed = Object.values(form)
    .flat()
    .filter((value) => value.length > worthCopying)
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words('why')}</p>
<p class="govuk-body">${words('copy')}</p>
${typed.map(
  (
    value,
    at,
  ) => html`<div class="govuk-form-group"><label class="govuk-label" for="t${at}">${words('text', { number: at + 1 })}</label>
<textarea class="govuk-textarea" id="t${at}" rows="6" dir="auto" readonly>
${value}</textarea></div>`,
)}`,
  }
}
