// POST /journeys/{journey}/people/{person} : a lead takes somebody off who helped.
import { PersonPath, PressForm } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { removeColleague } from './app/colleagues.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  people: dynamoPeople(table),
  peopleWriter: dynamoPeopleWriter(table),
} satisfies Needs<'remove-colleague'>

export const handler = signedInPage(
  'remove-colleague',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const { journey, person } = parsePath(PersonPath, path)
    const event = await ledJourneyOf(ports, journey, session)
    if (!event) throw new PageError(404, 'not-found')
    parseForm(PressForm, form)
    await removeColleague(ports, event, session.person, person)
    return { goTo: `/journeys/${journey}/people` }
  },
)
