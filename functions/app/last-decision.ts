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

/** With the newest award; undefined when the panel asked for nothing. */
export async function actionsAskedFor(
  ports: Pick<Ports, 'journeys' | 'records'>,
  newest: CommittedEvent,
): Promise<string | undefined> {
  const decision = await lastDecision(ports, newest)
  return decision?.outcome === 'awarded-with-actions' ? decision.reasons : undefined
}

function mayKnow(state: JourneyState, person: string): boolean {
  return memberOf(state, person)?.declared === 'no-conflict'
}
