// SES says what became of an email: it went, it came back, or somebody complained.
import { MailEvent } from '../events/mail-events.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoMailLedger } from './adapters/dynamo-mail-ledger.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoSuppressionWriter } from './adapters/dynamo-suppressions.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { recordMailEvent } from './app/record-mail-event.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  settings: settings(),
  ledger: dynamoMailLedger(table),
  suppressionWriter: dynamoSuppressionWriter(table),
  people: dynamoPeople(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
} satisfies Needs<'record-mail-event'>

export const handler = task('record-mail-event', MailEvent, (event) => recordMailEvent(ports, event))
