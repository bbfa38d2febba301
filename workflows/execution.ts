// What an execution reports of itself, and when another one takes its place.
import { restartDueAt } from './cursor.ts'
import type { Effect } from './effects.ts'
import type { Decision, JourneyState, Moment, Of } from './journey-state.ts'
import { type JourneyDefinition, type Wait, waitsOf } from './model.ts'
import { accepted, email, hasEnded, here, moveOn, refused, resume, startAnew } from './moves.ts'

/**
 * An execution waits here now. If the journey waits here too, the lead is told once a visit, so not again after a new
 * execution took over; if the journey has moved meanwhile, the execution is sent after it.
 */
export function open(definition: JourneyDefinition, state: JourneyState, command: Of<'open'>): Decision {
  const wait = waitsOf(definition).find(({ id }) => id === command.wait)
  if (!wait) return refused('unknown')
  // An execution that started late, after the journey ended, ends too.
  if (command.executionSeq !== state.execution.seq || hasEnded(state)) return refused('superseded')
  const last = state.execution.opened
  if (last && last.enteredAt > command.enteredAt) return refused('already')
  const { failedAt, ...execution } = state.execution
  // A failed execution that somebody redrove has come to a wait again; a report from before it failed comes late.
  const hasStayedFailed = failedAt !== undefined && command.enteredAt <= failedAt
  const opened: JourneyState = {
    ...state,
    execution: {
      ...execution,
      ...(hasStayedFailed && { failedAt }),
      opened: { wait: command.wait, enteredAt: command.enteredAt },
    },
  }
  if (state.position.at !== command.wait) return accepted(opened, resume(state, command.wait))
  // Only the very same entry is known already: a later one is noted, so that a report of an entry in between counts as late.
  const isKnown = last?.wait === command.wait && last.enteredAt === command.enteredAt
  if (isKnown && state.position.announced) return refused('already')
  return accepted(
    { ...opened, position: { ...state.position, announced: true } },
    ...(state.position.announced ? [] : announcement(wait, state)),
  )
}

/** A panel that has looked before is asked to look again. */
function announcement(wait: Wait, state: JourneyState): readonly Effect[] {
  if (wait.kind === 'step') return [email('step-opened', state.lead, { step: wait.id })]
  if (wait.kind === 'check') return []
  const panel = state.panel.filter(({ declared }) => declared !== 'conflict')
  return panel.map(({ person }) => email('validator-invited', person))
}

export function award(state: JourneyState, command: Of<'award'>, moment: Moment): Decision {
  if (state.position.at === 'complete') return refused('already')
  if (command.executionSeq !== state.execution.seq) return refused('superseded')
  if (state.position.at !== 'issue-award' || !state.decided) return refused('not-yet')
  const { serial, reasons } = state.decided
  return accepted(
    {
      ...state,
      position: here('complete', moment),
      decided: null,
      awards: [...state.awards, { level: state.level, serial, at: moment.at }],
    },
    email('award', state.lead, { serial, comment: reasons }),
  )
}

/** One that we stopped ourselves is not the journey's any more, or the journey has ended. */
export function markFailed(state: JourneyState, command: Of<'mark-failed'>, moment: Moment): Decision {
  if (hasEnded(state)) return refused('ended')
  if (state.position.at === 'complete') return refused('already')
  if (command.executionSeq !== state.execution.seq) return refused('superseded')
  if (state.execution.failedAt) return refused('already')
  return accepted({ ...state, execution: { ...state.execution, failedAt: moment.at } })
}

/** At once when it has failed: somebody of the team asks for it. The sweep asks when it is due. */
export function restart(state: JourneyState, command: Of<'restart'>, moment: Moment): Decision {
  if (command.executionSeq !== state.execution.seq) return refused('already')
  const dueAt = restartDueAt(state)
  if (!dueAt || (!state.execution.failedAt && moment.at < dueAt)) return refused('not-yet')
  return startAnew(state, state, moment, state.position.at)
}

/** `definition` is the one to move to. Waits that it has under the same name stay done; at the same one the visit goes on. */
export function moveDefinition(definition: JourneyDefinition, state: JourneyState, moment: Moment): Decision {
  if (definition.id === state.definition) return refused('already')
  if (!restartDueAt(state)) return refused('not-yet')
  const moved = moveOn(definition, { ...state, definition: definition.id }, moment)
  const isSame = moved.position.at === state.position.at
  return startAnew(state, isSame ? { ...moved, position: state.position } : moved, moment, moved.position.at)
}
