// Task of the state machine: the round is over, and the award that was decided is recorded.
import { IssueAwardTask } from '../events/workflow-tasks.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoAwardWriter } from './adapters/dynamo-awards.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { systemClock } from './adapters/system-clock.ts'
import { issueAward } from './app/issue-award.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  clock: systemClock,
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  records: dynamoRecords(table),
  awardWriter: dynamoAwardWriter(table),
} satisfies Needs<'issue-award'>

export const handler = task('issue-award', IssueAwardTask, ({ journey, executionSeq }) =>
  issueAward(ports, journey, executionSeq),
)
