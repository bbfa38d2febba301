// An execution has come to a wait: keep its token first, then say so, so that whoever comes second resumes it.
import { carryOut } from './carry-out.ts'
import type { Ports, TaskToken } from './ports.ts'

/** Another execution has taken the journey over; the state machine ends on this name. */
export class Superseded extends Error {
  override readonly name = 'Superseded'
}

/** Can be called twice. Throws Superseded for an execution that is not the journey's. */
export async function openStep(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'tokenWriter'>,
  task: TaskToken,
): Promise<void> {
  await ports.tokenWriter.put(task)
  const { journey, wait, executionSeq, enteredAt } = task
  const outcome = await carryOut(ports, journey, 'workflow', { kind: 'open', wait, executionSeq, enteredAt })
  if (outcome.kind === 'accepted' || outcome.reason === 'already') return
  if (outcome.reason === 'superseded') throw new Superseded(`Execution ${executionSeq} was replaced`)
  throw new Error(`A wait could not be opened: ${outcome.reason}`)
}
