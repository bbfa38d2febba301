// Pledging: what the public page shows of a journey, what comes in by it, and the counting of pledges; nobody is identified.
import { type Answers, textIn } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { pledgeStep, wordsField } from '../../workflows/personal-pledge.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { londonDay } from '../web/dates.ts'
import type { Ports } from './ports.ts'
import { type StepWork, stepWork } from './step-work.ts'
import { organisationName } from './summarise.ts'

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
  answers: Answers = {},
): Promise<'pledged' | 'limited'> {
  const now = ports.clock.now()
  if (!(await ports.limits.take(`pledge ${client}`, perClient.max, perClient.seconds, now))) return 'limited'
  const group = textIn(answers.pledgeGroup)
  const team = textIn(answers.pledgeTeam)
  const name = textIn(answers.pledgeName)
  const words = textIn(answers.pledgeWords)
  // First, so that a pledge that counts has all that was said; whoever is cut off between the two sends the form again.
  if (team ?? name ?? words) {
    const forEverybody = words !== undefined && answers.pledgeShown === 'yes'
    await ports.pledgeWriter.putSaid({
      ...{ id, journey, at: now.toISOString() },
      ...{ group, team, name, words, forEverybody },
    })
  }
  await ports.pledgeWriter.put({ id, journey, round: state.round, day: londonDay(now), group })
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
