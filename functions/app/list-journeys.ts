// The team's list: what waits for the team, oldest first, and every other journey by its phase.
import { waitsOf } from '../../workflows/model.ts'
import { released } from '../../workflows/released/index.ts'
import { namesakesIn } from './namesakes.ts'
import type { Ports, Summary } from './ports.ts'

/** What the team has to do about a journey. */
export type TeamTask =
  | { readonly kind: 'check'; readonly phase: string }
  | { readonly kind: 'choose-panel' }
  | { readonly kind: 'complete-panel' }
  | { readonly kind: 'reach'; readonly whom: 'lead' | 'chair' }
  | { readonly kind: 'start-again' }

export interface TeamLine extends Summary {
  /** Other journeys that may be the same organisation's, and have not ended. */
  readonly namesakes: readonly Summary[]
}

export interface TeamList {
  readonly waiting: readonly (TeamLine & { readonly tasks: readonly TeamTask[] })[]
  /** The phases of the journey in their order, then `complete`; those without a journey are left out. */
  readonly phases: readonly { readonly phase: string; readonly lines: readonly TeamLine[] }[]
  /** Withdrawn and closed. */
  readonly ended: readonly TeamLine[]
}

const endings = ['withdrawn', 'closed']

export async function listJourneys(ports: Pick<Ports, 'summaries' | 'settings'>): Promise<TeamList> {
  const phases = [...new Set(released.flatMap(waitsOf).map(({ phase }) => phase.id)), 'complete']
  const found = await Promise.all([...phases, ...endings].map((phase) => ports.summaries.inPhase(phase)))
  const oldestFirst = found.flat().toSorted((a, b) => (a.since < b.since ? -1 : 1))
  // Where one of two was closed, it has been dealt with: their own pages still say so.
  const namesakes = namesakesIn(oldestFirst.filter(({ phase }) => !hasEnding(phase)))
  const lines = oldestFirst.map((summary) => ({
    ...summary,
    namesakes: hasEnding(summary.phase) ? [] : namesakes(summary),
    tasks: tasksOf(summary, ports.settings.panelSize),
  }))
  const others = lines.filter(({ tasks }) => tasks.length === 0)
  return {
    waiting: lines.filter(({ tasks }) => tasks.length > 0),
    phases: phases
      .map((phase) => ({ phase, lines: others.filter((line) => line.phase === phase) }))
      .filter(({ lines }) => lines.length > 0),
    ended: others.filter(({ phase }) => hasEnding(phase)),
  }
}

function hasEnding(phase: string | undefined): boolean {
  return phase !== undefined && endings.includes(phase)
}

/** `panelSize` is how many validators have to judge. */
function tasksOf(summary: Summary, panelSize: number): readonly TeamTask[] {
  const { unreachable, failed } = summary
  const decision = decisionOf(summary, panelSize)
  return [
    ...(failed ? [{ kind: 'start-again' } as const] : []),
    ...(unreachable ? [{ kind: 'reach', whom: unreachable } as const] : []),
    ...(decision ? [decision] : []),
  ]
}

/** Undefined while it waits for somebody else. */
function decisionOf({ at, panel }: Summary, panelSize: number): TeamTask | undefined {
  const wait = released.flatMap(waitsOf).find(({ id }) => id === at)
  if (wait?.kind === 'check') return { kind: 'check', phase: wait.phase.id }
  if (wait?.kind !== 'validation') return undefined
  if (panel.members === 0) return { kind: 'choose-panel' }
  return panel.members < panelSize || !panel.hasChair ? { kind: 'complete-panel' } : undefined
}
