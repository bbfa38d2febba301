// What every page has around it: title, way around, a main part, how to reach the team.

import { language } from '../../workflows/words/language.ts'
import { layout as words } from '../../workflows/words/layout.ts'
import type { Settings } from '../app/ports.ts'
import { type Html, html } from './html.ts'
import { type OnBehalf, onBehalfNote } from './on-behalf.ts'
import { say } from './say.ts'
import { styleSheetName } from './style-sheet.css.ts'

/**
 * Who looks at the page; `signOutToken` binds the sign-out form to the session. `perhaps` = somebody who may be signed in:
 * a page for everybody does not look the session up.
 */
export type Viewer = { readonly team: boolean; readonly signOutToken: string } | 'perhaps' | undefined

export interface Page {
  /** What the page is; it is also its heading unless the body brings one. */
  readonly title: string
  /** True when something that was sent was refused. */
  readonly refused?: boolean
  /** For whom somebody of the team sees this page. */
  readonly onBehalf?: OnBehalf | undefined
  /** The way back, above the main part. */
  readonly back?: { readonly href: string; readonly label: string }
  /** True when the body needs the whole width, and brings its own columns. */
  readonly wide?: boolean
  /** The origin of a form that is not sent to us: a browser refuses every other. */
  readonly sendsTo?: string
  readonly body: Html
}

const footerLinks = ['ideas', 'library', 'privacy', 'cookies', 'accessibility'] as const

export function layout({ contact }: Pick<Settings, 'contact'>, viewer: Viewer, page: Page): string {
  const content = html`${page.onBehalf && onBehalfNote(page.onBehalf)}
${page.body}`
  return html`<!doctype html>
<html class="govuk-template" lang="${language('code')}" dir="${language('direction')}">
<head>
<meta charset="utf-8">
<title>${words(page.refused ? 'refused' : 'title', { title: page.title })}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b6156">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style/${styleSheetName}.css">
</head>
<body class="govuk-template__body">
<a class="govuk-skip-link" href="#main">${words('skip')}</a>
<header class="app-header"><div class="govuk-width-container"><a class="app-header__name" href="/">${words('mark')}</a>${navigation(viewer)}</div></header>
<div class="govuk-width-container">
${page.back && html`<a class="govuk-back-link" href="${page.back.href}">${page.back.label}</a>`}
<main class="govuk-main-wrapper" id="main">
${page.wide ? content : html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`}
</main></div>
<footer class="govuk-footer"><div class="govuk-width-container">
<p class="govuk-footer__meta-custom">${words('ledBy')}</p>
<ul class="govuk-footer__inline-list">${footerLinks.map((page) => html`<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/${page}">${words(page)}</a></li>`)}</ul>
<p class="govuk-footer__meta-custom">${say(words, 'help', { address: html`<a class="govuk-footer__link" href="mailto:${contact.address}">${contact.address}</a>`, telephone: contact.telephone })}</p>
</div></footer>
</body>
</html>
`.html
}

function navigation(viewer: Viewer): Html {
  if (viewer === 'perhaps') {
    return html`<nav aria-label="${words('account')}"><ul><li><a href="/journeys">${words('journeys')}</a></li></ul></nav>`
  }
  if (!viewer)
    return html`<nav aria-label="${words('account')}"><ul><li><a href="/sign-in">${words('signIn')}</a></li></ul></nav>`
  return html`<nav aria-label="${words('account')}"><ul>
${viewer.team && html`<li><a href="/team">${words('team')}</a></li>`}
<li><a href="/journeys">${words('journeys')}</a></li>
<li><form method="post" action="/sign-out"><input type="hidden" name="token" value="${viewer.signOutToken}"><button>${words('signOut')}</button></form></li>
</ul></nav>`
}

/** A page that only says one thing, and what to do next. */
export function notice(
  title: string,
  paragraphs: readonly string[],
  next?: { href: string; label: string },
): Page {
  return {
    title,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
${paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`)}
${next && html`<a class="govuk-button" href="${next.href}">${next.label}</a>`}`,
  }
}
