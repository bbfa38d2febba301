// The team's list: what waits for the team, oldest first, and every other journey.
import { waitsOf } from '../../workflows/model.ts'
import { released } from '../../workflows/released/index.ts'
import type { Ports, Summary } from './ports.ts'

export async function listJourneys({ summaries }: Pick<Ports, 'summaries'>): Promise<{
  readonly waiting: readonly Summary[]
  readonly others: readonly Summary[]
}> {
  const waits = released.flatMap(waitsOf)
  const phases = [...new Set(waits.map(({ phase }) => phase.id)), 'complete']
  const all = (await Promise.all(phases.map((phase) => summaries.inPhase(phase)))).flat()
  const oldestFirst = all.toSorted((a, b) => (a.since < b.since ? -1 : 1))
  const forTheTeam = (at: string) => waits.some(({ id, kind }) => id === at && kind !== 'step')
  return {
    waiting: oldestFirst.filter(({ at }) => forTheTeam(at)),
    others: oldestFirst.filter(({ at }) => !forTheTeam(at)),
  }
}
