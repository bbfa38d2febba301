// What a step is looked at with before it is handed in: answers of other steps, the pledges, and what to look at again.
import { pledgeStep } from '../../workflows/personal-pledge.ts'
import { lookedAtWith, looksAtLinks, type Warning, warningsOf } from '../../workflows/warnings.ts'
import { londonDay } from '../web/dates.ts'
import { countPledges, type PledgeCount } from './pledge.ts'
import type { Ports } from './ports.ts'
import { answersAround, type StepWork, together } from './step-work.ts'
import { linksGone } from './submissions.ts'

export interface Around {
  readonly warnings: readonly Warning[]
  /** On the step that gathers them. */
  readonly pledged: PledgeCount | undefined
}

export async function lookAround(
  ports: Pick<Ports, 'records' | 'drafts' | 'files' | 'clock' | 'pledges' | 'links'>,
  work: StepWork,
): Promise<Around> {
  const { event, definition, step, sections, open } = work
  const fields = sections.flatMap(({ section }) => section.fields.map(({ id }) => id))
  const others = fields.flatMap((field) => lookedAtWith[field] ?? [])
  // An individual's sign-up is their own pledge.
  const gathersPledges = step.id === pledgeStep(definition) && event.state.individual !== true
  const [pledged, around, gone] = await Promise.all([
    gathersPledges ? countPledges(ports, event) : undefined,
    open ? answersAround(ports, event, others) : {},
    open && looksAtLinks(fields) ? linksGone(ports, event) : [],
  ])
  const answers = { ...around, ...together(sections) }
  const looked = {
    answers,
    today: londonDay(ports.clock.now()),
    pledges: pledged?.thisRound ?? 0,
    gone,
    individual: event.state.individual,
  }
  return { warnings: open ? warningsOf(fields, looked) : [], pledged }
}
