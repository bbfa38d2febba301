// Pledges: how many one client can send, and how many there are over the rounds.
import { describe, expect, it } from 'vitest'
import { countPledges, pledge } from '../../../../functions/app/pledge.ts'
import { mintId } from '../../../../functions/app/secrets.ts'
import { readEvent } from '../../../../workflows/journey-events.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import { confirm, play, register } from '../../../support/play.ts'

const event = readEvent(play([register, confirm]).at(-1)!)
const ports = memoryPorts(emptyMemory(), { now: () => Date.parse('2027-01-04T12:00:00Z') })

describe('pledges', () => {
  it('come 2,000 an hour from one address of the network', async () => {
    for (let sent = 0; sent < 2000; sent++) {
      const outcome = await pledge(ports, event, mintId(), 'the school')
      if (outcome !== 'pledged') throw new Error(`The pledge ${sent} was ${outcome}`)
    }
    expect(await pledge(ports, event, mintId(), 'the school')).toBe('limited')
    expect(await pledge(ports, event, mintId(), 'somebody at home')).toBe('pledged')
    expect(await countPledges(ports, event)).toEqual({ thisRound: 2001, earlier: 0 })
  })

  it('of earlier rounds are counted apart', async () => {
    const second = { ...event, state: { ...event.state, round: 2 } }
    await pledge(ports, second, mintId(), 'somebody at home')
    expect(await countPledges(ports, second)).toEqual({ thisRound: 1, earlier: 2001 })
  })
})
