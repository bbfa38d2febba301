// What a linked page said when it was handed in: its text alone, never its HTML.
import { capture as words } from '../../workflows/words/capture.ts'
import type { Capture } from '../app/ports.ts'
import { formatMoment } from './dates.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { summaryList } from './summary-list.ts'

export function capturePage({ journey, url, finalUrl, at, hash, text }: Capture): Page {
  const address = (href: string) => html`<a class="govuk-link" href="${href}" rel="noreferrer">${href}</a>`
  return {
    title: words('title'),
    back: { href: `/cases/${journey}`, label: words('back') },
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words('about')}</p>
${summaryList([
  [words('address'), address(url)],
  ...(finalUrl === url ? [] : [[words('led'), address(finalUrl)] as const]),
  [words('readOn'), formatMoment(at)],
  [words('hash'), hash],
])}
<h2 class="govuk-heading-m">${words('text')}</h2>
<div class="govuk-inset-text app-said" dir="auto">${text}</div>`,
  }
}
