// Woken by the table's stream: does what a committed event asks for, and emails the codes that were asked for.
import { TableStream } from '../events/table-stream.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCodeRequests, dynamoCodeWriter } from './adapters/dynamo-codes.ts'
import { dynamoJourneys, dynamoPending } from './adapters/dynamo-journeys.ts'
import { dynamoLinkWriter } from './adapters/dynamo-links.ts'
import { dynamoMailLedger } from './adapters/dynamo-mail-ledger.ts'
import { dynamoNamesakeWriter } from './adapters/dynamo-namesakes.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoPublicationRemoval } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoStopLinkWriter } from './adapters/dynamo-stop-links.ts'
import { dynamoSummaryWriter } from './adapters/dynamo-summaries.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoTokens } from './adapters/dynamo-tokens.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { sesMail } from './adapters/ses-mail.ts'
import { settings } from './adapters/settings.ts'
import { stepFunctionsWorkflow } from './adapters/step-functions-workflow.ts'
import { systemClock } from './adapters/system-clock.ts'
import { relayBatch } from './app/relay-batch.ts'
import type { Needs } from './inventory.ts'
import { logError } from './middleware/log.ts'
import { layStoredWords } from './middleware/stored-words.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  settings: settings(),
  words: dynamoWords(table),
  journeys: dynamoJourneys(table),
  pending: dynamoPending(table),
  codeRequests: dynamoCodeRequests(table),
  codeWriter: dynamoCodeWriter(table),
  summaryWriter: dynamoSummaryWriter(table),
  namesakeWriter: dynamoNamesakeWriter(table),
  linkWriter: dynamoLinkWriter(table),
  publicationRemoval: dynamoPublicationRemoval(table),
  records: dynamoRecords(table),
  tokens: dynamoTokens(table),
  workflow: stepFunctionsWorkflow(),
  mail: sesMail(),
  ledger: dynamoMailLedger(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
  stopLinkWriter: dynamoStopLinkWriter(table),
} satisfies Needs<'relay'>

/** No failure is given back to the stream: what failed is noted, and the sweep takes it up. */
export const handler = task('relay', TableStream, async (stream) => {
  await layStoredWords('relay', ports)
  await relayBatch(ports, stream, (error) => logError('relay', error))
  return { batchItemFailures: [] }
})
