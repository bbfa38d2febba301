// A lead hands a step in: the answers are kept first, then the event that points to them.
import type { Answers } from '../../workflows/fields.ts'
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { carryOut } from './carry-out.ts'
import { keepRecord } from './keep-record.ts'
import type { EntryIds, OnBehalfOf, Ports } from './ports.ts'

/** `visit` is what the page was shown for: a page of an earlier visit is refused as stale. */
export async function handIn(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'recordWriter'>,
  journey: string,
  person: string,
  {
    step,
    visit,
    round,
    ...content
  }: {
    step: string
    visit: number
    round: number
    answers: Answers
    entries: EntryIds
    onBehalfOf?: OnBehalfOf
  },
): Promise<'handed-in' | RefusalReason> {
  const submission = await keepRecord(ports, journey, `${round}#${step}`, person, content)
  const outcome = await carryOut(ports, journey, person, { kind: 'submit', step, visit, submission })
  return outcome.kind === 'accepted' ? 'handed-in' : outcome.reason
}
