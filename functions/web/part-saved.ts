// What is shown after the form of a section or an entry was sent: the next page, or the form again with what it needs.
import { entriesOf, reasonName } from '../../workflows/fields.ts'
import type { PlainField } from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { sectionPage as words } from '../../workflows/words/section-page.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import { fileFieldsOf, ownFiles } from '../app/files.ts'
import type { Saved } from '../app/save-draft.ts'
import type { PartSaved, Sent } from '../app/save-part.ts'
import { mintId } from '../app/secrets.ts'
import type { SectionFor } from '../app/section-for.ts'
import type { Typed } from '../app/section-work.ts'
import { entriesPage } from './entries.ts'
import { shownEntries } from './entry-list.ts'
import { type Messages, messagesFor } from './form.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { refusalPage } from './refusal.ts'
import { questionsPage, removeEntryPage, type SectionView } from './section.ts'
import { type Fact, summaryList } from './summary-list.ts'

type Next = { readonly goTo: string } | { readonly page: Page; readonly status?: number }

export function partSaved(view: SectionView, { entry, revision }: Sent, saved: PartSaved): Next {
  const { event, step, work } = view
  const back = `/journeys/${event.journey}/steps/${step.id}`
  const here = `${back}/${work.section.id}`
  const shown = { id: entry, revision, isNew: !work.written.some(({ id }) => id === entry) }
  const { typed, addTo } = saved
  switch (saved.kind) {
    case 'saved':
      if (addTo) return { goTo: `${here}${entry && `/${entry}`}/files/${addTo.id}` }
      return { goTo: entriesOf(work.section) ? here : back }
    case 'files-first':
      return { page: questionsPage(view, shown, typed, filesFirst(work.fields)) }
    case 'refused':
      return {
        page: questionsPage(view, shown, typed, messagesFor(saved.problems, typed, event.state.individual)),
      }
    case 'stale': {
      const { current } = saved
      const page = questionsPage(view, { ...shown, revision: current.revision }, typed, {}, current)
      return { page, status: 409 }
    }
  }
}

/** The step was handed in since the page was opened, or the journey has ended: nothing is saved, and what was typed can be copied. */
export function handedInMeanwhile({ event, step, work }: SectionFor, typed: Typed): Next {
  const path = `/journeys/${event.journey}/steps/${step.id}`
  const page = refusalPage('step', hasEnded(event.state) ? 'ended' : 'already', path)
  const asked = new Set([...work.section.fields, ...work.fields].map(({ id }) => id))
  const facts = [...asked].flatMap((field) => asTyped(field, typed))
  const shown = summaryList(facts)
  if (!shown) return { page, status: 409 }
  const body = html`${page.body}
<h2 class="govuk-heading-m">${words('typed')}</h2>
<p class="govuk-body">${words('typedText')}</p>
${shown}`
  return { page: { ...page, body }, status: 409 }
}

/** Also what could not have been saved. */
function asTyped(field: string, typed: Typed): Fact[] {
  return [field, reasonName(field)].flatMap((name): Fact[] => {
    const values = (typed[name] ?? []).filter((value) => value.trim() !== '')
    if (values.length === 0) return []
    return [
      [
        word(`field.${field}`),
        html`${values.map((value) => html`<bdi>${optionalWord(`field.${field}.${value}`) ?? value}</bdi> `)}`,
      ],
    ]
  })
}

/** Why an entry that has files cannot be taken away yet. */
function filesFirst(fields: readonly PlainField[]): Messages {
  return Object.fromEntries(fileFieldsOf(fields).map(({ id }) => [id, words('filesFirst')]))
}

/** Nothing is asked of what is gone already. */
export function askToRemove(view: SectionView, entry: string, revision: number): Next {
  const { event, step, work } = view
  const found = shownEntries(work, view).find(({ id }) => id === entry)
  if (!found) return { goTo: `/journeys/${event.journey}/steps/${step.id}/${work.section.id}` }
  if (ownFiles(work.fields, found.typed, view).length > 0)
    return {
      page: questionsPage(view, { id: entry, revision, isNew: false }, found.typed, filesFirst(work.fields)),
    }
  return { page: removeEntryPage(view, found, revision) }
}

/** The same of the reason for which a whole section of entries does not apply. */
export function reasonSaved(
  view: SectionView,
  { typed, revision }: Pick<Sent, 'typed' | 'revision'>,
  saved: Saved,
): Next {
  switch (saved.kind) {
    case 'saved':
      return { goTo: `/journeys/${view.event.journey}/steps/${view.step.id}` }
    case 'refused':
      return {
        page: entriesPage(view, mintId(), { typed, revision, messages: messagesFor(saved.problems, typed) }),
      }
    case 'stale': {
      const { current } = saved
      const refused = { typed, revision: current.revision, messages: {}, saved: current }
      return { page: entriesPage(view, mintId(), refused), status: 409 }
    }
  }
}
