// What EventBridge would tell of executions: of each that failed or was stopped, until it is heard, and of no other.
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ExecutionEvent } from '../../../events/execution-events.ts'
import { createEndTeller } from '../../../infra/local/execution-events.ts'
import { createMemoryStore } from '../../../infra/local/step-functions/memory-store.ts'
import { openWorkflowEngine } from '../../../infra/local/workflow-engine.ts'
import { temporaryFolder } from './support.ts'

const arnPrefix = 'arn:aws:states:eu-west-2:000000000000'
const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'choose',
  States: {
    choose: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.go = 'wait' %}", Next: 'wait' }],
      Default: 'end',
    },
    wait: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'arn:aws:lambda:eu-west-2:000000000000:function:a',
        Payload: { token: '{% $states.context.Task.Token %}' },
      },
      Next: 'end',
    },
    end: { Type: 'Fail', Error: 'Broken', Cause: 'It says why' },
  },
})
const succeeding = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'end',
  States: { end: { Type: 'Succeed' } },
})

function open(file: string, onEnd: (event: ExecutionEvent) => Promise<unknown>) {
  const workflows = openWorkflowEngine({
    file,
    host: { has: () => true, invoke: async () => ({ ok: true, payload: {} }) },
    stateMachines: [
      { name: 'machine', definition },
      { name: 'succeeding', definition: succeeding },
    ],
    onEnd: (event) => onEnd(ExecutionEvent.parse(event)),
  })
  workflows.begin()
  const close = async () => {
    await workflows.stop()
    workflows.close()
  }
  const ask = async (operation: string, body: object) => {
    const target = `AWSStepFunctions.${operation}`
    expect((await workflows.answer({ target, body: JSON.stringify(body) })).status).toBe(200)
  }
  const start = (name: string, go: string, machine = 'machine') =>
    ask('StartExecution', {
      stateMachineArn: `${arnPrefix}:stateMachine:${machine}`,
      name,
      input: JSON.stringify({ go }),
    })
  const stopExecution = (name: string) =>
    ask('StopExecution', { executionArn: `${arnPrefix}:execution:machine:${name}` })
  return { start, stopExecution, close }
}

test('each that failed or was stopped is told once, with what its rule reads; one that succeeded is not', async () => {
  const told: ExecutionEvent[] = []
  const { start, stopExecution, close } = open(join(temporaryFolder(), 'a.sqlite'), async (event) =>
    told.push(event),
  )
  onTestFinished(close)
  await start('good', '', 'succeeding')
  await start('bad', 'fail')
  await start('stopped', 'wait')
  await stopExecution('stopped')
  await stopExecution('stopped')
  await expect.poll(() => told.length).toBe(2)
  expect(told.map(({ detail }) => [detail.name, detail.status]).toSorted()).toEqual([
    ['bad', 'FAILED'],
    ['stopped', 'ABORTED'],
  ])
  expect(told[0]!.detail).toMatchObject({
    stateMachineArn: `${arnPrefix}:stateMachine:machine`,
    executionArn: `${arnPrefix}:execution:machine:${told[0]!.detail.name}`,
  })
})

test('what was not heard is told after a restart, and what was heard is not', async () => {
  const file = join(temporaryFolder(), 'b.sqlite')
  let asked = 0
  const first = open(file, async ({ detail }) => {
    asked++
    if (detail.name === 'deaf') throw new Error('Not now')
  })
  for (const name of ['heard', 'deaf']) await first.start(name, 'fail')
  await expect.poll(() => asked).toBe(2)
  await first.close()
  const told: string[] = []
  const second = open(file, async ({ detail }) => told.push(detail.name))
  onTestFinished(second.close)
  await expect.poll(() => told).toEqual(['deaf'])
})

test('what was not heard comes again, and keeps nothing else waiting', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const store = createMemoryStore()
  for (const name of ['a', 'b']) {
    const execution = { ...ended, name, arn: `${arnPrefix}:execution:machine:${name}` }
    store.save({ execution: { ...execution, status: 'RUNNING', version: 1 }, events: [] })
    store.save({ execution, events: [] })
  }
  const asked: string[] = []
  const onEvent = async ({ detail }: { detail: { name: string } }) => {
    asked.push(detail.name)
    if (detail.name === 'a' && asked.length < 4) throw new Error('Not now')
  }
  const teller = createEndTeller({ store, onEvent, retryAfterMs: 1_000 })
  teller.tell()
  teller.tell()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toEqual(['a', 'b', 'a', 'a'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(4)
  expect(store.untold()).toEqual([])
  await teller.stop()
  expect(vi.getTimerCount()).toBe(0)
})

const ended = {
  stateMachineArn: `${arnPrefix}:stateMachine:machine`,
  definitionId: 'd',
  roleArn: 'r',
  input: '{}',
  startedAt: 1,
  stoppedAt: 2,
  status: 'FAILED',
  lastEventId: 0,
  version: 2,
} as const
