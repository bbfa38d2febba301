// Plays the events of each thing that has some until they are taken, in order, over restarts too.
export type EventPlayer = {
  /** Plays what there is to play of a thing. */
  play: (id: string) => void
  /** Plays every event that is not yet taken, those included that wait to come again. */
  replay: () => void
  stop: () => Promise<void>
}

export function playUntilTaken(options: {
  /** The next piece of work on a thing, which ends with its own record on disk; if it rejects, it is asked for again. */
  next: (id: string) => (() => Promise<void>) | undefined
  /** The things of which something is left to play, oldest first. */
  left: () => readonly string[]
  retryAfterMs?: number | undefined
  /** Is told of the playing under way. */
  track?: ((playing: Promise<void>) => unknown) | undefined
}): EventPlayer {
  const { next, left, retryAfterMs = 10_000, track } = options
  const underWay = new Map<string, Promise<void>>()
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

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
    replay: () => left().forEach(play),
    stop: async () => {
      stopped = true
      timers.forEach(clearTimeout)
      await Promise.all(underWay.values())
    },
  }
}
