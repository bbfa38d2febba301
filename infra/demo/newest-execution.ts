// Asks Step Functions, over its own API, where the newest execution is.

/** Such as "waits in validation", or "SUCCEEDED". */
export async function newestExecution(awsUrl: string): Promise<string> {
  const ask = async (operation: string, input: object) => {
    const response = await fetch(awsUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AWSStepFunctions.${operation}`,
      },
      body: JSON.stringify(input),
    })
    return (await response.json()) as Record<string, never[]>
  }
  const { stateMachines } = await ask('ListStateMachines', {})
  const machine = (stateMachines as unknown as { stateMachineArn: string }[]).at(-1)!
  const { executions } = await ask('ListExecutions', {
    stateMachineArn: machine.stateMachineArn,
    maxResults: 1,
  })
  const [newest] = executions as unknown as { executionArn: string; status: string }[]
  if (!newest) return 'no execution yet'
  if (newest.status !== 'RUNNING') return newest.status
  const history = { executionArn: newest.executionArn, reverseOrder: true, maxResults: 20 }
  const { events } = await ask('GetExecutionHistory', history)
  const entered = (events as unknown as { stateEnteredEventDetails?: { name: string } }[]).find(
    ({ stateEnteredEventDetails }) => stateEnteredEventDetails,
  )
  return `waits in ${entered?.stateEnteredEventDetails?.name}`
}
