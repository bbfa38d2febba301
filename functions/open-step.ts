// Task of the state machine: an execution has come to a wait.
import { OpenStepTask } from '../events/workflow-tasks.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoTokenWriter } from './adapters/dynamo-tokens.ts'
import { systemClock } from './adapters/system-clock.ts'
import { openStep } from './app/open-step.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  tokenWriter: dynamoTokenWriter(table),
} satisfies Needs<'open-step'>

export const handler = task('open-step', OpenStepTask, ({ taskToken: token, ...wait }) =>
  openStep(ports, { token, ...wait }),
)
