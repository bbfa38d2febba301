// Long lists: so many at once, with links to the others, so that a page stays light however much was written.
import { paging as words } from '../../workflows/words/paging.ts'
import { type Html, html } from './html.ts'

/** The page that a list is on, and what its address asks for: the number of the first entry, by the list's name. */
export interface Paging {
  readonly here: string
  readonly query: Readonly<Record<string, string>>
}

export interface Paged<T> {
  readonly shown: readonly T[]
  /** How many are before them. */
  readonly before: number
  /** Undefined when all are shown. */
  readonly links: Html | undefined
}

/** All of it without `paging`; and from the beginning when the address asks for what is not there. */
export function paged<T>(
  all: readonly T[],
  name: string,
  atOnce: number,
  paging: Paging | undefined,
): Paged<T> {
  if (!paging || all.length <= atOnce) return { shown: all, before: 0, links: undefined }
  const asked = /^[1-9]\d{0,5}$/.test(paging.query[name] ?? '') ? Number(paging.query[name]) - 1 : 0
  const before = asked < all.length ? asked - (asked % atOnce) : 0
  const shown = all.slice(before, before + atOnce)
  const link = (from: number, text: string) =>
    html` <a class="govuk-link" href="${paging.here}?${name}=${from + 1}#${name}-list">${text}</a>`
  const links = html`<p class="govuk-body" id="${name}-list">${words('which', { first: before + 1, last: before + shown.length, count: all.length })}${
    before > 0 && link(before - atOnce, words('previous'))
  }${before + atOnce < all.length && link(before + atOnce, words('next'))}</p>`
  return { shown, before, links }
}
