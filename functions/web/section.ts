// The questions of a part of a step, or of one of its entries.

import { nowField } from '../../workflows/areas-of-change.ts'
import { entriesOf, isNeeded, mayNotApply, reasonName } from '../../workflows/fields.ts'
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import { word, wordFor } from '../../workflows/words.ts'
import { fileFieldsOf } from '../app/files.ts'
import type { SectionFor } from '../app/section-for.ts'
import type { Written } from '../app/section-work.ts'
import { facts } from './answers.ts'
import { formatMoment } from './dates.ts'
import { details } from './details.ts'
import { foundBefore, writtenBefore } from './distance.ts'
import type { Numbered } from './entry-list.ts'
import { entryTitle } from './entry-title.ts'
import { fold, mustsFirst, runsOf } from './fold.ts'
import {
  errorSummary,
  type Guide,
  hidden,
  type Messages,
  ownHint,
  renderFields,
  type Typed,
  textField,
} from './form.ts'
import { guide } from './guide.ts'
import { handedInNotice } from './handed-in.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { libraryLinks } from './library-links.ts'
import { isWanted, missingBeside } from './missing.ts'
import { missingHere } from './missing-here.ts'
import { planLink } from './plan-link.ts'
import { say } from './say.ts'

export interface SectionView extends SectionFor {
  /** What its address asks for of a long list. */
  readonly query?: Readonly<Record<string, string>>
  readonly token: string
}

/** The entry or the section that the page is for. */
export interface ShownPart extends Pick<Written, 'id' | 'revision'> {
  readonly isNew: boolean
}

