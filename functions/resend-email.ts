// POST /team/journeys/{journey}/emails : sends an email once more, to whoever is the lead now.
import { JourneyPath, ResendForm } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { resendEmail } from './app/journey-emails.ts'
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
} satisfies Needs<'resend-email'>

export const handler = signedInPage('resend-email', ports, 'team', async ({ path, form }, { session }) => {
  const { journey } = parsePath(JourneyPath, path)
  const { email, after } = parseForm(ResendForm, form)
  const events = await ports.journeys.all(journey)
  if (events.length === 0) throw new PageError(404, 'not-found')
  const outcome = await resendEmail(ports, events, session.person, { id: `${journey}-${email}`, after })
  const back = `/team/journeys/${journey}/emails`
  return outcome === 'resent' ? { goTo: back } : { page: refusalPage('journey', outcome, back), status: 409 }
})
