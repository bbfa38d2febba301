// What somebody sent after their sign-in had ended or another had begun: to be read again, and then sent or left.
import { held as words } from '../../workflows/words/held.ts'
import { optionalWord } from '../../workflows/words.ts'
import type { HeldForm } from '../app/ports.ts'
import type { HeldSince } from '../app/sign-in.ts'
import { formatMoment } from './dates.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import { notice, type Page } from './layout.ts'
import { type Fact, summaryList } from './summary-list.ts'

/** `token` is that of the form which is held, made for the new session; `dropToken` that of leaving it. */
export function heldPage(
  { path, form, expiresAt }: HeldForm,
  since: HeldSince,
  token: string,
  dropToken: string,
): Page {
  const title = words(`title.${since}`)
  const fields = Object.entries(form).flatMap(([name, values]) => values.map((value) => hidden(name, value)))
  const caption = captionOf(path)
  return {
    title,
    body: html`<h1 class="govuk-heading-l">${caption && html`<span class="govuk-caption-l">${caption}</span>`}${title}</h1>
<p class="govuk-body">${words('what', { until: formatMoment(expiresAt) })}</p>
${summaryList(factsOf(form))}
<p class="govuk-body">${words('changed')}</p>
<form method="post" action="${path}?held=${since}">
${hidden('token', token)}${fields}
<button class="govuk-button">${words('send')}</button>
</form>
<form method="post" action="/held?held=${since}">
${hidden('token', dropToken)}
<p class="govuk-body">${words('dropped')} <button class="app-button-link">${words('drop')}</button></p>
</form>`,
  }
}

/** It was sent or left, or the hour is over. */
export function nothingHeldPage(): Page {
  return notice(words('nothingTitle'), [words('nothing')], { href: '/journeys', label: words('journeys') })
}

/** The step and the part of it that a path leads to. */
function captionOf(path: string): string | undefined {
  const [, step, section] = /\/steps\/([a-z-]+)\/([a-z-]+)/.exec(path) ?? []
  const names = [optionalWord(`wait.${step}`), optionalWord(`section.${section}`)]
  return names.filter((name) => name !== undefined).join(': ') || undefined
}

/** What a person typed or chose, under its question; what only the page knew, such as a revision, has no word. */
function factsOf(form: HeldForm['form']): Fact[] {
  return Object.entries(form).flatMap(([name, values]): Fact[] => {
    const shown = values.filter((value) => value.trim() !== '')
    if (name === 'action')
      return shown.includes('remove') ? [[words('removal'), words('removal.remove')]] : []
    const label = labelOf(name)
    return label && shown.length > 0 ? [[label, answer(name, shown)]] : []
  })
}

function labelOf(name: string): string | undefined {
  const question = optionalWord(`field.${name.replace(/-because$/, '')}`)
  return question && name.endsWith('-because') ? words('aside', { question }) : (ownWord(name) ?? question)
}

/** Entries and files are named by ids, which say nothing to anybody. */
const anId = /^[0-9a-hjkmnp-tv-z]{16}$/

function answer(name: string, values: readonly string[]): Html {
  if (values.every((value) => anId.test(value))) return html`${words('chosen', { count: values.length })}`
  const wordOf = (value: string) =>
    ownWord(`${name}.${value}`) ?? optionalWord(`field.${name}.${value}`) ?? optionalWord(`wait.${value}`)
  return html`${values.map((value, at) => html`${at > 0 && ', '}<bdi>${wordOf(value) ?? value}</bdi>`)}`
}

/** Of the forms whose fields no definition names. */
const ownNames = ['name', 'email', 'comment', 'reason', 'decision', 'to', 'onBehalfOf'] as const
function ownWord(id: string): string | undefined {
  const [name] = id.split('.')
  const known = (ownNames as readonly string[]).includes(name!) && Object.hasOwn(words.words, `held.${id}`)
  return known ? words(id as Parameters<typeof words>[0]) : undefined
}
