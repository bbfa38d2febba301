// Entries as they are worked on: cards while they are few, and a line each from then on.
import type { Answers } from '../../workflows/fields.ts'
import type { Field } from '../../workflows/model.ts'
import { isPrivate } from '../../workflows/readers.ts'
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import type { SectionWork, Written } from '../app/section-work.ts'
import type { StepWork } from '../app/step-work.ts'
import { facts, inWords } from './answers.ts'
import { entryTitle } from './entry-title.ts'
import { type Files, noFiles } from './file-list.ts'
import { type Html, html } from './html.ts'
import { paged } from './paging.ts'
import { summaryCard } from './summary-list.ts'
import { type Task, tag, taskList } from './task-list.ts'

type Entries = Extract<Field, { kind: 'entries' }>

/** From here on nobody reads a page of cards. */
export const fewCards = 10
/** Of lines, what a page shows at once. */
const linesAtOnce = 50

export interface Numbered extends Written {
  readonly number: number
}

/** What the organisation keeps to itself is not shown to the team that helps it. */
export function shownEntries(
  { written }: SectionWork,
  { onBehalf }: Pick<StepWork, 'onBehalf'>,
): readonly Numbered[] {
  return written
    .map((each, at) => ({ ...each, number: at + 1 }))
    .filter(({ answers }) => !onBehalf || !isPrivate(answers))
}

/** `here` is the path of their section. */
export function entryList(entries: Entries, all: readonly Numbered[], here: string, known: Files): Html {
  const { shown, links } = paged(all, entries.id, linesAtOnce, known.paging)
  return all.length > fewCards
    ? html`${links}${taskList(shown.map((each) => line(entries, each, here)))}`
    : html`${shown.map((each) => card(entries, each, here, known))}`
}

function card(entries: Entries, each: Numbered, here: string, known: Files): Html {
  const missing = missingTag(each)
  return summaryCard(
    html`<h2 class="govuk-summary-card__title"><bdi>${entryTitle(entries, each.answers, each.number)}</bdi></h2>`,
    html`${missing && html`<p class="govuk-body">${missing}</p>`}
${facts(entries.fields, each.answers, known)}`,
    html`<a class="govuk-link" href="${here}/${each.id}">${words('change')}<span class="govuk-visually-hidden">${words('changeNumber', { number: each.number })}</span></a>`,
  )
}

/** When, and of what kind: the first day and the first choice that were answered. */
function line(entries: Entries, each: Numbered, here: string): Task {
  const about = [first('date'), first('choices') ?? first('choice')].filter((fact) => fact !== undefined)
  return {
    id: `entry-${each.number}`,
    name: html`<bdi>${entryTitle(entries, each.answers, each.number)}</bdi>`,
    href: `${here}/${each.id}`,
    hint: about.length > 0 ? html`${about.map((fact, at) => html`${at > 0 && ', '}${fact}`)}` : undefined,
    status: missingTag(each),
  }

  function first(kind: Field['kind']): Html | undefined {
    const field = entries.fields.find(({ id, kind: own }) => own === kind && id !== entries.title)
    return field && answered(each.answers, field)
  }
}

function answered(answers: Answers, field: Entries['fields'][number]): Html | undefined {
  const answer = answers[field.id]
  return answer === undefined ? undefined : inWords(field, answer, noFiles)
}

function missingTag({ problems }: Written): Html | undefined {
  const codes = Object.values(problems).map(({ code }) => code)
  if (codes.length === 0) return undefined
  return codes.every((code) => code === 'being-checked')
    ? tag(words('notReady'))
    : tag(words('missing'), 'govuk-tag--orange')
}
