// State machines of the contracts: created for a run, watched by their history, and taken away after it.
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  type HistoryEvent,
  paginateGetExecutionHistory,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Place } from './endpoint.ts'

type Payload = { taskToken: string; enteredAt: string; retryCount: number }

/** To be used within the tests: the client is there from beforeAll on. */
export function contractMachines(place: Place) {
  const machines: string[] = []
  const started = new Set<string>()
  let client: SFNClient
  beforeAll(() => {
    client = new SFNClient({})
  })
  // On AWS an execution that waits would wait for a year, and keep its machine from going.
  afterAll(async () => {
    if (!place.isLaptop) {
      for (const executionArn of started) await client.send(new StopExecutionCommand({ executionArn }))
      for (const stateMachineArn of machines) {
        await client.send(new DeleteStateMachineCommand({ stateMachineArn }))
      }
    }
    client.destroy()
  }, 120_000)

  async function create(definition: object | string): Promise<string> {
    const { stateMachineArn = '' } = await client.send(
      new CreateStateMachineCommand({
        name: place.newName(),
        definition: typeof definition === 'string' ? definition : JSON.stringify(definition),
        roleArn: place.given('CONTRACTS_ROLE_ARN'),
      }),
    )
    machines.push(stateMachineArn)
    return stateMachineArn
  }

  async function start(
    stateMachineArn: string,
    input: object = { journey: 'j' },
    name = place.newName(),
  ): Promise<string> {
    const { executionArn = '' } = await client.send(
      new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
    )
    started.add(executionArn)
    return executionArn
  }

  const describe = (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn }))

  async function history(executionArn: string): Promise<HistoryEvent[]> {
    const found: HistoryEvent[] = []
    for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn })) {
      found.push(...events)
    }
    return found
  }

  /** Waits until the function of the nth task was called and has returned; gives what it was called with. */
  function waiting(executionArn: string, nth: number): Promise<Payload> {
    return place.until(async () => {
      const events = await history(executionArn)
      expect(events.filter(({ type }) => type === 'TaskSubmitted').length).toBeGreaterThanOrEqual(nth)
      return payloads(events).at(-1)!
    })
  }

  function ended(executionArn: string): Promise<DescribeExecutionCommandOutput> {
    return place.until(async () => {
      const description = await describe(executionArn)
      expect(description.status).not.toBe('RUNNING')
      return description
    })
  }

  return { client: () => client, create, start, describe, history, waiting, ended }
}

/** What the functions were called with, in order. */
export function payloads(events: readonly HistoryEvent[]): Payload[] {
  return events.flatMap(({ taskScheduledEventDetails: details }) =>
    details ? [(JSON.parse(details.parameters ?? '{}') as { Payload: Payload }).Payload] : [],
  )
}

/** The states that were entered, in order. */
export function statesOf(events: readonly HistoryEvent[]): string[] {
  return events.flatMap(({ stateEnteredEventDetails: details }) => details?.name ?? [])
}

export function machine(StartAt: string, States: object): object {
  return { QueryLanguage: 'JSONata', StartAt, States }
}

/** A task that waits for its token, told as our own are; `failAs` is what the function fails as. */
export function waitingTask(functionArn: string, more: object, failAs?: string): object {
  return task(functionArn, more, failAs, 'arn:aws:states:::lambda:invoke.waitForTaskToken', {
    taskToken: '{% $states.context.Task.Token %}',
  })
}

export function task(
  FunctionName: string,
  more: object,
  failAs?: string,
  Resource = 'arn:aws:states:::lambda:invoke',
  payload: object = {},
): object {
  const Payload = {
    ...payload,
    enteredAt: '{% $states.context.State.EnteredTime %}',
    retryCount: '{% $states.context.State.RetryCount %}',
    journey: '{% $states.context.Execution.Input.journey %}',
    ...(failAs && { failAs }),
  }
  return { Type: 'Task', Resource, Arguments: { FunctionName, Payload }, ...more }
}
