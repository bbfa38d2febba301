// GET /journeys : the journeys of whoever is signed in; a single one is opened at once.
import type { CommittedEvent } from '../workflows/journey-events.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { journeyOfLead } from './app/read-journey.ts'
import { organisationName } from './app/summarise.ts'
import type { Needs } from './inventory.ts'
import { signedInPage } from './middleware/page.ts'
import { journeysPage } from './web/journeys.ts'

const table = openTable()
const ports = {
  settings: settings(),
  clock: systemClock,
  sessions: dynamoSessions(table),
  people: dynamoPeople(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
} satisfies Needs<'show-journeys'>

export const handler = signedInPage('show-journeys', ports, 'anybody', async (_, { session, token }) => {
  const journeys = await ports.people.journeysOf(session.addressHash)
  const events = await Promise.all(journeys.map((journey) => journeyOfLead(ports, journey, session.person)))
  const found = events.filter((event) => event !== undefined)
  const [only, ...others] = found
  if (only && others.length === 0 && isConfirmed(only)) return { goTo: `/journeys/${only.journey}` }
  const lines = found.map(async (event) => ({
    journey: event.journey,
    level: event.state.level,
    confirmed: isConfirmed(event),
    organisationName: await organisationName(ports, event),
  }))
  return { page: journeysPage(await Promise.all(lines), token('confirm-registration')) }
})

function isConfirmed({ state }: CommittedEvent): boolean {
  return state.position.at !== 'confirmation'
}
