// GET /journeys : the journeys and cases of whoever is signed in; a single one is opened at once.

import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { ownJourneys } from './app/own-journeys.ts'
import type { Needs } from './inventory.ts'
import { signedInPage } from './middleware/page.ts'
import { journeysPage } from './web/journeys.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  people: dynamoPeople(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
} satisfies Needs<'show-journeys'>

export const handler = signedInPage('show-journeys', ports, 'anybody', async (_, { session, token }) => {
  const { journeys, cases, commitments } = await ownJourneys(ports, session)
  if (commitments.length === 1 && journeys.length + cases.length === 0)
    return { goTo: `/sign/${commitments[0]!.journey}` }
  if (journeys.length === 1 && cases.length + commitments.length === 0 && journeys[0]!.confirmed)
    return { goTo: `/journeys/${journeys[0]!.journey}` }
  if (cases.length === 1 && journeys.length + commitments.length === 0)
    return { goTo: `/cases/${cases[0]!.journey}` }
  return { page: journeysPage(journeys, cases, token('confirm-registration'), commitments) }
})
