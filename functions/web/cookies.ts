// The cookies page: the two there are, what each is for, how long it stays.
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function cookiesPage(): Page {
  return {
    title: 'Cookies',
    body: html`<h1 class="govuk-heading-l">Cookies</h1>
<p class="govuk-body">A cookie is a small text that a website keeps in your browser. We use two. Both are needed for signing in, so the law lets us set them without asking. We use none to watch what you do, and nobody else sets any here.</p>
<table class="govuk-table">
<thead class="govuk-table__head"><tr class="govuk-table__row"><th class="govuk-table__header" scope="col">Name</th><th class="govuk-table__header" scope="col">What it is for</th><th class="govuk-table__header" scope="col">How long it stays</th></tr></thead>
<tbody class="govuk-table__body">
<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">sign-in</th><td class="govuk-table__cell">It is set when you ask for a code, so that the code works in your browser alone.</td><td class="govuk-table__cell">One hour, or until you have signed in</td></tr>
<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">session</th><td class="govuk-table__cell">It is set when you have signed in, so that we know that it is you.</td><td class="govuk-table__cell">One day, or until you sign out; you are signed in for 12 hours at most</td></tr>
</tbody>
</table>
<p class="govuk-body">Your browser can show their names with “__Host-” before them. Each holds nothing but a random text. You are also signed out when you have sent nothing for four hours.</p>
<p class="govuk-body">You can delete them in your browser at any time. You are then signed out, and what you saved is kept.</p>`,
  }
}
