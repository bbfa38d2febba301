// Shows something of a journey to the public, and takes it down again. What was shown is looked at once more: it may have changed meanwhile.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { PublicPart } from '../../workflows/publicised.ts'
import type { Ports } from './ports.ts'
import { canPublish, publishableIdeas, publishablePage, type WorkPorts } from './publishable.ts'
import { organisationName } from './summarise.ts'

type PublishPorts = WorkPorts & Pick<Ports, 'journeys' | 'publicationWriter' | 'publicationRemoval'>

/** `ended` = the journey is over, or not confirmed, and nothing of it is shown. */
export async function publishPage(
  ports: PublishPorts,
  event: CommittedEvent,
  person: string,
  shows: readonly PublicPart[],
): Promise<'done' | 'ended'> {
  if (!canPublish(event)) return 'ended'
  const page = await publishablePage(ports, event, shows)
  await ports.publicationWriter.putPage({ ...page, ...signedNow(ports, person) })
  return hideIfEnded(ports, event.journey)
}

/** `not-public` = the entry is not meant for everybody, or it is not said that who is in it agrees. */
export async function publishIdea(
  ports: PublishPorts,
  event: CommittedEvent,
  person: string,
  entry: string,
): Promise<'done' | 'ended' | 'not-public'> {
  if (!canPublish(event)) return 'ended'
  const read = async () => (await publishableIdeas(ports, event)).find((each) => each.entry === entry)?.idea
  const idea = await read()
  if (!idea) {
    await ports.publicationRemoval.takeDownIdea(event.journey, entry)
    return 'not-public'
  }
  await ports.publicationWriter.putIdea({ ...idea, ...signedNow(ports, person) })
  // Somebody may have made it private, or taken a file away, between reading and writing.
  if (JSON.stringify(await read()) !== JSON.stringify(idea)) {
    await ports.publicationRemoval.takeDownIdea(event.journey, entry)
    return 'not-public'
  }
  return hideIfEnded(ports, event.journey)
}

/** `not-public` = nothing was said, or not for everybody. */
export async function publishPledge(
  ports: Pick<Ports, 'clock' | 'journeys' | 'said' | 'publicationWriter' | 'publicationRemoval'>,
  event: CommittedEvent,
  person: string,
  id: string,
): Promise<'done' | 'ended' | 'not-public'> {
  const { journey } = event
  if (!canPublish(event)) return 'ended'
  const said = await ports.said.get(journey, id)
  if (!said?.forEverybody || said.words === undefined) return 'not-public'
  const { words, name, at: saidAt } = said
  await ports.publicationWriter.putPledge({ journey, id, words, name, saidAt, ...signedNow(ports, person) })
  // Somebody may have removed it between reading and writing.
  if (!(await ports.said.get(journey, id))) {
    await ports.publicationRemoval.takeDownPledge(journey, id)
    return 'not-public'
  }
  return hideIfEnded(ports, journey)
}

/** Of an individual, who has just said so. */
export async function showName(
  ports: Pick<Ports, 'records' | 'publicationWriter'>,
  event: CommittedEvent,
): Promise<void> {
  if (event.state.individual)
    await ports.publicationWriter.putName(event.journey, await organisationName(ports, event))
}

/** The relay takes everything down when a journey ends; what is written after that is taken down here. */
async function hideIfEnded(
  { journeys, publicationRemoval }: Pick<Ports, 'journeys' | 'publicationRemoval'>,
  journey: string,
): Promise<'done' | 'ended'> {
  const newest = await journeys.newest(journey)
  if (newest && canPublish(newest)) return 'done'
  await publicationRemoval.takeDown(journey)
  return 'ended'
}

function signedNow({ clock }: Pick<Ports, 'clock'>, by: string) {
  return { publishedAt: clock.now().toISOString(), by }
}
