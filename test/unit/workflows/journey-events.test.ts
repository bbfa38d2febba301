// The chain of events shows a change, a gap, a fork and a stranger.
import { describe, expect, it } from 'vitest'
import { breachOf, readEvent, type StoredEvent, storeEvent } from '../../../workflows/journey-events.ts'
import { play, smoothRound } from '../../support/play.ts'

const stored = play(smoothRound)

describe('breachOf', () => {
  it('finds nothing in a journey as it was committed', () => {
    expect(stored.length).toBeGreaterThan(10)
    expect(breachOf(stored)).toBeUndefined()
  })

  it('finds an event that was changed, even if its own hash was made to fit', () => {
    const event = readEvent(stored[3]!)
    const forged = storeEvent({ ...event, actor: 'somebody-else' }, stored[2])
    expect(breachOf(stored.with(3, { ...stored[3]!, body: forged.body }))).toBe('event 4 was changed')
    expect(breachOf(stored.with(3, forged))).toBe('event 5 does not follow the one before it')
  })

  it('finds a gap, a swap, and an event of another journey', () => {
    const alien: StoredEvent = { ...stored[1]!, journey: 'another' }
    expect(breachOf(stored.toSpliced(2, 1))).toBe('event 3 is missing')
    expect(breachOf([stored[1]!, stored[0]!])).toBe('event 1 is missing')
    expect(breachOf([stored[0]!, alien])).toBe('event 2 belongs to another journey')
  })
})

describe('an event', () => {
  it('stays below 4 KB, state and effects included', () => {
    for (const { body } of stored) expect(body.length).toBeLessThan(4096)
  })
})
