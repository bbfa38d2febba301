// What lists show of a journey and when the sweep should look at it, made anew of each event.

import { failedSince } from '../../workflows/cursor.ts'
import { dueAt } from '../../workflows/due.ts'
import { type Answers, textIn } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyState } from '../../workflows/journey-state.ts'
import { stepsOf, waitsOf } from '../../workflows/model.ts'
import { hasEnded, isUnreachable } from '../../workflows/moves.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { nameRemoved, namesakeHashes } from './namesakes.ts'
import type { Ports } from './ports.ts'

export async function summarise(
  ports: Pick<Ports, 'summaryWriter' | 'namesakeWriter' | 'records'>,
  event: CommittedEvent,
): Promise<'done'> {
  const { state } = event
  const registration = await registrationOf(ports, event)
  const registered = {
    organisationName: nameIn(registration),
    postcode: textIn(registration?.postcode),
  }
  const judging = state.panel.filter(({ declared }) => declared !== 'conflict')
  await ports.summaryWriter.put({
    journey: event.journey,
    version: event.number,
    ...registered,
    level: state.level,
    at: state.position.at,
    since: state.position.since,
    phase: phaseOf(state),
    dueAt: dueAt(definitionOf(state.definition), state),
    paused: state.pausedAt !== null,
    panel: { members: judging.length, hasChair: judging.some(({ chair }) => chair) },
    unreachable: unreachableIn(state),
    failed: failedSince(state) !== undefined,
  })
  if (mayHaveNewName(event)) await ports.namesakeWriter.put(namesakeHashes(registered), event.journey)
  return 'done'
}

/** A name is looked for from the confirmation on, and can be corrected when the registration is handed in again. */
function mayHaveNewName({ command, state }: CommittedEvent): boolean {
  const first = stepsOf(definitionOf(state.definition))[0]!
  return command.kind === 'confirm-address' || (command.kind === 'submit' && command.step === first.id)
}

/** As the newest registration gives it; it can be a person's name, so it is never part of an event. */
export async function organisationName(
  ports: Pick<Ports, 'records'>,
  event: Pick<CommittedEvent, 'journey' | 'state'>,
): Promise<string> {
  return nameIn(await registrationOf(ports, event))
}

function nameIn(registration: Answers | undefined): string {
  return String(registration?.organisationName ?? nameRemoved)
}

async function registrationOf(
  ports: Pick<Ports, 'records'>,
  { journey, state }: Pick<CommittedEvent, 'journey' | 'state'>,
): Promise<Answers | undefined> {
  const first = stepsOf(definitionOf(state.definition))[0]!
  const submission = state.submissions[first.id]
  const record = submission && (await ports.records.get(journey, submission.id))
  return (record || undefined)?.content.answers
}

function unreachableIn(state: JourneyState): 'lead' | 'chair' | undefined {
  if (hasEnded(state)) return undefined
  if (isUnreachable(state, state.lead)) return 'lead'
  const waitsForChair = state.position.at === 'validation'
  return waitsForChair && state.panel.some(({ chair, person }) => chair && isUnreachable(state, person))
    ? 'chair'
    : undefined
}

/** The list that a journey stands in: its phase, or `complete` (also while its award is issued), `withdrawn` or `closed`. */
function phaseOf(state: JourneyState): string | undefined {
  if (state.position.at === 'confirmation') return undefined
  const wait = waitsOf(definitionOf(state.definition)).find(({ id }) => id === state.position.at)
  return wait?.phase.id ?? (hasEnded(state) ? state.position.at : 'complete')
}
