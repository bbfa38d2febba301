// What a panel decided last, read from the journey's events.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyState, Outcome } from '../../workflows/journey-state.ts'
import { memberOf } from '../../workflows/panel.ts'
import type { Ports } from './ports.ts'

export interface PanelDecision {
  readonly outcome: Outcome
  readonly at: string
  readonly level: string
  readonly reasons: string | undefined
  /** The step that is to be handed in again. */
  readonly step: string | undefined
  /** Once the award is issued. */
  readonly serial: string | undefined
}

/** Of the panels that `person` was on, or of any. */
export async function lastDecision(
  ports: Pick<Ports, 'journeys' | 'records'>,
  newest: CommittedEvent,
  person?: string,
): Promise<PanelDecision | undefined> {
  const { journey } = newest
  if (newest.state.panel.length === 0 && newest.state.awards.length === 0) return undefined
  // In one query: back from visit to visit there would be two reads for each, one after the other.
  for (const { command, state, at } of (await ports.journeys.all(journey)).toReversed()) {
    if (command.kind !== 'conclude' || !(person === undefined || mayKnow(state, person))) continue
    const { outcome, reasons, serial } = command
    const record = await ports.records.get(journey, reasons.id)
    const issued = newest.state.awards.some((award) => award.serial === serial)
    return {
      outcome,
      at,
      level: state.level,
      reasons: record?.content.comment,
      step: state.returned?.to,
      serial: issued ? serial : undefined,
    }
  }
  return undefined
}

/**
 * With the newest award; undefined when the panel asked for nothing. Read back from the end, where it is one of the last
 * events: the hub of a finished journey shows it each time.
 */
export async function actionsAskedFor(
  { journeys, records }: Pick<Ports, 'journeys' | 'records'>,
  newest: CommittedEvent,
): Promise<string | undefined> {
  for (let number = newest.number; number > 0; number--) {
    const event = number === newest.number ? newest : await journeys.event(newest.journey, number)
    if (event?.command.kind !== 'conclude') continue
    const { outcome, reasons } = event.command
    if (outcome !== 'awarded-with-actions') return undefined
    return (await records.get(newest.journey, reasons.id))?.content.comment
  }
  return undefined
}

function mayKnow(state: JourneyState, person: string): boolean {
  return memberOf(state, person)?.declared === 'no-conflict'
}
