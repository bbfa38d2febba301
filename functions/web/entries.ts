// A part of a step where the same is asked again and again: the list of what was added, or why it does not apply.
import { entriesOf, reasonName } from '../../workflows/fields.ts'
import { reasonFor } from '../../workflows/words/definition/reasons.ts'
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import { optionalWordFor, word, wordFor } from '../../workflows/words.ts'
import type { Typed, Written } from '../app/section-work.ts'
import { details } from './details.ts'
import { entryList, shownEntries } from './entry-list.ts'
import { errorSummary, hidden, type Messages, textArea } from './form.ts'
import { handedInNotice } from './handed-in.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { missingBeside } from './missing.ts'
import { changedMeanwhile, type SectionView } from './section.ts'

/** The reason as it was just sent and not saved. */
export interface Refused {
  readonly typed: Typed
  readonly revision: number
  readonly messages: Messages
  readonly saved?: Pick<Written, 'answers' | 'at'> | undefined
}

/** Each with a way to change it. `newId` is the id that one more would have; `beside` what else can be done with them. */
export function entriesPage(view: SectionView, newId: string, refused?: Refused, beside?: Html): Page {
  const { event, step, work, onBehalf, files, referable } = view
  const entries = entriesOf(work.section)!
  const { individual } = event.state
  const shown = shownEntries(work, view)
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${work.section.id}`
  return {
    title: word(`section.${work.section.id}`),
    onBehalf,
    refused: Object.keys(refused?.messages ?? {}).length > 0,
    back: { href: back, label: words('back') },
    body: html`${refused && errorSummary(refused.messages)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${step.id}`)}</span>${wordFor(individual, `field.${entries.id}`)}</h1>
${handedInNotice(view)}
<p class="govuk-body">${optionalWordFor(individual, `field.${entries.id}.hint`)} ${words(entries.required ? 'oneEntryNeeded' : 'wouldHelp')}</p>
<p class="govuk-body">${reasonFor(entries.id, individual)}</p>
${entryList(entries, shown, here, { journey: event.journey, files, referable, paging: { here, query: view.query ?? {} } })}
${
  work.written.length >= entries.max
    ? html`<p class="govuk-body" id="${entries.id}">${word('problem.too-many-entries', { limit: entries.max })}.</p>`
    : html`<a class="govuk-button" id="${entries.id}" href="${here}/${newId}">${words(shown.length === 0 ? 'addFirst' : 'addAnother')}</a>`
}
${beside}
${(shown.length > 0 || work.status === 'done') && html`<p class="govuk-body"><a class="govuk-link" href="${back}">${words('done')}</a></p>`}
${work.written.length === 0 && asideForm(view, here, refused)}
${missingBeside(view)}`,
  }
}

function asideForm({ event, work, token }: SectionView, here: string, refused?: Refused): Html {
  const entries = entriesOf(work.section)!
  const name = reasonName(entries.id)
  const typed = refused?.typed ?? work.aside?.typed ?? {}
  const form = html`${refused?.saved && changedMeanwhile(refused.saved, html`<p class="govuk-body"><bdi>${work.aside?.typed[name]?.[0]}</bdi></p>`)}
<form method="post" action="${here}" novalidate>
${hidden('token', token)}${hidden('revision', refused?.revision ?? work.aside?.revision ?? 0)}
${textArea(name, words(event.state.individual ? 'asideSectionFieldToOne' : 'asideSectionField'), { message: refused?.messages[name], value: typed[name]?.[0] })}
<button class="govuk-button govuk-button--secondary" name="action" value="save">${words('asideSectionSave')}</button>
</form>`
  return details(words('asideSection'), form, typed[name] !== undefined)
}
