// POST /journeys/{journey}/withdraw : a lead ends the journey.
import { JourneyPath, PressForm } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { carryOut } from './app/carry-out.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
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
} satisfies Needs<'withdraw-journey'>

export const handler = signedInPage(
  'withdraw-journey',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const { journey } = parsePath(JourneyPath, path)
    if (!(await ledJourneyOf(ports, journey, session))) throw new PageError(404, 'not-found')
    parseForm(PressForm, form)
    const outcome = await carryOut(ports, journey, session.person, { kind: 'withdraw' })
    const hub = `/journeys/${journey}`
    if (outcome.kind === 'accepted' || outcome.reason === 'already') return { goTo: hub }
    return { page: refusalPage('journey', outcome.reason, hub), status: 409 }
  },
)
