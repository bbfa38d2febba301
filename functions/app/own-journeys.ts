// What belongs to somebody: the journeys that they lead or help with, the cases that they validate, the commitments that they sign.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyState, Validator } from '../../workflows/journey-state.ts'
import { memberOf } from '../../workflows/panel.ts'
import type { Ports, Session } from './ports.ts'
import { organisationName } from './summarise.ts'

export interface JourneyLine {
  readonly journey: string
  readonly organisationName: string
  readonly level: string
  /** False while the lead has not said that the registration is theirs. */
  readonly confirmed: boolean
}
export interface CaseLine extends JourneyLine {
  readonly status: 'declare' | 'look' | 'judged' | 'over'
}

/** A case that a conflict of interest has closed to them is not listed; an earlier round's is not either. */
export async function ownJourneys(
  ports: Pick<Ports, 'people' | 'journeys' | 'records'>,
  { person, addressHash }: Session,
): Promise<{
  readonly journeys: readonly JourneyLine[]
  readonly cases: readonly CaseLine[]
  readonly commitments: readonly JourneyLine[]
}> {
  const ids = await ports.people.journeysOf(addressHash)
  const events = (await Promise.all(ids.map((id) => ports.journeys.newest(id)))).flatMap((each) => each ?? [])
  const line = async (event: CommittedEvent): Promise<JourneyLine> => ({
    journey: event.journey,
    level: event.state.level,
    confirmed: event.state.position.at !== 'confirmation',
    organisationName: await organisationName(ports, event),
  })
  const cases = events.map(async (event): Promise<CaseLine[]> => {
    const member = memberOf(event.state, person)
    if (!member || member.declared === 'conflict') return []
    return [{ ...(await line(event)), status: statusOf(event.state, member) }]
  })
  const own = events.filter(({ state }) => state.lead === person || state.colleagues.includes(person))
  const signs = events.filter((event) => event.state.signature?.person === person && !own.includes(event))
  return {
    journeys: await Promise.all(own.map(line)),
    cases: (await Promise.all(cases)).flat(),
    commitments: await Promise.all(signs.map(line)),
  }
}

function statusOf({ position }: JourneyState, { declared, judgement }: Validator): CaseLine['status'] {
  if (position.at !== 'validation') return 'over'
  if (!declared) return 'declare'
  return judgement ? 'judged' : 'look'
}
