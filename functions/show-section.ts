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
import { sectionFor } from './app/section-for.ts'
import { takesDrafts } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { besideEntries } from './web/beside-entries.ts'
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
  async ({ path, query }, { session, token }) => {
    const place = parsePath(SectionPath, path)
    const found = await sectionFor(ports, session, place)
    if (!found) throw new PageError(404, 'not-found')
    const step = `/journeys/${place.journey}/steps/${place.step}`
    const { section, taken, written } = found.work
    if (!takesDrafts(found.event, place.step, section)) return { goTo: step }
    const view = { ...found, query, token: token('submit-section') }
    if (entriesOf(section) && place.entry === undefined) {
      return { page: entriesPage(view, mintId(), undefined, besideEntries(view, token)) }
    }
    const id = place.entry ?? ''
    if (taken.some((each) => each.id === id)) return { goTo: `${step}/${section.id}` }
    const saved = written.find((each) => each.id === id)
    const shown = { id, revision: saved?.revision ?? 0, isNew: !saved }
    return { page: questionsPage(view, shown, saved?.typed ?? {}) }
  },
)
