// Plays the events of each message until they are taken, in order, over restarts too.
import { feedbackEvent, type SesEvent, sendEvent } from './ses-events.ts'
import type { Envelope, MailStore } from './store.ts'

export type EventPlayer = {
  /** Plays what there is to play of a message. */
  play: (id: string) => void
  /** Plays every event that is not yet taken, those included that wait to come again. */
  replay: () => void
  stop: () => Promise<void>
}

/** `onEvent` takes an event by resolving; if it rejects, the event comes again. */
export function createEventPlayer(options: {
  store: MailStore
  onEvent: (event: SesEvent) => Promise<unknown>
  retryAfterMs?: number
  /** Is told of the playing under way. */
  track?: (playing: Promise<void>) => unknown
}): EventPlayer {
  const { store, onEvent, retryAfterMs = 10_000, track } = options
  const underWay = new Map<string, Promise<void>>()
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

  function next(id: string): (() => Promise<void>) | undefined {
    const message = store.find(id)
    if (!message) return undefined
    if (!message.acknowledged) return () => give(sendEvent(message), () => store.acknowledge(id))
    const feedback = message.feedback?.find(({ taken }) => !taken)
    return (
      feedback && (() => give(feedbackEvent(message, feedback), () => store.takeFeedback(id, feedback.id)))
    )
  }

  async function give(event: SesEvent, taken: () => Promise<void>): Promise<void> {
    await onEvent(event)
    await taken()
  }

  async function playAll(id: string): Promise<void> {
    try {
      for (let work = next(id); work && !stopped; work = next(id)) await work()
    } catch {
      later(id)
    }
    // In the same turn as the last look at the store, so that nothing new falls between the two.
    underWay.delete(id)
  }

  function later(id: string): void {
    if (stopped) return
    timers.set(
      id,
      setTimeout(() => play(id), retryAfterMs),
    )
  }

  function play(id: string): void {
    clearTimeout(timers.get(id))
    timers.delete(id)
    if (stopped || underWay.has(id) || !next(id)) return
    const playing = playAll(id)
    underWay.set(id, playing)
    track?.(playing)
  }

  return {
    play,
    replay: () => {
      const left = store.list().filter(isLeft).reverse()
      for (const { id } of left) play(id)
    },
    stop: async () => {
      stopped = true
      timers.forEach(clearTimeout)
      await Promise.all(underWay.values())
    },
  }
}

function isLeft({ acknowledged, feedback = [] }: Envelope): boolean {
  return !acknowledged || feedback.some(({ taken }) => !taken)
}
