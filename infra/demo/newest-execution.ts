// Asks Step Functions, over its own API, where the newest execution is.
import { newest as newestDefinition } from '../../workflows/released/index.ts'
import { stateMachineName } from '../../workflows/state-machine.ts'

/** The lists that the operations used here answer with. */
type StepFunctionsAnswer = {
  stateMachines?: { stateMachineArn: string }[]
  executions?: { executionArn: string; status: string }[]
  events?: { type: string; stateEnteredEventDetails?: { name: string } }[]
}

export async function askStepFunctions(
  awsUrl: string,
  operation: string,
  input: object,
): Promise<StepFunctionsAnswer> {
  const response = await fetch(awsUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AWSStepFunctions.${operation}`,
    },
    body: JSON.stringify(input),
  })
  return (await response.json()) as StepFunctionsAnswer
}

/** Such as "waits in validation", or "SUCCEEDED". */
export async function newestExecution(awsUrl: string): Promise<string> {
  const { stateMachines } = await askStepFunctions(awsUrl, 'ListStateMachines', {})
  // They are listed by name, and a name says nothing of when its definition was released.
  const name = stateMachineName(newestDefinition)
  const stateMachineArn = stateMachines?.find((each) =>
    each.stateMachineArn.endsWith(`:${name}`),
  )?.stateMachineArn
  const { executions } = await askStepFunctions(awsUrl, 'ListExecutions', { stateMachineArn, maxResults: 1 })
  const [newest] = executions ?? []
  if (!newest) return 'no execution yet'
  if (newest.status !== 'RUNNING') return newest.status
  const history = { executionArn: newest.executionArn, reverseOrder: true, maxResults: 20 }
  const { events } = await askStepFunctions(awsUrl, 'GetExecutionHistory', history)
  const entered = events?.find(({ stateEnteredEventDetails }) => stateEnteredEventDetails)
  return `waits in ${entered?.stateEnteredEventDetails?.name}`
}
