// POST …/steps/{step}/{section} and …/{entry} : saves what was typed, finished or not; only what cannot be read is refused.
import { SectionForm, SectionPath } from '../events/forms.ts'
import { checkFields, entriesOf } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from './adapters/dynamo-drafts.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { saveDraft } from './app/save-draft.ts'
import { stepFor } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { londonDay } from './web/dates.ts'
import { messagesFor } from './web/form.ts'
import { refusalPage } from './web/refusal.ts'
import { questionsPage } from './web/section.ts'

const table = openTable()
const ports = {
  settings: settings(),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  draftWriter: dynamoDraftWriter(table),
  sessionWriter: dynamoSessionWriter(table),
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
    if (!found || !work || (entries === undefined) !== (place.entry === undefined))
      throw new PageError(404, 'not-found')
    const back = `/journeys/${place.journey}/steps/${place.step}`
    if (!found.work.open) return { page: refusalPage('step', 'already', back), status: 409 }
    const { token, revision, action, ...typed } = parseForm(SectionForm(work.fields), form)
    const id = place.entry ?? ''
    const saved = work.written.find((each) => each.id === id)
    const view = { ...found.work, work, token }
    const { problems } = checkFields(work.fields, typed, londonDay(ports.clock.now()))
    const unreadable = Object.entries(problems).filter(([, { code }]) => entries || code !== 'missing')
    if (action === 'save' && unreadable.length > 0) {
      const messages = messagesFor(Object.fromEntries(unreadable))
      return { page: questionsPage(view, { id, revision, isNew: !saved }, typed, messages) }
    }
    const draft = { section: place.section, entry: id, revision, begunAt: saved?.begunAt }
    const outcome = await saveDraft(
      ports,
      found.work,
      session.person,
      draft,
      action === 'remove' ? 'remove' : typed,
    )
    if (outcome === 'stale') {
      const current = { id, revision: saved?.revision ?? 0, isNew: !saved }
      return { page: questionsPage(view, current, typed, {}, saved), status: 409 }
    }
    return { goTo: entries ? `${back}/${place.section}` : back }
  },
)
