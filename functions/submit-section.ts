// POST …/steps/{step}/{section} and …/{entry} : saves what was typed, finished or not; only what cannot be read is refused.
import { AsideForm, SectionForm, SectionPath } from '../events/forms.ts'
import { entriesOf } from '../workflows/fields.ts'
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
import { savePart, saveReason } from './app/save-part.ts'
import { sectionFor } from './app/section-for.ts'
import { takesDrafts } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parseAnswers, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { askToRemove, handedInMeanwhile, partSaved, reasonSaved } from './web/part-saved.ts'

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
    const found = await sectionFor(ports, session, place)
    if (!found) throw new PageError(404, 'not-found')
    const { section, fields } = found.work
    const isClosed = !takesDrafts(found.event, place.step, section)
    const entries = entriesOf(section)
    if (entries && place.entry === undefined) {
      const { sent: brought, stray } = parseAnswers(AsideForm(entries), form)
      const { token, revision, action: _, ...typed } = brought
      if (isClosed) return handedInMeanwhile(found, typed)
      const sent = { revision, typed, stray }
      return reasonSaved({ ...found, token }, sent, await saveReason(ports, found, sent))
    }
    const { sent: brought, stray } = parseAnswers(SectionForm(section, fields), form)
    const { token, revision, action, ...typed } = brought
    // What asks to take an entry away has no answers that could come back.
    if (action.endsWith('remove') && (!entries || '' in stray)) throw new PageError(400, 'not-a-form')
    if (isClosed) return handedInMeanwhile(found, typed)
    if (action === 'ask-to-remove') return askToRemove({ ...found, token }, place.entry!, revision)
    const sent = { entry: place.entry ?? '', revision, action, typed, stray }
    return partSaved({ ...found, token }, sent, await savePart(ports, found, sent))
  },
)
