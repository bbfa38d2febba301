// GET /team/journeys/{journey}/emails : the emails of a journey, and whether they went.
import { JourneyPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSentMail } from './adapters/dynamo-mail-ledger.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readEmails } from './app/journey-emails.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { emailsPage } from './web/journey-emails.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  people: dynamoPeople(table),
  sentMail: dynamoSentMail(table),
} satisfies Needs<'show-emails'>

export const handler = signedInPage('show-emails', ports, 'team', async ({ path }, { token }) => {
  const events = await ports.journeys.all(parsePath(JourneyPath, path).journey)
  const emails = await readEmails(ports, events)
  if (!emails) throw new PageError(404, 'not-found')
  return { page: emailsPage({ ...emails, token: token('resend-email') }) }
})
