// What is shown after the form of a section or an entry was sent: the next page, or the form again with what it needs.
import { entriesOf } from '../../workflows/fields.ts'
import type { Saved } from '../app/save-draft.ts'
import type { PartSaved, Sent } from '../app/save-part.ts'
import { mintId } from '../app/secrets.ts'
import { entriesPage } from './entries.ts'
import { filesFirst } from './file-pages.ts'
import { messagesFor } from './form.ts'
import type { Page } from './layout.ts'
import { questionsPage, type SectionView } from './section.ts'

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
