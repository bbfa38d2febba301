// Woken at 8 o'clock on weekdays: tells the team by email what waits for them, if anything does.
import { Daily } from '../events/schedules.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoMailLedger } from './adapters/dynamo-mail-ledger.ts'
import { dynamoSummaries } from './adapters/dynamo-summaries.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { sesMail } from './adapters/ses-mail.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { sendTeamDigest } from './app/send-team-digest.ts'
import type { Needs } from './inventory.ts'
import { layStoredWords } from './middleware/stored-words.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  settings: settings(),
  words: dynamoWords(table),
  summaries: dynamoSummaries(table),
  mail: sesMail(),
  ledger: dynamoMailLedger(table),
  suppressions: dynamoSuppressions(table),
} satisfies Needs<'send-team-digest'>

export const handler = task('send-team-digest', Daily, async () => {
  await layStoredWords('send-team-digest', ports)
  await sendTeamDigest(ports)
})
