// POST …/steps/{step}/{section} and …/{entry} : saves what was typed, finished or not; only what cannot be read is refused.
import { AsideForm, SectionForm, SectionPath } from '../events/forms.ts'
import { entriesOf, reasonName } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPublicationRemoval } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { fileFieldsOf, ownFiles, withFilesOf } from './app/files.ts'
import { hidingFromPublic } from './app/public-entry.ts'
import { type Save, saveDraft } from './app/save-draft.ts'
import { mintId } from './app/secrets.ts'
import { stepFor } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { entriesPage } from './web/entries.ts'
import { filesFirst } from './web/file-pages.ts'
import { messagesFor } from './web/form.ts'
import { refusalPage } from './web/refusal.ts'
import { questionsPage } from './web/section.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  draftWriter: dynamoDraftWriter(table),
  sessionWriter: dynamoSessionWriter(table),
  heldFormWriter: dynamoHeldFormWriter(table),
  publicationRemoval: dynamoPublicationRemoval(table),
} satisfies Needs<'submit-section'>

export const handler = signedInPage(
  'submit-section',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const place = parsePath(SectionPath, path)
    const found = await stepFor(ports, session, place)
    const work = found?.work.sections.find(({ section }) => section.id === place.section)
    const entries = work && entriesOf(work.section)
    if (!found || !work || (!entries && place.entry !== undefined)) throw new PageError(404, 'not-found')
    const back = `/journeys/${place.journey}/steps/${place.step}`
    if (!found.work.open) return { page: refusalPage('step', 'already', back), status: 409 }
    if (entries && place.entry === undefined) {
      const { token, revision, action: _, ...typed } = parseForm(AsideForm(entries), form)
      const save = { entry: '', revision, typed }
      const outcome = await saveDraft(ports, found.work, work, session.person, save)
      if (outcome.kind === 'saved') return { goTo: back }
      const name = reasonName(entries.id)
      const refused =
        outcome.kind === 'stale'
          ? { typed, revision: outcome.current.revision, messages: {}, saved: outcome.current }
          : { typed, revision, messages: { [name]: messagesFor(outcome.problems)[entries.id]! } }
      const page = entriesPage({ ...found.work, work, token }, mintId(), refused)
      return { page, ...(outcome.kind === 'stale' && { status: 409 }) }
    }
    const { token, revision, action, ...typed } = parseForm(SectionForm(work.section, work.fields), form)
    if (action === 'remove' && !entries) throw new PageError(400, 'not-a-form')
    const addTo = fileFieldsOf(work.fields).find(({ id }) => action === `add-to-${id}`)
    const entry = place.entry ?? ''
    const written = work.written.find(({ id }) => id === entry)
    const whole = withFilesOf(work.fields, typed, written?.typed)
    const own = ownFiles(work.fields, written?.typed, found.work)
    if (action === 'remove' && own.length > 0) {
      const shown = { id: entry, revision, isNew: false }
      return { page: questionsPage({ ...found.work, work, token }, shown, whole, filesFirst(work.fields)) }
    }
    const save: Save = {
      entry,
      revision,
      typed: action === 'remove' ? action : whole,
      unfinished: addTo !== undefined,
    }
    const outcome = await hidingFromPublic(ports, place.journey, work, save, () =>
      saveDraft(ports, found.work, work, session.person, save),
    )
    if (outcome.kind !== 'saved') {
      const view = { ...found.work, work, token }
      const shown = (revision: number) => ({ id: entry, revision, isNew: !written })
      if (outcome.kind === 'refused') {
        return { page: questionsPage(view, shown(revision), whole, messagesFor(outcome.problems)) }
      }
      const { current } = outcome
      return { page: questionsPage(view, shown(current.revision), whole, {}, current), status: 409 }
    }
    if (addTo) return { goTo: `${back}/${place.section}${entry && `/${entry}`}/files/${addTo.id}` }
    return { goTo: entries ? `${back}/${place.section}` : back }
  },
)
