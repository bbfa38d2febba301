// Pledging: what the public page shows of a journey, and the counting of pledges; nobody is identified.
import { textIn } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyDefinition } from '../../workflows/model.ts'
import { stepsOf } from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { londonDay } from '../web/dates.ts'
import type { Ports } from './ports.ts'
import { type StepWork, stepWork } from './step-work.ts'
import { organisationName } from './summarise.ts'

/** The field that holds the words of the pledge; its step is the one that shows the link. */
const wordsField = 'pledgeWording'

/** Everybody of a school comes from one address of the network. */
const perClient = { max: 2000, seconds: 60 * 60 }

export interface PledgeCount {
  readonly thisRound: number
  readonly earlier: number
}

/** Undefined while nobody can pledge: the address is not confirmed, the journey has ended, or it is an individual's, who signs up alone. */
export async function pledgeFor(
  ports: Pick<Ports, 'records' | 'drafts' | 'files' | 'clock'>,
  event: CommittedEvent,
): Promise<{ readonly organisationName: string; readonly words: string | undefined } | undefined> {
  if (!isOpenForPledges(event)) return undefined
  const step = pledgeStep(definitionOf(event.state.definition))
  const work = step && (await stepWork(ports, event, step))
  return { organisationName: await organisationName(ports, event), words: work && wordsIn(work) }
}

export function isOpenForPledges({ state }: CommittedEvent): boolean {
  return state.position.at !== 'confirmation' && !hasEnded(state) && !state.individual
}

export function pledgeStep(definition: JourneyDefinition): string | undefined {
  return stepsOf(definition).find(({ sections }) =>
    sections.some(({ fields }) => fields.some(({ id }) => id === wordsField)),
  )?.id
}

/** As they are saved, handed in or not. */
function wordsIn({ sections }: StepWork): string | undefined {
  const answers = sections.flatMap(({ written }) => written.map(({ answers }) => answers[wordsField]))
  return answers.map(textIn).find((words) => words !== undefined)
}

/** `limited` = too many came from this client. The same id counts once. */
export async function pledge(
  ports: Pick<Ports, 'clock' | 'limits' | 'pledgeWriter'>,
  { journey, state }: CommittedEvent,
  id: string,
  client: string,
): Promise<'pledged' | 'limited'> {
  const now = ports.clock.now()
  if (!(await ports.limits.take(`pledge ${client}`, perClient.max, perClient.seconds, now))) return 'limited'
  await ports.pledgeWriter.put({ id, journey, round: state.round, day: londonDay(now) })
  return 'pledged'
}

export async function countPledges(
  { pledges }: Pick<Ports, 'pledges'>,
  { journey, state }: CommittedEvent,
): Promise<PledgeCount> {
  const rounds = Array.from({ length: state.round }, (_, before) => before + 1)
  const counts = await Promise.all(rounds.map((round) => pledges.count(journey, round)))
  const thisRound = counts.at(-1)!
  return { thisRound, earlier: counts.reduce((sum, count) => sum + count, 0) - thisRound }
}
