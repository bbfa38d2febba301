// What the lead and colleagues read of the pledges: how many, of which groups, and what people said.
import type { PledgesView } from '../web/pledges.ts'
import { countPledges } from './pledge.ts'
import type { Ports, Session } from './ports.ts'
import { journeyOf, onBehalfIn } from './read-journey.ts'

const saidAtOnce = 20

/** Undefined for who does not belong to the journey, while it is not confirmed, and for an individual's. */
export async function readPledges(
  ports: Pick<Ports, 'journeys' | 'records' | 'settings' | 'pledges' | 'said' | 'publications'>,
  { session, token }: { readonly session: Session; readonly token: (form: string) => string },
  journey: string,
  before: string | undefined,
): Promise<PledgesView | undefined> {
  const found = await journeyOf(ports, journey, session)
  if (!found || found.event.state.position.at === 'confirmation' || found.event.state.individual)
    return undefined
  const { event, role } = found
  const [count, groups, { said, more }, published, onBehalf] = await Promise.all([
    countPledges(ports, event),
    ports.pledges.byGroup(journey, event.state.round),
    ports.said.page(journey, saidAtOnce, before),
    ports.publications.of(journey),
    onBehalfIn(ports, found),
  ])
  return {
    ...{ journey, count, groups, said, more, before, onBehalf },
    hasPage: published.page !== undefined,
    shown: published.pledges.map(({ id }) => id),
    token: role === 'colleague' ? undefined : token('moderate-pledge'),
  }
}
