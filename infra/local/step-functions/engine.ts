// The Step Functions engine of the laptop: AWS's commands over a store, and `advance`, which somebody must call.
// It has no timers and no background of its own, so that a seeded simulation can drive it.
import { type Advancing, createAdvancer, type Invoke } from './advance.ts'
import { type CallbackCommands, callbackCommands } from './callbacks.ts'
import { type ExecutionCommands, executionCommands } from './executions.ts'
import { type StateMachineCommands, stateMachineCommands } from './state-machines.ts'
import type { Store } from './store.ts'

export type EngineOptions = {
  store: Store
  invoke: Invoke
  now: () => Date
  /** From 0 up to, not including, 1: the jitter of retries. */
  random: () => number
  /** A new task token, never the same twice, of at most 2048 characters. */
  mintToken: () => string
  region: string
  /** Twelve digits. */
  account: string
}

/**
 * Each command has kept its effect when it returns, and throws a ServiceError where AWS would answer with one.
 *
 * `advance` runs an execution until it waits for a token, sleeps until a retry, or has ended. `runnable` names
 * those that have something to do, also after a crash; `nextDue` is the earliest later moment at which one will.
 */
export type Engine = StateMachineCommands & ExecutionCommands & CallbackCommands & Advancing

export function createEngine(options: EngineOptions): Engine {
  const { store, invoke, now, random, mintToken, region, account } = options
  const { changed, ...advancing } = createAdvancer(store, invoke, { now, random, mintToken })
  return {
    ...stateMachineCommands(store, { region, account }, now),
    ...executionCommands(store, now, changed),
    ...callbackCommands(store, now, changed),
    ...advancing,
  }
}
