// GET /journeys : the journeys of whoever is signed in; a single one is opened at once.
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { journeyOf } from './app/read-journey.ts'
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

export const handler = signedInPage('show-journeys', ports, 'anybody', async (_, { session }) => {
  const journeys = await ports.people.journeysOf(session.addressHash)
  const all = await Promise.all(journeys.map((journey) => journeyOf(ports, journey, session)))
  const found = all.flatMap((each) => (each ? [each.event] : []))
  if (found.length === 1) return { goTo: `/journeys/${found[0]!.journey}` }
  const lines = found.map(async (event) => ({
    journey: event.journey,
    level: event.state.level,
    organisationName: await organisationName(ports, event),
  }))
  return { page: journeysPage(await Promise.all(lines)) }
})
