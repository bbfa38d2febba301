// GET …/steps/{step}/{section} and …/{entry} : the questions of a part of a step, or the list of what was added to it.
import { SectionPath } from '../events/forms.ts'
import { entriesOf } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { mintId } from './app/secrets.ts'
import { stepFor } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { entriesPage } from './web/entries.ts'
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
} satisfies Needs<'show-section'>

export const handler = signedInPage(
  'show-section',
  ports,
  'anybody',
  async ({ path }, { session, token }) => {
    const place = parsePath(SectionPath, path)
    const found = await stepFor(ports, session, place)
    const work = found?.work.sections.find(({ section }) => section.id === place.section)
    if (!found || !work) throw new PageError(404, 'not-found')
    if (!found.work.open) return { goTo: `/journeys/${place.journey}/steps/${place.step}` }
    const view = { ...found.work, work, token: token('submit-section') }
    const entries = entriesOf(work.section)
    if (entries && place.entry === undefined) return { page: entriesPage(view, mintId()) }
    if (!entries && place.entry !== undefined) throw new PageError(404, 'not-found')
    const id = place.entry ?? ''
    if (work.taken.some((each) => each.id === id)) {
      return { goTo: `/journeys/${place.journey}/steps/${place.step}/${place.section}` }
    }
    const written = work.written.find((each) => each.id === id)
    return {
      page: questionsPage(
        view,
        { id, revision: written?.revision ?? 0, isNew: !written },
        written?.typed ?? {},
      ),
    }
  },
)
