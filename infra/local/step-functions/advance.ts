// Drives executions: what can go on goes on, functions are called, and every step is kept before the next.
import { deadlineOf, type Execution, isLate, isOpen, type OpenPhase } from './execution.ts'
import { executionOf, machineFor } from './executions.ts'
import { canProceed, type Givens, proceed } from './interpreter.ts'
import { parseJson } from './json.ts'
import { type FunctionOutcome, react } from './stimulus.ts'
import type { Store } from './store.ts'

/**
 * Calls a function. What the function itself throws is an outcome; a rejection means that it is not known whether
 * it ran, and it is called again by a later `advance`, with the same token.
 */
export type Invoke = (functionArn: string, payload: unknown) => Promise<FunctionOutcome>

export type Advancing = {
  advance(executionArn: string): Promise<void>
  runnable(now: Date): string[]
  nextDue(): Date | undefined
}

type Flight = { done: Promise<void>; interrupt: () => void }

export type Advancer = Advancing & {
  /** To be told when a command has settled or ended what a function may still be working on. */
  changed(executionArn: string): void
}

export function createAdvancer(
  store: Store,
  invoke: Invoke,
  givens: Omit<Givens, 'now'> & { now: () => Date },
): Advancer {
  const { random, mintToken } = givens
  const now = (): number => givens.now().getTime()
  const inFlight = new Map<string, Flight>()

  /** True when the task has taken too long, and that has been kept. */
  function endIfLate(execution: Execution): boolean {
    const phase = execution.frame?.phase
    const at = now()
    if (!isOpen(phase) || !isLate(phase, at)) return false
    return store.save(react(machineFor(store, execution.definitionId), execution, { kind: 'late' }, at))
  }

  async function call(execution: Execution, phase: CallPhase, flight: Flight): Promise<void> {
    const interrupted = new Promise<undefined>((resolve) => {
      flight.interrupt = () => resolve(undefined)
    })
    const { functionName, payload } = phase
    const outcome = await Promise.race([invoke(functionName, parseJson(payload)), interrupted])
    if (outcome === undefined) return
    const current = executionOf(store, execution.arn)
    // A callback, a stop or a timeout may have come first: then nobody waits for this outcome any more.
    if (!isSameAttempt(execution, current)) return
    const machine = machineFor(store, current.definitionId)
    store.save(react(machine, current, { kind: 'returned', outcome }, now()))
  }

  /** Reads anew after every step: a command may have come in between, and what it kept counts. */
  async function run(arn: string, flight: Flight): Promise<void> {
    for (;;) {
      const execution = executionOf(store, arn)
      const phase = execution.frame?.phase
      if (endIfLate(execution)) continue
      if (phase?.kind === 'invoking') {
        await call(execution, phase, flight)
        continue
      }
      if (!canProceed(execution, now())) return
      const machine = machineFor(store, execution.definitionId)
      store.save(await proceed(machine, execution, { now: now(), random, mintToken }))
    }
  }

  async function fly(arn: string, flight: Flight): Promise<void> {
    try {
      await run(arn, flight)
    } finally {
      // In the same turn as the last look at the store, so that no command falls between the two.
      inFlight.delete(arn)
    }
  }

  const deadline = (arn: string): number | undefined => {
    const phase = store.execution(arn)?.frame?.phase
    return isOpen(phase) ? deadlineOf(phase) : undefined
  }

  const changed = (arn: string): void => inFlight.get(arn)?.interrupt()

  return {
    changed,

    async advance(arn) {
      const known = inFlight.get(arn)
      if (known) {
        if (endIfLate(executionOf(store, arn))) changed(arn)
        return known.done
      }
      const flight: Flight = { done: Promise.resolve(), interrupt: () => {} }
      inFlight.set(arn, flight)
      flight.done = fly(arn, flight)
      return flight.done
    },

    runnable(at) {
      const until = at.getTime()
      const late = [...inFlight.keys()].filter((arn) => (deadline(arn) ?? Infinity) <= until)
      return [...late, ...store.runnable(until).filter((arn) => !inFlight.has(arn))]
    },

    nextDue() {
      const from = now()
      const moments = [store.nextDue(from), ...[...inFlight.keys()].map(deadline)]
      const later = moments.filter((moment) => moment !== undefined && moment > from) as number[]
      return later.length === 0 ? undefined : new Date(Math.min(...later))
    },
  }
}

type CallPhase = Extract<OpenPhase, { kind: 'invoking' }>

function isSameAttempt(before: Execution, after: Execution): boolean {
  return (
    after.frame?.phase.kind === 'invoking' &&
    after.frame.enteredEventId === before.frame?.enteredEventId &&
    after.frame.retryCount === before.frame.retryCount
  )
}
