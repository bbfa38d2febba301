// The relay: does what a committed event asks for, and removes the note of it; doing it twice changes nothing.

import { answerFor } from '../../workflows/cursor.ts'
import type { Effect } from '../../workflows/effects.ts'
import { effectId } from '../../workflows/effects.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { noteLinks } from './note-links.ts'
import type { Ports } from './ports.ts'
import { sendJourneyEmail } from './send-journey-email.ts'
import { summarise } from './summarise.ts'

export type RelayPorts = Pick<
  Ports,
  | 'clock'
  | 'settings'
  | 'journeys'
  | 'pending'
  | 'summaryWriter'
  | 'namesakeWriter'
  | 'linkWriter'
  | 'publicationRemoval'
  | 'records'
  | 'tokens'
  | 'workflow'
  | 'mail'
  | 'ledger'
  | 'people'
  | 'suppressions'
  | 'stopLinkWriter'
>

type Carried = 'done' | 'later'

/**
 * `absent` = the event was never committed; `done` = every effect is; `later` = something has to wait, and the note stays
 * for the sweep. An effect that fails does not keep the others from being tried; then this throws what went wrong.
 */
export async function relayEvent(
  ports: RelayPorts,
  journey: string,
  number: number,
): Promise<'absent' | Carried> {
  const event = await ports.journeys.event(journey, number)
  if (!event) return 'absent'
  const errors: unknown[] = []
  let carried: Carried = 'done'
  const attempt = async (work: () => Promise<Carried>) => {
    try {
      if ((await work()) === 'later') carried = 'later'
    } catch (error) {
      errors.push(error)
    }
  }
  await attempt(() => summarise(ports, event))
  await attempt(() => noteLinks(ports, event))
  await attempt(() => hideWhatIsOver(ports, event))
  for (const [at, effect] of event.effects.entries()) {
    await attempt(() => carryOutEffect(ports, event, effect, effectId(journey, number, at)))
  }
  if (errors.length > 0) throw new AggregateError(errors, `Effects of event ${journey} ${number} failed`)
  if (carried === 'done') await ports.pending.remove(journey, number)
  return carried
}

/**
 * A journey that has ended shows nothing but its awards. Nor does one whose copies bear the name of an organisation that has just
 * said it is an individual: who that is has not agreed to be named.
 */
async function hideWhatIsOver(ports: RelayPorts, event: CommittedEvent): Promise<'done'> {
  if (hasEnded(event.state) || (await becameIndividual(ports, event)))
    await ports.publicationRemoval.takeDown(event.journey)
  return 'done'
}

async function becameIndividual(
  { journeys }: Pick<RelayPorts, 'journeys'>,
  { journey, number, command }: CommittedEvent,
): Promise<boolean> {
  if (command.kind !== 'submit' || command.individual !== true) return false
  const before = await journeys.event(journey, number - 1)
  return before?.state.individual !== true
}

async function carryOutEffect(
  ports: RelayPorts,
  event: CommittedEvent,
  effect: Effect,
  id: string,
): Promise<Carried> {
  const { journey, state } = event
  switch (effect.kind) {
    case 'start-execution': {
      const { round, executionSeq, resumeAt } = effect
      await ports.workflow.start(state.definition, { journey, round, executionSeq, resumeAt })
      return 'done'
    }
    case 'stop-execution':
      await ports.workflow.stop(effect.definition, journey, effect.executionSeq)
      return 'done'
    case 'resume':
      await resume(ports, journey, effect)
      return 'done'
    case 'send-email':
      return sendJourneyEmail(ports, event, effect, id)
  }
}

/**
 * The token is read before the state: what is then said fits the visit that the token belongs to, or that visit is over
 * and nobody hears it. The other way round, an execution could be sent on from a wait to which the journey has just come
 * back; it would be sent back from the next wait, a detour.
 */
async function resume(
  ports: RelayPorts,
  journey: string,
  { wait, executionSeq }: { readonly wait: string; readonly executionSeq: number },
): Promise<void> {
  const token = await ports.tokens.get(journey, wait, executionSeq)
  if (!token) return
  const newest = await ports.journeys.newest(journey)
  if (!newest || newest.state.execution.seq !== executionSeq) return
  const answer = answerFor(definitionOf(newest.state.definition), newest.state, wait)
  if (answer.kind === 'done') await ports.workflow.succeed(token)
  if (answer.kind === 'reopened') await ports.workflow.reopen(token, answer.resumeAt)
}
