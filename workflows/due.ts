// When the sweep has to look at a journey, and what it then asks for.
import { restartDueAt } from './cursor.ts'
import type { Command, JourneyState } from './journey-state.ts'
import type { JourneyDefinition } from './model.ts'
import { nextReminder } from './reminders.ts'

/** The earliest moment (ISO) at which something is due; undefined when nothing will be before somebody acts. */
export function dueAt(definition: JourneyDefinition, state: JourneyState): string | undefined {
  const moments = [restartDueAt(state), nextReminder(definition, state)?.dueAt]
  return moments.filter((moment) => moment !== undefined).toSorted()[0]
}

/** Everything that is due now. Each command looks at the moment itself again, so a late one is refused. */
export function dueCommands(
  definition: JourneyDefinition,
  state: JourneyState,
  now: string,
): readonly Command[] {
  const restartAt = restartDueAt(state)
  const reminder = nextReminder(definition, state)
  return [
    ...(restartAt && restartAt <= now
      ? [{ kind: 'restart', executionSeq: state.execution.seq } as const]
      : []),
    ...(reminder && reminder.dueAt <= now
      ? [{ kind: 'remind', visit: state.position.visit, nth: reminder.nth } as const]
      : []),
  ]
}
