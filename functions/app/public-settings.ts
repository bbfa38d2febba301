// What the page on which a lead publishes is made of.
import { hasEnded } from '../../workflows/moves.ts'
import type { CopiedPart } from '../../workflows/publicised.ts'
import type { PublicSettings } from '../web/public-settings.ts'
import type { Ports, Session } from './ports.ts'
import { publishableCopies, publishableIdeas, type WorkPorts } from './publishable.ts'
import { journeyOf, onBehalfIn } from './read-journey.ts'

/** Undefined for who does not belong to the journey, and while it is not confirmed. */
export async function readPublicSettings(
  ports: WorkPorts & Pick<Ports, 'journeys' | 'settings' | 'publications'>,
  { session, token }: { readonly session: Session; readonly token: (form: string) => string },
  journey: string,
): Promise<PublicSettings | undefined> {
  const found = await journeyOf(ports, journey, session)
  if (!found || found.event.state.position.at === 'confirmation') return undefined
  const { event, role } = found
  const copies = Object.entries(await publishableCopies(ports, event)) as [CopiedPart, object][]
  return {
    journey,
    individual: event.state.individual === true,
    ended: hasEnded(event.state),
    published: await ports.publications.of(journey),
    empty: copies.filter(([, answers]) => Object.keys(answers).length === 0).map(([part]) => part),
    meant: await publishableIdeas(ports, event),
    tokens: role === 'colleague' ? undefined : { page: token('publish-page'), idea: token('publish-idea') },
    onBehalf: await onBehalfIn(ports, found),
  }
}
