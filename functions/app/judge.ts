// Somebody on a panel declares, gives their view, or decides as its chair: big content is kept first, then the event.
import type { Answers } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { Outcome, Pointer, RefusalReason } from '../../workflows/journey-state.ts'
import { carryOut } from './carry-out.ts'
import { keepRecord } from './keep-record.ts'
import type { Ports } from './ports.ts'
import { mintId, mintSecret, mintSerial, sha256 } from './secrets.ts'

type CommandPorts = Pick<Ports, 'journeys' | 'commits' | 'clock' | 'settings'>
type Result = 'done' | RefusalReason

export async function declare(
  ports: CommandPorts,
  journey: string,
  person: string,
  { visit, conflict }: { readonly visit: number; readonly conflict: boolean },
): Promise<Result> {
  const { panelSize } = ports.settings
  const command = { kind: 'declare', person, visit, panelSize, conflict } as const
  const outcome = await carryOut(ports, journey, person, command)
  return outcome.kind === 'accepted' ? 'done' : outcome.reason
}

/** Each view is a row of its own; the one that the newest event points to counts. */
export async function judge(
  ports: CommandPorts & Pick<Ports, 'judgementWriter'>,
  { journey, state }: CommittedEvent,
  person: string,
  { visit, answers }: { readonly visit: number; readonly answers: Answers },
): Promise<Result> {
  const judgement = await keepJudgement(ports, journey, state.round, person, answers)
  const { panelSize } = ports.settings
  const command = { kind: 'judge', person, visit, panelSize, judgement } as const
  const outcome = await carryOut(ports, journey, person, command)
  return outcome.kind === 'accepted' ? 'done' : outcome.reason
}

async function keepJudgement(
  { judgementWriter, clock }: Pick<Ports, 'judgementWriter' | 'clock'>,
  journey: string,
  round: number,
  by: string,
  content: Answers,
): Promise<Pointer> {
  const id = `ROUND#${round}#${by}#${mintId()}`
  const salt = mintSecret()
  await judgementWriter.put({ id, journey, at: clock.now().toISOString(), by, salt, content })
  return { id, hash: sha256(salt, JSON.stringify(content)) }
}

/** `shown` names the views that the chair has read: when one has changed since, the decision is stale. */
export async function conclude(
  ports: CommandPorts & Pick<Ports, 'recordWriter'>,
  { journey, state }: CommittedEvent,
  person: string,
  { visit, shown, answers }: { readonly visit: number; readonly shown: string; readonly answers: Answers },
): Promise<Result> {
  const outcome = answers.outcome as Outcome
  const reasons = await keepRecord(ports, journey, `${state.round}#validation`, person, {
    comment: String(answers.reasons),
  })
  const awarded = outcome === 'awarded' || outcome === 'awarded-with-actions'
  const concluded = await carryOut(ports, journey, person, {
    kind: 'conclude',
    person,
    visit,
    shown,
    panelSize: ports.settings.panelSize,
    outcome,
    reasons,
    ...(outcome === 'more-evidence' && answers.moreOf !== undefined && { to: String(answers.moreOf) }),
    ...(awarded && { serial: mintSerial() }),
  })
  return concluded.kind === 'accepted' ? 'done' : concluded.reason
}
