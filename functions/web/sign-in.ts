// Signing in: an address, then the code that was sent to it.
import type { Settings } from '../app/ports.ts'
import { codeMinutes } from '../app/relay-code.ts'
import { errorSummary, hidden, type Messages, type Typed, textField } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { signInPath } from './sign-in-path.ts'

export function signInPage(next: string | undefined, typed: Typed = {}, messages: Messages = {}): Page {
  return {
    title: 'Sign in',
    refused: Object.keys(messages).length > 0,
    back: { href: '/', label: 'Back' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">Sign in</h1>
${addressForm(next, 'The one that we write to. We send a code to it; there is no password.', typed, messages)}
<p class="govuk-body">How we use your address stands in our <a class="govuk-link" href="/privacy">privacy notice</a>.</p>
<p class="govuk-body">Not registered yet? <a class="govuk-link" href="/register">Register your interest</a>.</p>`,
  }
}

export function addressForm(
  next: string | undefined,
  hint: string,
  typed: Typed = {},
  messages: Messages = {},
): Html {
  return html`<form method="post" action="/sign-in" novalidate>
${next && hidden('next', next)}
${textField(
  'email',
  'What is your email address?',
  { hint, message: messages.email, value: typed.email?.[0] },
  html`type="email" autocomplete="email" spellcheck="false"`,
)}
<button class="govuk-button">Email me a code</button>
</form>`
}

/** Everybody reads the same, so that it does not tell which addresses we know or write to. */
export function codePage(
  { contact }: Pick<Settings, 'contact'>,
  next: string | undefined,
  messages: Messages = {},
): Page {
  const again = signInPath(next)
  return {
    title: 'Enter your code',
    refused: Object.keys(messages).length > 0,
    back: { href: again, label: 'Back' },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">Enter your code</h1>
<p class="govuk-body">If we know the address that you gave, we have sent a code of six digits to it. It can take a minute to arrive.</p>
<form method="post" action="/sign-in/code" novalidate>
${next && hidden('next', next)}
${textField(
  'code',
  'What is the code?',
  {
    hint: `It works once, for ${codeMinutes} minutes, in this browser.`,
    message: messages.code,
    short: true,
  },
  html`type="text" inputmode="numeric" autocomplete="one-time-code"`,
)}
<button class="govuk-button">Continue</button>
</form>
<p class="govuk-body">No email? Look in your junk folder, or <a class="govuk-link" href="${again}">ask for another code</a>.</p>
<p class="govuk-body">If an email from us came back, or you reported one as junk, we no longer write to you. Telephone us on ${contact.telephone}.</p>`,
  }
}
