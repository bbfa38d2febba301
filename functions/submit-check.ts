// POST /team/journeys/{journey} : the team accepts a phase, or returns one step of it.
import { CheckForm, JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords, dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { checkDecision, decideCheck } from './app/check-phase.ts'
import { readCase } from './app/read-case.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { casePage } from './web/case.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  heldFormWriter: dynamoHeldFormWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  recordWriter: dynamoRecordWriter(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  links: dynamoLinks(table),
  drafts: dynamoDrafts(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
} satisfies Needs<'submit-check'>

export const handler = signedInPage(
  'submit-check',
  ports,
  'team',
  async ({ path, form }, { session, token }) => {
    const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
    if (!event) throw new PageError(404, 'not-found')
    const { token: _, wait, visit, ...typed } = parseForm(CheckForm, form)
    const checked = checkDecision(typed)
    if (checked.kind === 'invalid') {
      return { page: casePage({ ...(await readCase(ports, event)), token }, form, checked.messages) }
    }
    const back = `/team/journeys/${event.journey}`
    const outcome = await decideCheck(ports, event, session.person, { wait, visit }, checked)
    return outcome === 'done' ? { goTo: back } : { page: refusalPage('decision', outcome, back), status: 409 }
  },
)
