// Woken every minute: takes up the work that was left over, and journeys whose execution was lost.
import { Sweep } from '../events/schedules.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCodeRequests, dynamoCodeWriter } from './adapters/dynamo-codes.ts'
import { dynamoCommits, dynamoJourneys, dynamoPending } from './adapters/dynamo-journeys.ts'
import { dynamoLinkWriter } from './adapters/dynamo-links.ts'
import { dynamoMailLedger } from './adapters/dynamo-mail-ledger.ts'
import { dynamoNamesakeWriter } from './adapters/dynamo-namesakes.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoPublicationRemoval } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoStopLinkWriter } from './adapters/dynamo-stop-links.ts'
import { dynamoDue, dynamoSummaryWriter } from './adapters/dynamo-summaries.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoTokens } from './adapters/dynamo-tokens.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { sesMail } from './adapters/ses-mail.ts'
import { settings } from './adapters/settings.ts'
import { stepFunctionsWorkflow } from './adapters/step-functions-workflow.ts'
import { systemClock } from './adapters/system-clock.ts'
import { sweep } from './app/sweep.ts'
import type { Needs } from './inventory.ts'
import { logFigures } from './middleware/log.ts'
import { layStoredWords } from './middleware/stored-words.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  settings: settings(),
  words: dynamoWords(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  pending: dynamoPending(table),
  codeRequests: dynamoCodeRequests(table),
  codeWriter: dynamoCodeWriter(table),
  summaryWriter: dynamoSummaryWriter(table),
  namesakeWriter: dynamoNamesakeWriter(table),
  linkWriter: dynamoLinkWriter(table),
  publicationRemoval: dynamoPublicationRemoval(table),
  due: dynamoDue(table),
  records: dynamoRecords(table),
  tokens: dynamoTokens(table),
  workflow: stepFunctionsWorkflow(),
  mail: sesMail(),
  ledger: dynamoMailLedger(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
  stopLinkWriter: dynamoStopLinkWriter(table),
} satisfies Needs<'sweep'>

export const handler = task('sweep', Sweep, async () => {
  await layStoredWords('sweep', ports)
  return sweep(ports, (figures) => logFigures('sweep', figures))
})
