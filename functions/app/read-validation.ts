// A case as somebody on its panel may see it: nothing before they declare, everything after, and then what was decided.
import type { Answers } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { Validator } from '../../workflows/journey-state.ts'
import type { JourneyDefinition } from '../../workflows/model.ts'
import { hasEnded } from '../../workflows/moves.ts'
import { isComplete, memberOf } from '../../workflows/panel.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { lastDecision, type PanelDecision } from './last-decision.ts'
import type { Ports, Session } from './ports.ts'
import { type PanelMember, readPanel } from './read-panel.ts'
import { type ReadSubmission, submissionsOf } from './submissions.ts'
import { organisationName } from './summarise.ts'

type ValidationPorts = Pick<
  Ports,
  'settings' | 'journeys' | 'records' | 'files' | 'links' | 'people' | 'judgements'
>

export interface OpenCase {
  readonly event: CommittedEvent
  readonly definition: JourneyDefinition
  readonly organisationName: string
  readonly submissions: readonly ReadSubmission[]
  readonly member: Validator
  /** What they said last in this visit. */
  readonly own: Answers | undefined
  /** Enough have judged, and everybody has. */
  readonly complete: boolean
  /** An earlier panel's decision on this journey that they took part in. */
  readonly earlier: PanelDecision | undefined
}

export type Validation =
  | { readonly stage: 'declare'; readonly event: CommittedEvent; readonly organisationName: string }
  | { readonly stage: 'conflict'; readonly event: CommittedEvent }
  | ({ readonly stage: 'open' } & OpenCase)
  | { readonly stage: 'decided'; readonly organisationName: string; readonly decision: PanelDecision }
  | { readonly stage: 'ended' }

/** Undefined for everybody who is not on the panel, whoever else they are, and when there is no such journey. */
export async function readValidation(
  ports: ValidationPorts,
  journey: string,
  { person }: Session,
): Promise<Validation | undefined> {
  const event = await ports.journeys.newest(journey)
  // A validator has a contact; so a stranger with a forwarded link costs two reads and no more.
  if (!event || !(await ports.people.contact(person, journey))) return undefined
  const { state } = event
  const member = memberOf(state, person)
  if (member?.declared === 'conflict') return { stage: 'conflict', event }
  if (member && state.position.at === 'validation') {
    const name = await organisationName(ports, event)
    if (member.declared === null) return { stage: 'declare', event, organisationName: name }
    return { stage: 'open', ...(await openCase(ports, event, member)), organisationName: name }
  }
  const decision = await lastDecision(ports, event, person)
  if (decision) return { stage: 'decided', organisationName: await organisationName(ports, event), decision }
  return member && hasEnded(state) ? { stage: 'ended' } : undefined
}

async function openCase(ports: ValidationPorts, event: CommittedEvent, member: Validator): Promise<OpenCase> {
  const { journey, state } = event
  const own = member.judgement && (await ports.judgements.get(journey, member.judgement.id))
  return {
    event,
    definition: definitionOf(state.definition),
    organisationName: await organisationName(ports, event),
    submissions: await submissionsOf(ports, event),
    member,
    own: own?.content,
    complete: isComplete(state, ports.settings.panelSize),
    earlier: await lastDecision(ports, event, member.person),
  }
}

export interface GivenView extends PanelMember {
  readonly at: string
  readonly answers: Answers
}

/** Everybody's views, for the chair alone and only when all have given theirs; undefined before, and for everybody else. */
export async function readViews(
  ports: Pick<Ports, 'settings' | 'people' | 'judgements'>,
  { event, member, complete }: OpenCase,
): Promise<readonly GivenView[] | undefined> {
  if (!member.chair || !complete) return undefined
  const { journey, state } = event
  const members = await readPanel(ports, journey, state)
  const views = await Promise.all(
    members.map(async (each) => {
      const pointer = memberOf(state, each.person)?.judgement
      const judgement = pointer && (await ports.judgements.get(journey, pointer.id))
      return judgement ? [{ ...each, at: judgement.at, answers: judgement.content }] : []
    }),
  )
  return views.flat()
}
