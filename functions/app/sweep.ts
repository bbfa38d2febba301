// Once a minute: takes up the work that was left over, and what is due: reminders, and executions to replace.
import { dueCommands } from '../../workflows/due.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { carryOut } from './carry-out.ts'
import type { Ports } from './ports.ts'
import { type CodePorts, relayCode } from './relay-code.ts'
import { type RelayPorts, relayEvent } from './relay-event.ts'

export type SweepPorts = RelayPorts & CodePorts & Pick<Ports, 'commits' | 'due'>

/** A function ends within 15 s, so what is older was dropped. */
const leftOverAfterMs = 60_000
/** A note without its event: the process ended between the two, or the number went to another command. */
const neverCommittedAfterMs = 60 * 60_000
const dueAtOnce = 100
/** What is not reached in time is reached a minute later. */
const budgetMs = 10_000

/** Every minute at first; what has failed for an hour, once an hour. */
function isTime(age: number): boolean {
  return (
    age >= leftOverAfterMs &&
    (age < neverCommittedAfterMs + leftOverAfterMs || age % neverCommittedAfterMs < 2 * leftOverAfterMs)
  )
}

/**
 * Tries everything, then throws what went wrong, so that one journey in trouble does not keep the others waiting. `onLeftOver`
 * hears of work that is left over, also of what it is not time for: how much it is, and how old the oldest.
 */
export async function sweep(
  ports: SweepPorts,
  onLeftOver: (figures: { readonly leftOver: number; readonly oldestSeconds: number }) => void = () => {},
): Promise<{ readonly leftOver: number; readonly due: number }> {
  const errors: unknown[] = []
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      errors.push(error)
      return undefined
    }
  }
  const began = ports.clock.unmovedMs()
  const inTime = () => ports.clock.unmovedMs() - began < budgetMs
  let due = 0
  const journeys = await attempt(() => ports.due.dueBy(ports.clock.now().toISOString(), dueAtOnce))
  for (const journey of journeys ?? []) {
    if (inTime() && (await attempt(() => doWhatIsDue(ports, journey)))) due++
  }
  const pending = await ports.pending.list()
  const ages = pending.map((work) => began - work.atUnmovedMs).filter((age) => age >= leftOverAfterMs)
  if (ages.length > 0) {
    onLeftOver({ leftOver: ages.length, oldestSeconds: Math.floor(Math.max(...ages) / 1000) })
  }
  const leftOver = pending.filter((work) => isTime(began - work.atUnmovedMs))
  // Events before codes: a code can be asked for again.
  for (const work of leftOver.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'event' ? -1 : 1))) {
    if (!inTime()) break
    await attempt(async () => {
      if (work.kind === 'code') return relayCode(ports, work.id)
      const outcome = await relayEvent(ports, work.journey, work.number)
      const age = began - work.atUnmovedMs
      if (outcome === 'absent' && age >= neverCommittedAfterMs) await ports.pending.removeUnchanged(work)
    })
  }
  if (errors.length > 0) throw new AggregateError(errors, 'The sweep could not do everything')
  return { leftOver: leftOver.length, due }
}

/** The index only said where to look; the state, read again, says whether there is anything to do. */
async function doWhatIsDue(ports: SweepPorts, journey: string): Promise<boolean> {
  const newest = await ports.journeys.newest(journey)
  if (!newest) return false
  const { state } = newest
  const commands = dueCommands(definitionOf(state.definition), state, ports.clock.now().toISOString())
  for (const command of commands) await carryOut(ports, journey, 'sweep', command)
  return commands.length > 0
}
