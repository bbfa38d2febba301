// A lead hands a step in: the answers are kept first, then the event that points to them.
import { isIndividual } from '../../workflows/applicant.ts'
import type { Answers } from '../../workflows/fields.ts'
import type { Of, RefusalReason } from '../../workflows/journey-state.ts'
import { carryOut } from './carry-out.ts'
import { keepRecord } from './keep-record.ts'
import type { EntryIds, OnBehalfOf, Ports } from './ports.ts'
import type { Referables } from './referable.ts'

/** `visit` is what the page was shown for: a page of an earlier visit is refused as stale. */
export async function handIn(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'recordWriter'>,
  journey: string,
  person: string,
  {
    step,
    visit,
    round,
    individualsValidated,
    signature,
    ...content
  }: {
    step: string
    visit: number
    round: number
    answers: Answers
    entries: EntryIds
    named?: Referables
    individualsValidated: boolean
    onBehalfOf?: OnBehalfOf
    /** What the step needs of a signature, or brings. */
    signature?: Pick<Of<'submit'>, 'signed' | 'signedOnPaper'>
  },
): Promise<'handed-in' | RefusalReason> {
  const submission = await keepRecord(ports, journey, `${round}#${step}`, person, content)
  const says = content.answers.applyingAs !== undefined && { individual: isIndividual(content.answers) }
  const command = {
    kind: 'submit',
    step,
    visit,
    submission,
    individualsValidated,
    ...says,
    ...signature,
  } as const
  const outcome = await carryOut(ports, journey, person, command)
  return outcome.kind === 'accepted' ? 'handed-in' : outcome.reason
}
