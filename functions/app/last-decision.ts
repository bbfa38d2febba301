// What a panel decided last, read from the journey's events: each visit names the event that brought the journey there.
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

/** A round has 11 waits and few returns; so this reaches back over several rounds. */
const furthest = 100

/** Of the panels that `person` was on, or of any. Goes from visit to visit, so it reads few events. */
export async function lastDecision(
  ports: Pick<Ports, 'journeys' | 'records'>,
  newest: CommittedEvent,
  person?: string,
): Promise<PanelDecision | undefined> {
  const { journey } = newest
  if (newest.state.panel.length === 0 && newest.state.awards.length === 0) return undefined
  let from: CommittedEvent | undefined = newest
  for (let visits = 0; from && visits < furthest; visits++) {
    const brought: CommittedEvent | undefined = await ports.journeys.event(journey, from.state.position.visit)
    if (!brought) return undefined
    const { command, state, at } = brought
    if (command.kind === 'conclude' && (person === undefined || mayKnow(state, person))) {
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
    from = brought.number > 1 ? await ports.journeys.event(journey, brought.number - 1) : undefined
  }
  return undefined
}

function mayKnow(state: JourneyState, person: string): boolean {
  return memberOf(state, person)?.declared === 'no-conflict'
}
