// The process is killed before or after any write, and the journey still comes out the same.
import { expect, test } from 'vitest'
import type { Engine } from '../../../infra/local/step-functions/engine.ts'
import { createMemoryStore } from '../../../infra/local/step-functions/memory-store.ts'
import type { FunctionOutcome } from '../../../infra/local/step-functions/stimulus.ts'
import type { Store } from '../../../infra/local/step-functions/store.ts'
import { journeyDefinition, ROLE, WAITS } from './journey-definition.ts'
import { breaks, type Call, historyOf, type Workbench, workbench, works } from './workbench.ts'

class Killed extends Error {}

/** Dies at the k-th save, before or after it, once; and then at every call until somebody restarts it. */
function fragile(
  store: Store,
  k: number,
  when: 'before' | 'after',
): Store & { revive(): void; saves: number } {
  let dead = false
  const alive = (): void => {
    if (dead) throw new Killed()
  }
  const guarded = Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      (...args: unknown[]) => {
        alive()
        return (call as (...args: unknown[]) => unknown)(...args)
      },
    ]),
  ) as Store
  const mortal = {
    ...guarded,
    saves: 0,
    revive() {
      dead = false
    },
    save(change: Parameters<Store['save']>[0]) {
      alive()
      mortal.saves += 1
      dead = mortal.saves === k
      if (dead && when === 'before') throw new Killed()
      const kept = store.save(change)
      if (dead) throw new Killed()
      return kept
    },
  }
  return mortal
}

type Outcome = { status: string; states: unknown[]; endings: number; calls: string[]; saves: number }

/** A relay: answers the newest call, and takes "too late" for "already answered". */
function answer(bench: Workbench, engine: Engine, call: Call): void {
  const taskToken = String(call.payload.taskToken)
  const validations = bench.calls.filter(({ payload }) => payload.wait === 'validation')
  // The first visit to the validation sends the journey back; a call that is repeated is the same visit.
  const isFirst = validations.every(({ payload }) => payload.taskToken === taskToken)
  try {
    if (call.payload.wait === 'validation' && isFirst) {
      engine.sendTaskFailure({ taskToken, error: 'Reopened', cause: '{"resumeAt":"evidence"}' })
    } else engine.sendTaskSuccess({ taskToken, output: '{"done":true}' })
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TaskTimedOut')) throw error
  }
}

async function playJourney(k: number, when: 'before' | 'after'): Promise<Outcome> {
  const store = fragile(createMemoryStore(), k, when)
  const bench = workbench(store)
  let { engine } = bench
  const work = (call: Call): FunctionOutcome => {
    const { wait, retryCount } = call.payload
    if (wait === 'diary' && retryCount === 0) return breaks('Busy')
    // Faster than its own step's opening.
    if (wait === 'pledges') answer(bench, engine, call)
    return works()
  }
  bench.answers.push(...Array<typeof work>(60).fill(work))
  const input = JSON.stringify({ resumeAt: 'register', journey: 'j1', executionSeq: 1 })
  let executionArn = ''
  for (let turn = 0; turn < 200; turn++) {
    try {
      const machine = { name: 'j', definition: journeyDefinition, roleArn: ROLE }
      const { stateMachineArn } = engine.createStateMachine(machine)
      if (executionArn === '') {
        executionArn = engine.startExecution({ stateMachineArn, name: 'j1-1', input }).executionArn
      }
      const [arn] = engine.runnable(new Date(bench.clock.at))
      const due = engine.nextDue()
      if (arn !== undefined) await engine.advance(arn)
      else if (due) bench.clock.at = due.getTime()
      else if (engine.describeExecution({ executionArn }).status !== 'RUNNING') break
      else answer(bench, engine, bench.calls.at(-1)!)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      store.revive()
      engine = bench.restarted()
    }
  }
  const history = historyOf(engine, executionArn)
  expect(history.map(({ id }) => id)).toEqual(history.map((_, index) => index + 1))
  return {
    status: engine.describeExecution({ executionArn }).status,
    states: history.flatMap((event) => event.stateEnteredEventDetails?.name ?? []),
    endings: history.filter(({ type }) => /^Execution(Succeeded|Failed|Aborted)$/.test(type)).length,
    calls: bench.calls.map((call) => String(call.payload.wait ?? 'award')),
    saves: store.saves,
  }
}

const withoutRepeats = (calls: string[]): string[] => calls.filter((call, i) => call !== calls[i - 1])

test('a journey killed at any save goes the way it would have gone', async () => {
  const whole = await playJourney(0, 'before')
  expect(whole).toMatchObject({ status: 'SUCCEEDED', endings: 1 })
  expect(whole.states).toEqual([
    ...['resume', ...WAITS, 'resume', 'evidence', 'final-check', 'validation', 'issue-award'],
  ])
  expect(whole.saves).toBeGreaterThan(45)
  for (let k = 1; k <= whole.saves; k++) {
    for (const when of ['before', 'after'] as const) {
      const { status, states, endings, calls } = await playJourney(k, when)
      const what = `killed ${when} save ${k}`
      expect({ status, states, endings }, what).toEqual({
        status: whole.status,
        states: whole.states,
        endings: 1,
      })
      // Each function at least once, again at most around the crash, and never out of order.
      expect(calls.length - whole.calls.length, what).toBeOneOf([0, 1])
      expect(withoutRepeats(calls), what).toEqual(withoutRepeats(whole.calls))
    }
  }
})
