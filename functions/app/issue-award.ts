// The last task of a round: the award is recorded once, then committed, and with that its email asked for.
import { carryOut } from './carry-out.ts'
import { Superseded } from './open-step.ts'
import type { Ports } from './ports.ts'
import { organisationName } from './summarise.ts'

/** Can be called twice. Throws Superseded for an execution that is not the journey's, and when nothing was decided. */
export async function issueAward(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock' | 'records' | 'awardWriter'>,
  journey: string,
  executionSeq: number,
): Promise<void> {
  const newest = await ports.journeys.newest(journey)
  if (!newest) throw new Error('An award cannot be issued without a journey')
  const { decided, level, round, individual } = newest.state
  if (decided && newest.state.execution.seq === executionSeq) {
    const { serial, at: awardedAt } = decided
    const award = { serial, level, journey, round, awardedAt, ...(individual && { individual }) }
    await ports.awardWriter.put(award, individual ? undefined : await organisationName(ports, newest))
  }
  const outcome = await carryOut(ports, journey, 'workflow', { kind: 'award', executionSeq })
  if (outcome.kind === 'accepted' || outcome.reason === 'already') return
  if (outcome.reason === 'superseded') throw new Superseded(`Execution ${executionSeq} was replaced`)
  throw new Error(`An award could not be issued: ${outcome.reason}`)
}
