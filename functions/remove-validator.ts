// POST /team/journeys/{journey}/validators/{person}/remove : the team takes somebody off the panel of a case.
import { RemoveValidatorForm, ValidatorPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { removeValidator } from './app/change-panel.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { refusalPage } from './web/refusal.ts'

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
} satisfies Needs<'remove-validator'>

export const handler = signedInPage(
  'remove-validator',
  ports,
  'team',
  async ({ path, form }, { session }) => {
    const { journey, person } = parsePath(ValidatorPath, path)
    const event = await ports.journeys.newest(journey)
    if (!event) throw new PageError(404, 'not-found')
    parseForm(RemoveValidatorForm, form)
    const back = `/team/journeys/${journey}`
    const outcome = await removeValidator(ports, event, session.person, person)
    if (outcome === 'done') return { goTo: `${back}#panel` }
    return { page: refusalPage('journey', outcome, back), status: 409 }
  },
)
