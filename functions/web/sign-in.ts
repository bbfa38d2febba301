// Signing in: an address, then the code that was sent to it.
import { addressForm as form } from '../../workflows/words/address-form.ts'
import { signIn as words } from '../../workflows/words/sign-in.ts'
import type { Settings } from '../app/ports.ts'
import { codeMinutes } from '../app/relay-code.ts'
import { errorSummary, hidden, type Messages, type Typed, textField } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
import { signInPath } from './sign-in-path.ts'

export function signInPage(next: string | undefined, typed: Typed = {}, messages: Messages = {}): Page {
  return {
    title: words('title'),
    refused: Object.keys(messages).length > 0,
    back: { href: '/', label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">${words('title')}</h1>
${addressForm(next, words('hint'), typed, messages)}
<p class="govuk-body">${say(words, 'privacy', { link: html`<a class="govuk-link" href="/privacy">${words('privacyLink')}</a>` })}</p>
<p class="govuk-body">${say(words, 'register', { link: html`<a class="govuk-link" href="/register">${words('registerLink')}</a>` })}</p>`,
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
  form('email'),
  { hint, message: messages.email, value: typed.email?.[0] },
  html`type="email" autocomplete="email" spellcheck="false"`,
)}
<button class="govuk-button">${form('press')}</button>
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
    title: words('codeTitle'),
    refused: Object.keys(messages).length > 0,
    back: { href: again, label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l">${words('codeTitle')}</h1>
<p class="govuk-body">${words('codeSent')}</p>
<form method="post" action="/sign-in/code" novalidate>
${next && hidden('next', next)}
${textField(
  'code',
  words('code'),
  {
    hint: words('codeHint', { minutes: codeMinutes }),
    message: messages.code,
    short: true,
  },
  html`type="text" inputmode="numeric" autocomplete="one-time-code"`,
)}
<button class="govuk-button">${words('codePress')}</button>
</form>
<p class="govuk-body">${say(words, 'noEmail', { link: html`<a class="govuk-link" href="${again}">${words('noEmailLink')}</a>` })}</p>
<p class="govuk-body">${words('unreachable', { telephone: contact.telephone })}</p>`,
  }
}
