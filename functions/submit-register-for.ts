// POST /team/register : the team registers somebody who got in touch; confirmed at once.

import { RegisterForForm } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { word } from '../workflows/words.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { registerFor, registerForFields, waysToGetInTouch } from './app/register-for.ts'
import type { Needs } from './inventory.ts'
import { parseAnswers, signedInPage } from './middleware/page.ts'
import { londonDay } from './web/dates.ts'
import { messagesFor } from './web/form.ts'
import { registerForPage } from './web/register-for.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  heldFormWriter: dynamoHeldFormWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  recordWriter: dynamoRecordWriter(table),
  people: dynamoPeople(table),
  peopleWriter: dynamoPeopleWriter(table),
  suppressions: dynamoSuppressions(table),
} satisfies Needs<'submit-register-for'>

const Form = RegisterForForm(registerForFields)

export const handler = signedInPage('submit-register-for', ports, 'team', async ({ form }, { session }) => {
  const { sent, stray } = parseAnswers(Form, form)
  const { token, nonce, onBehalfOf, ...typed } = sent
  const way = waysToGetInTouch.find((each) => each === onBehalfOf)
  const { answers, problems: found } = checkFields(registerForFields, typed, londonDay(ports.clock.now()))
  const problems = { ...stray, ...found }
  if (!way || Object.keys(problems).length > 0) {
    const messages = {
      ...(!way && { onBehalfOf: word('field.onBehalfOf.missing') }),
      ...messagesFor(problems),
    }
    return { page: registerForPage({ nonce, token }, { ...typed, onBehalfOf: way ? [way] : [] }, messages) }
  }
  const journey = await registerFor(ports, session.person, nonce, answers, way)
  return { goTo: `/team/journeys/${journey}` }
})
