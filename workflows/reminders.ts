// What is due at a moment: the next reminder of a journey, sent between 8 and 18 o'clock in London.
import type { JourneyState } from './journey-state.ts'
import { londonFormat } from './london-format.ts'
import { type JourneyDefinition, stepsOf } from './model.ts'
import { isUnreachable } from './moves.ts'

const dayMs = 24 * 60 * 60 * 1000
const sendFrom = 8
const sendUntil = 18

/** Undefined when none is to come: it waits for somebody else, is paused, nobody would get it, or all of the step's went out. */
export function nextReminder(
  definition: JourneyDefinition,
  state: JourneyState,
): { readonly nth: number; readonly dueAt: string } | undefined {
  const { position, pausedAt, remindersStopped, lead } = state
  if (pausedAt || remindersStopped || isUnreachable(state, lead)) return undefined
  const step = stepsOf(definition).find(({ id }) => id === position.at)
  const days = step?.remindAfterDays[position.reminded]
  if (days === undefined) return undefined
  const dueAt = inSendHours(new Date(Date.parse(position.since) + days * dayMs))
  return { nth: position.reminded + 1, dueAt: dueAt.toISOString() }
}

/** The moment itself, or the next full hour at which emails of this kind are sent. */
export function inSendHours(moment: Date): Date {
  if (isSendHour(moment)) return moment
  const hourMs = 3_600_000
  let next = new Date(Math.floor(moment.getTime() / hourMs) * hourMs)
  // Hour by hour, since a change of the clocks can lie in between.
  while (!isSendHour(next)) next = new Date(next.getTime() + hourMs)
  return next
}

function isSendHour(moment: Date): boolean {
  const hour = Number(hourInLondon.format(moment))
  return hour >= sendFrom && hour < sendUntil
}

const hourInLondon = londonFormat('en-GB', { hour: 'numeric', hourCycle: 'h23' })
