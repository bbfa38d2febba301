// The team looks at a phase: it accepts, or returns one step with a comment.

import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { clean } from '../../workflows/typed-text.ts'
import { teamCase as words } from '../../workflows/words/team-case.ts'
import { word } from '../../workflows/words.ts'
import { carryOut } from './carry-out.ts'
import { keepRecord } from './keep-record.ts'
import type { Ports } from './ports.ts'

export type CheckDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'return'; readonly to: string; readonly comment: string }

const maxComment = 4000

/** Nothing is preselected on the page, so a decision that was not chosen is refused; so is a return without its reason. */
export function checkDecision(typed: {
  readonly decision?: string | undefined
  readonly to?: string | undefined
  readonly comment: string
}): CheckDecision | { readonly kind: 'invalid'; readonly messages: Readonly<Record<string, string>> } {
  if (typed.decision === 'accept') {
    return typed.comment.trim() === ''
      ? { kind: 'accept' }
      : { kind: 'invalid', messages: { comment: words('unsaid') } }
  }
  if (typed.decision !== 'return')
    return { kind: 'invalid', messages: { decision: words('missing.decision') } }
  const comment = clean(typed.comment, true)
  const messages = {
    ...(!typed.to && { to: words('missing.to') }),
    ...(comment === undefined && { comment: word('problem.unreadable') }),
    ...(comment === '' && { comment: words('missing.comment') }),
    ...(comment &&
      comment.length > maxComment && { comment: word('problem.too-long', { limit: maxComment }) }),
  }
  if (Object.keys(messages).length > 0) return { kind: 'invalid', messages }
  return { kind: 'return', to: typed.to!, comment: comment! }
}

/** `visit` is what the page was shown for: a decision about something that has changed since is refused as stale. */
export async function decideCheck(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'recordWriter'>,
  { journey, state }: CommittedEvent,
  person: string,
  { wait, visit }: { readonly wait: string; readonly visit: number },
  decision: CheckDecision,
): Promise<'done' | RefusalReason> {
  const place = { wait, visit }
  const command =
    decision.kind === 'accept'
      ? { kind: 'accept' as const, ...place }
      : {
          kind: 'return' as const,
          ...place,
          to: decision.to,
          comment: await keepRecord(ports, journey, `${state.round}#${wait}`, person, {
            comment: decision.comment,
          }),
        }
  const outcome = await carryOut(ports, journey, person, command)
  return outcome.kind === 'accepted' ? 'done' : outcome.reason
}
