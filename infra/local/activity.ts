// Knows what is being done in this process, so that somebody can wait until nothing is.
import { setImmediate as nextTurn } from 'node:timers/promises'

export type Activity = {
  track: <T>(work: Promise<T>) => Promise<T>
  /** Resolves when nothing is under way, and nothing that has ended has begun anything else. */
  quiet: () => Promise<void>
}

/** One piece of work hands over to the next within a turn of the event loop or two. */
const turnsOfSilence = 3

export function createActivity(): Activity {
  const underWay = new Set<Promise<void>>()
  return {
    track: (work) => {
      const ended: Promise<void> = work.then(
        () => void underWay.delete(ended),
        () => void underWay.delete(ended),
      )
      underWay.add(ended)
      return work
    },
    quiet: async () => {
      for (let silent = 0; silent < turnsOfSilence; ) {
        if (underWay.size > 0) {
          silent = 0
          await Promise.all(underWay)
        } else {
          silent += 1
          await nextTurn()
        }
      }
    },
  }
}
