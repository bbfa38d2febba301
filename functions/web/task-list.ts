// Rows that lead somewhere or wait for something, each with where it stands.
import { type Html, html } from './html.ts'

export interface Task {
  /** Told apart on the page by it. */
  readonly id: string
  readonly name: Html | string
  readonly href?: string | undefined
  readonly hint?: Html | string | undefined
  /** More links or buttons under the name: then the name alone is the link, and not the whole row. */
  readonly more?: Html | undefined
  readonly status?: Html | string | undefined
}

export function taskList(tasks: readonly Task[], id?: string): Html {
  return html`<ul class="govuk-task-list"${id && html` id="${id}"`}>${tasks.map(row)}</ul>`
}

function row({ id, name, href, hint, more, status }: Task): Html {
  const wholeRow = href && !more
  const parts = [hint && `${id}-hint`, status && `${id}-status`].filter(Boolean).join(' ')
  return html`<li class="govuk-task-list__item${wholeRow && ' govuk-task-list__item--with-link'}"><div class="govuk-task-list__name-and-hint">${
    href
      ? html`<a class="govuk-link${wholeRow && ' govuk-task-list__link'}" href="${href}"${parts && html` aria-describedby="${parts}"`}>${name}</a>`
      : html`<div>${name}</div>`
  }${hint && html`<div class="govuk-task-list__hint" id="${id}-hint">${hint}</div>`}${more}</div>${
    status && html`<div class="govuk-task-list__status" id="${id}-status">${status}</div>`
  }</li>
`
}

/** Something to act on, or to know; what is done, or has time, is said in plain text. */
export function tag(
  label: string,
  colour: '' | 'govuk-tag--green' | 'govuk-tag--orange' | 'govuk-tag--grey' = '',
): Html {
  return html`<strong class="govuk-tag${colour && ` ${colour}`}">${label}</strong>`
}

/** Nothing to do about it yet. */
export function later(label: string): Html {
  return html`<span class="govuk-task-list__status--cannot-start-yet">${label}</span>`
}