export function questionsPage(
  view: SectionView,
  shown: ShownPart,
  typed: Typed,
  messages: Messages = {},
  saved?: Pick<Written, 'answers' | 'at'>,
): Page {
  const { event, step, work, token, onBehalf, referable } = view
  const { section, fields } = work
  const entries = entriesOf(section)
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${section.id}`
  const title = entries ? word(`field.${entries.id}.one`) : word(`section.${section.id}`)
  const { individual } = event.state
  const files = { journey: event.journey, files: view.files, referable, individual }
  const written = work.written.find(({ id }) => id === shown.id)
  const asked = isWanted(view, work) ? fields.map((field) => ({ ...field, required: true })) : fields
  const { first, more } = mustsFirst(fields)
  const answers = [typed, messages] as const
  const given = [typed, messages, files, guideFor(view)] as const
  const save = html`<button class="govuk-button" name="action" value="save">${words('save')}</button>`
  return {
    title,
    wide: view.distance !== undefined,
    onBehalf,
    refused: Object.keys(messages).length > 0,
    back: { href: entries ? here : back, label: words('back') },
    body: html`${errorSummary(messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${title}</h1>
${handedInNotice(view)}
<p class="govuk-body">${howMuch(view, written)}</p>
${Object.keys(messages).length === 0 && missingHere(written)}
${missingBeside(view)}
${entries?.id === 'session' && libraryLinks()}
${view.distance && foundBefore(view.distance, individual)}
${saved ? changedMeanwhile(saved, facts(fields, saved.answers, files)) : savedByOther(view, written)}
<form method="post" action="${entries ? `${here}/${shown.id}` : here}" novalidate>
${hidden('token', token)}${hidden('revision', shown.revision)}
${entries ? renderFields(first, ...given) : runsOf(asked).map((run) => (run.folded ? fold(words('sayMore'), run.fields, answers, renderFields(run.fields, ...given)) : renderFields(run.fields, ...given)))}
${asideQuestions(view, typed, messages)}
<div class="govuk-button-group">${save}
${fileFieldsOf(fields)
  .filter(({ id, max }) => (typed[id] ?? []).length < max)
  .map(
    ({ id }) =>
      html`<button class="govuk-button govuk-button--secondary" name="action" value="add-to-${id}">${words('addFile')}</button>`,
  )}</div>
${entries && more.length > 0 && fold(words('more'), more, answers, html`${renderFields(more, ...given)}${save}`)}
${entries && !shown.isNew && html`<button class="govuk-button govuk-button--secondary" name="action" value="ask-to-remove">${words('remove')}</button>`}
</form>
${planLink(view)}`,
  }
}

/** What goes cannot be had back, so it is asked once more. */
export function removeEntryPage(
  { event, step, work, token, onBehalf }: SectionView,
  entry: Numbered,
  revision: number,
): Page {
  const entries = entriesOf(work.section)!
  const here = `/journeys/${event.journey}/steps/${step.id}/${work.section.id}/${entry.id}`
  const title = words('removeTitle')
  return {
    title,
    onBehalf,
    back: { href: here, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${title}</h1>
<p class="govuk-body">${say(words, 'removeWhat', { title: html`<bdi>${entryTitle(entries, entry.answers, entry.number)}</bdi>` })}</p>
<form method="post" action="${here}">
${hidden('token', token)}${hidden('revision', revision)}
<button class="govuk-button govuk-button--warning" name="action" value="remove">${words('remove')}</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${here}">${words('keepIt')}</a></p>`,
  }
}

/** Where it is asked how far they have come, what they wrote before stands beside. */
function guideFor({ distance, event }: SectionView): Guide {
  if (!distance) return guide
  const around = (field: string, question: Html) => {
    const each = distance.areas.find(({ area }) => nowField(area) === field)
    const before = each && writtenBefore(each, event.state.individual)
    if (!before) return question
    return html`<div class="app-views"><div class="govuk-inset-text">${before}</div><div>${question}</div></div>`
  }
  return { ...guide, around }
}

/** Of one or two, nobody says “all”. */
const all: Readonly<Record<number, 'oneQuestion' | 'bothNeeded'>> = { 1: 'oneQuestion', 2: 'bothNeeded' }

/** How many of the questions must be answered, as those beside them are by now. */
function howMuch(view: SectionView, written: Written | undefined): string {
  const { fields } = view.work
  if (isWanted(view, view.work)) return words('wanted')
  const needed = fields.filter((field) => isNeeded(field, written?.answers ?? {})).length
  if (needed === 0) return words('wouldHelp')
  if (needed === fields.length) return words(all[needed] ?? 'allNeeded', { count: needed })
  return words(needed === 1 ? 'oneNeeded' : 'someNeeded', { count: needed })
}

/** So that two people in one part know of each other, before one of them saves. */
export function savedByOther({ person }: SectionView, written: Written | undefined): Html | undefined {
  if (!written?.at || written.by === person) return undefined
  return html`<p class="govuk-body">${words('savedByOther', { moment: formatMoment(written.at) })}</p>`
}

/** What somebody else saved stands beside what was typed, and is kept until the person decides. */
export function changedMeanwhile({ at }: Pick<Written, 'at'>, savedNow: Html | undefined): Html {
  return html`<div class="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">${words('changed')}</h2>
<div class="govuk-error-summary__body"><p class="govuk-body">${at ? words('savedNowSince', { moment: formatMoment(at) }) : words('savedNow')}</p>${savedNow}
<p class="govuk-body">${words('yoursIsBelow')}</p></div></div></div>`
}

/** Open when a reason is there already. */
function asideQuestions(
  { event, work: { section, fields } }: SectionView,
  typed: Typed,
  messages: Messages,
): Html | undefined {
  const questions = fields.filter((field) => mayNotApply(section, field))
  if (questions.length === 0) return undefined
  const { individual } = event.state
  const labels = questions.map(({ id }) => wordFor(individual, `field.${id}`))
  const reasons = questions.map((field, at) => {
    const { id } = field
    const name = reasonName(id)
    // Of two that ask in the same words, the hint says which is which.
    const isAlone = labels.filter((label) => label === labels[at]).length === 1
    const label = isAlone ? labels[at] : `${labels[at]} ${ownHint(field, individual)}`
    return textField(name, label!, { value: typed[name]?.[0], message: messages[name] })
  })
  const isGiven = questions.some(({ id }) => typed[reasonName(id)]?.[0])
  return details(
    words('asideQuestion'),
    html`<fieldset class="govuk-fieldset" aria-describedby="aside-hint"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words(individual ? 'asideLegendToOne' : 'asideLegend')}</legend>
<div class="govuk-hint" id="aside-hint">${words('asideHint')}</div>
${reasons}</fieldset>`,
    isGiven,
  )
}
