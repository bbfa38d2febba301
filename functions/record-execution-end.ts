// Step Functions says that an execution failed, timed out or was stopped.
import { ExecutionEvent } from '../events/execution-events.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { systemClock } from './adapters/system-clock.ts'
import { recordExecutionEnd } from './app/record-execution-end.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
} satisfies Needs<'record-execution-end'>

export const handler = task('record-execution-end', ExecutionEvent, (event) =>
  recordExecutionEnd(ports, event),
)
