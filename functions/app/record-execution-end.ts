// An execution has failed, timed out or been stopped: its journey remembers it, so that the team can start it again.
import type { ExecutionEvent } from '../../events/execution-events.ts'
import { carryOut } from './carry-out.ts'
import type { Ports } from './ports.ts'

/** Can be called twice, and in any order. Nothing happens for one that is not a journey's own any more, or never was. */
export async function recordExecutionEnd(
  ports: Pick<Ports, 'clock' | 'journeys' | 'commits'>,
  { detail }: ExecutionEvent,
): Promise<void> {
  const [, journey, seq] = /^([0-9a-hjkmnp-tv-z]{16})-([1-9]\d{0,8})$/.exec(detail.name) ?? []
  if (!journey) return
  await carryOut(ports, journey, 'workflow', { kind: 'mark-failed', executionSeq: Number(seq) })
}
