// Plays the events of each message: that it was sent, then what came back of it.
import { type EventPlayer, playUntilTaken } from '../play-until-taken.ts'
import { feedbackEvent, type SesEvent, sendEvent } from './ses-events.ts'
import type { Envelope, MailStore } from './store.ts'

/** `onEvent` takes an event by resolving; if it rejects, the event comes again. */
export function createEventPlayer(options: {
  store: MailStore
  onEvent: (event: SesEvent) => Promise<unknown>
  retryAfterMs?: number
  /** Is told of the playing under way. */
  track?: (playing: Promise<void>) => unknown
}): EventPlayer {
  const { store, onEvent, retryAfterMs, track } = options

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

  const left = () =>
    store
      .list()
      .filter(isLeft)
      .reverse()
      .map(({ id }) => id)
  return playUntilTaken({ next, left, retryAfterMs, track })
}

function isLeft({ acknowledged, feedback = [] }: Envelope): boolean {
  return !acknowledged || feedback.some(({ taken }) => !taken)
}
