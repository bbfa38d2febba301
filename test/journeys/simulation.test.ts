// 10,000 seeded journeys over stores that crash at any write: no award missing or double, nothing lost, every email once.
import { describe, expect, it } from 'vitest'
import { openStep } from '../../functions/app/open-step.ts'
import { relayEvent } from '../../functions/app/relay-event.ts'
import { simulateSeeds } from '../support/simulate-seeds.ts'
import { type Simulated, simulate, type Variant } from '../support/simulation.ts'

describe('the real relay, sweep and engine', () => {
  it('bring 10,000 journeys to their award, whatever crashes', async () => {
    const { faults, seeds, crashes } = await simulateSeeds(10_000)
    expect(faults.slice(0, 5)).toEqual([])
    expect(seeds).toBe(10_000)
    expect(crashes).toBeGreaterThan(20_000)
  }, 300_000)

  it('plays a seed the same way again', async () => {
    expect(await simulate(7)).toEqual(await simulate(7))
  })
})

describe('a naive variant is caught', () => {
  const naive: Readonly<Record<string, Variant>> = {
    'one that forgets its work before it is done': {
      async relay(ports, journey, number) {
        await ports.pending.remove(journey, number)
        return relayEvent(ports, journey, number)
      },
    },
    'one that notes its work only after the commit': {
      ports: (ports) => ({ ...ports, commits: { ...ports.commits, async noteWork() {} } }),
    },
    'one that says that a step is open before it keeps the token': {
      async openStep(ports, task) {
        await openStep({ ...ports, tokenWriter: { async put() {} } }, task)
        await ports.tokenWriter.put(task)
      },
    },
    'one that sends without a claim': {
      ports: (ports) => ({ ...ports, ledger: { ...ports.ledger, claim: async () => 'claimed' } }),
    },
    'one that sends a claimed email never again': {
      ports: (ports) => ({
        ...ports,
        ledger: {
          ...ports.ledger,
          async claim(id, now) {
            const claim = await ports.ledger.claim(id, now)
            return claim === 'waiting' ? 'settled' : claim
          },
        },
      }),
    },
    'one that commits without looking whether the number is free': {
      ports: (ports) => ({
        ...ports,
        commits: { ...ports.commits, append: async (event) => (await ports.commits.append(event)) || true },
      }),
    },
  }

  it.each(Object.keys(naive))('%s', async (name) => {
    expect(await firstFault(naive[name]!)).toBeDefined()
  })
})

/** The first of 500 seeds that shows a fault. */
async function firstFault(variant: Variant): Promise<string | undefined> {
  for (let seed = 1; seed <= 500; seed++) {
    const { faults }: Simulated = await simulate(seed, variant)
    if (faults.length > 0) return faults[0]
  }
  return undefined
}
