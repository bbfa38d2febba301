// Answers in the words in which they were asked for, as a list to read.
import { asksDistance } from '../../workflows/distance.ts'
import {
  type Answer,
  type Answers,
  type DoesNotApply,
  doesNotApply,
  entriesIn,
  entriesOf,
  idsIn,
  plainFieldsOf,
} from '../../workflows/fields.ts'
import type { Field, PlainField, Section } from '../../workflows/model.ts'
import { answers as words } from '../../workflows/words/answers.ts'
import { word, wordFor } from '../../workflows/words.ts'
import type { OnBehalfOf } from '../app/ports.ts'
import type { Referable } from '../app/referable.ts'
import { declaredOf } from './aims.ts'
import { formatDate } from './dates.ts'
import { distanceTravelled } from './distance.ts'
import { type Files, fileLinks } from './file-list.ts'
import { type Html, html } from './html.ts'
import { linkWithState } from './link-state.ts'
import { paged } from './paging.ts'
import { say } from './say.ts'
import { type Fact, summaryCard, summaryList } from './summary-list.ts'

/** All answers of a submission; what was not answered is left out. */
export function answersList(sections: readonly Section[], answers: Answers, files: Files): Html {
  return html`${sections.map((section) => {
    const entries = entriesOf(section)
    if (entries) return entriesList(entries, answers[entries.id], files)
    if (files.distance && asksDistance(section)) return distanceTravelled(files.distance, files.individual)
    return facts(plainFieldsOf(section), answers, files)
  })}`
}

/** The same for the team and the validators: what was handed in can be all for those alone who wrote it. */
export function answersForOthers(sections: readonly Section[], answers: Answers, files: Files): Html {
  const list = answersList(sections, answers, files)
  return list.html.trim() === '' ? html`<p class="govuk-body">${words('nothingToRead')}</p>` : list
}

/** Entries that are read in one go: more of them make a page heavy. */
const cardsAtOnce = 10

function entriesList(
  field: Extract<Field, { kind: 'entries' }>,
  answer: Answer | undefined,
  files: Files,
): Html {
  if (doesNotApply(answer))
    return summaryList([[wordFor(files.individual, `field.${field.id}`), setAside(answer)]]) ?? html``
  const { shown, before, links } = paged(entriesIn(answer), field.id, cardsAtOnce, files.paging)
  return html`${links}${shown.map((entry, at) =>
    summaryCard(
      html`<h4 class="govuk-summary-card__title">${word(`field.${field.id}.one`)}, ${before + at + 1}</h4>`,
      facts(field.fields, entry, files),
    ),
  )}`
}

const onBehalf = {
  telephone: 'byTelephone',
  letter: 'byLetter',
  email: 'byEmail',
  unsaid: 'onBehalf',
} as const satisfies Readonly<Record<OnBehalfOf, string>>

/** How it came that the team filled something in. */
export function onBehalfInWords(onBehalfOf: OnBehalfOf): string {
  return words(onBehalf[onBehalfOf])
}

export function facts(fields: readonly PlainField[], answers: Answers, files: Files): Html | undefined {
  return summaryList(
    fields.flatMap((field): Fact[] => {
      const answer = answers[field.id]
      const question = wordFor(files.individual, `field.${field.id}`)
      return answer === undefined ? [] : [[question, inWords(field, answer, files)]]
    }),
  )
}

function setAside({ doesNotApply: reason }: DoesNotApply): Html {
  return say(words, 'setAside', { reason: html`<bdi>${reason}</bdi>` })
}

/** One that was taken away since is still named, though not in its words. */
function named(all: readonly Referable[], ids: readonly string[]): Html {
  const titles = ids.map((id) => all.find((each) => each.id === id)?.title ?? words('takenAway'))
  return html`${titles.map((title) => html`<bdi>${title}</bdi><br>`)}`
}

export function inWords(field: PlainField, answer: Answer, files: Files): Html {
  if (doesNotApply(answer)) return setAside(answer)
  if (field.kind === 'file') return fileLinks(files, idsIn(answer))
  if (field.kind === 'references') return named(files.referable?.[field.to] ?? [], idsIn(answer))
  if (field.kind === 'url') return linkWithState(String(answer), files.links)
  if (field.kind === 'date') return html`${formatDate(String(answer))}`
  if (field.kind === 'declaration')
    return html`${wordFor(files.individual, `field.${field.id}.yes`)}${declaredOf[field.id]}`
  if (typeof answer === 'number') return html`${answer.toLocaleString('en-GB')}`
  if (!('options' in field)) return html`<bdi>${String(answer)}</bdi>`
  const chosen = [answer].flat() as string[]
  return html`${chosen.map((option) => wordFor(files.individual, `field.${field.id}.${option}`)).join(', ')}`
}
