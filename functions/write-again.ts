// POST /team/journeys/{journey}/lead/write-again : we write to the lead's address again.

import { JourneyPath, WriteAgainForm } from '../events/forms.ts'
import { journeyLead as words } from '../workflows/words/journey-lead.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressionLifter, dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readLeadView } from './app/change-lead.ts'
import { writeAgain } from './app/write-again.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { leadPage } from './web/journey-lead.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  records: dynamoRecords(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
  suppressionLifter: dynamoSuppressionLifter(table),
} satisfies Needs<'write-again'>

export const handler = signedInPage(
  'write-again',
  ports,
  'team',
  async ({ path, form }, { session, token }) => {
    const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
    if (!event) throw new PageError(404, 'not-found')
    const { lead: shown, because } = parseForm(WriteAgainForm, form)
    const again = async (message: string) => ({
      page: leadPage({ ...(await readLeadView(ports, event)), token }, {}, { because: message }),
    })
    if (!because) return again(words('missing.because'))
    const outcome = await writeAgain(ports, event, session.person, { shown, because })
    if (outcome === 'only-if-asked') return again(words('missing.asked'))
    const back = `/team/journeys/${event.journey}`
    return outcome === 'done'
      ? { goTo: `${back}?done=write-again` }
      : { page: refusalPage('journey', outcome, back), status: 409 }
  },
)
