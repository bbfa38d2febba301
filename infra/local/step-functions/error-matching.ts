// Which retrier and which catcher an error belongs to, and how long a retry waits.
import type { Retrier } from './asl.ts'

const TIMEOUTS = ['States.Timeout', 'States.HeartbeatTimeout']
/** AWS: neither wildcard takes these, and nothing at all takes States.Runtime. */
const TERMINAL = ['States.DataLimitExceeded', 'States.Runtime']

export function matches(errorEquals: readonly string[], error: string): boolean {
  return errorEquals.some((name) => {
    if (error === 'States.Runtime') return false
    if (name === error) return true
    if (name === 'States.ALL') return !TERMINAL.includes(error)
    if (name === 'States.TaskFailed') return !TERMINAL.includes(error) && !TIMEOUTS.includes(error)
    return name === 'States.Timeout' && error === 'States.HeartbeatTimeout'
  })
}

/**
 * The index of the retrier to use, or undefined. Only the first one that matches is asked: when it is used up,
 * the error goes on to the catchers, not to the next retrier.
 */
export function retrierFor(
  retriers: readonly Retrier[],
  retried: readonly number[],
  error: string,
): number | undefined {
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, error))
  const retrier = retriers[index]
  if (retrier === undefined) return undefined
  return (retried[index] ?? 0) < (retrier.MaxAttempts ?? 3) ? index : undefined
}

/** Milliseconds before the retry that follows `earlier` ones of the same retrier. */
export function retryDelay(retrier: Retrier, earlier: number, random: () => number): number {
  const backoff = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** earlier
  const seconds = Math.min(backoff, retrier.MaxDelaySeconds ?? 99_999_999)
  return Math.round(1000 * (retrier.JitterStrategy === 'FULL' ? seconds * random() : seconds))
}
