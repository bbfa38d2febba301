// Plays the event of each sending until it is taken, over restarts too.
import { type SendEvent, sendEvent } from './send-event.ts'
import type { Envelope, MailStore } from './store.ts'

export type EventPlayer = {
  play: (message: Envelope) => void
  /** Plays every event that is not yet taken. */
  replay: () => void
  stop: () => Promise<void>
}

/** `onEvent` takes an event by resolving; if it rejects, the event comes again. */
export function createEventPlayer(options: {
  store: MailStore
  onEvent: (event: SendEvent) => Promise<unknown>
  retryAfterMs?: number
}): EventPlayer {
  const { store, onEvent, retryAfterMs = 10_000 } = options
  const underWay = new Set<Promise<void>>()
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false

  async function attempt(message: Envelope): Promise<void> {
    try {
      await onEvent(sendEvent(message))
    } catch {
      if (!stopped) later(message)
      return
    }
    await store.acknowledge(message.id)
  }

  function later(message: Envelope): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      play(message)
    }, retryAfterMs)
    timers.add(timer)
  }

  function play(message: Envelope): void {
    if (stopped || message.acknowledged) return
    const attempted: Promise<void> = attempt(message).finally(() => underWay.delete(attempted))
    underWay.add(attempted)
  }

  return {
    play,
    replay: () => store.list().reverse().forEach(play),
    stop: async () => {
      stopped = true
      timers.forEach(clearTimeout)
      await Promise.all(underWay)
    },
  }
}
