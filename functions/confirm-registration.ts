// POST /journeys/{journey}/confirm : somebody who is signed in says that a registration under their address is theirs.
import { ConfirmForm, JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { confirm } from './app/sign-in.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
} satisfies Needs<'confirm-registration'>

export const handler = signedInPage(
  'confirm-registration',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const { journey } = parsePath(JourneyPath, path)
    parseForm(ConfirmForm, form)
    await confirm(ports, journey, session.person)
    return { goTo: `/journeys/${journey}` }
  },
)
