// What lists show of a journey and when the sweep should look at it, made anew of each event.
import { dueAt } from '../../workflows/due.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyState } from '../../workflows/journey-state.ts'
import { stepsOf, waitsOf } from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import type { Ports } from './ports.ts'

export async function summarise(
  ports: Pick<Ports, 'summaryWriter' | 'records'>,
  event: CommittedEvent,
): Promise<'done'> {
  const { state } = event
  await ports.summaryWriter.put({
    journey: event.journey,
    version: event.number,
    organisationName: await organisationName(ports, event),
    level: state.level,
    at: state.position.at,
    since: state.position.since,
    phase: phaseOf(state),
    dueAt: dueAt(definitionOf(state.definition), state),
  })
  return 'done'
}

/** As the newest registration gives it; it can be a person's name, so it is never part of an event. */
export async function organisationName(
  ports: Pick<Ports, 'records'>,
  { journey, state }: Pick<CommittedEvent, 'journey' | 'state'>,
): Promise<string> {
  const first = stepsOf(definitionOf(state.definition))[0]!
  const submission = state.submissions[first.id]
  const record = submission && (await ports.records.get(journey, submission.id))
  return String(record?.content.answers?.organisationName ?? 'Name removed')
}

/** The list that a journey stands in: its phase, or `complete` (also while its award is issued), `withdrawn` or `closed`. */
function phaseOf(state: JourneyState): string | undefined {
  if (state.position.at === 'confirmation') return undefined
  const wait = waitsOf(definitionOf(state.definition)).find(({ id }) => id === state.position.at)
  return wait?.phase.id ?? (hasEnded(state) ? state.position.at : 'complete')
}
