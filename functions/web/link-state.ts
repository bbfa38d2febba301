// A link that somebody handed in, with what became of looking at it.
import type { HandedInLink } from '../../workflows/links.ts'
import { links as words } from '../../workflows/words/links.ts'
import { formatDate } from './dates.ts'
import { type Html, html } from './html.ts'
import { tag } from './task-list.ts'

export interface Links {
  readonly links: readonly HandedInLink[]
  /** For those who may read what a page said. */
  readonly mayReadCaptures: boolean
}

/** Without a row for it, as in a draft, it is the link alone. */
export function linkWithState(
  url: string,
  { links, mayReadCaptures }: Links = { links: [], mayReadCaptures: false },
): Html {
  const link = links.find((each) => each.url === url)
  return html`<a class="govuk-link" href="${url}" rel="noreferrer">${url}</a>${link && state(link, mayReadCaptures)}`
}

function state({ journey, id, seen, capturedAt }: HandedInLink, mayReadCaptures: boolean): Html {
  const said = seen ? words(`result.${seen.result}`, { date: formatDate(seen.at) }) : words('not-yet')
  const shown =
    seen?.result === 'gone' ? tag(said, 'govuk-tag--orange') : html`<span class="govuk-hint">${said}.</span>`
  return html`<br>${shown}${
    mayReadCaptures &&
    capturedAt &&
    html` <a class="govuk-link" href="/cases/${journey}/captures/${id}">${words('capture', { date: formatDate(capturedAt) })}</a>`
  }`
}
