// POST /register : registers, and asks for the code that confirms the address.

import { RegisterForm } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { register as words } from '../workflows/words/register.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoAskForCode } from './adapters/dynamo-codes.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLimits } from './adapters/dynamo-limits.ts'
import { dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { register, registrationFields } from './app/register.ts'
import { askForCode, mayAskForCode } from './app/sign-in.ts'
import type { Needs } from './inventory.ts'
import { setCookie } from './middleware/cookies.ts'
import { openPage, parseAnswers } from './middleware/page.ts'
import { londonDay } from './web/dates.ts'
import { messagesFor } from './web/form.ts'
import { notice } from './web/layout.ts'
import { registerPage } from './web/register.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  recordWriter: dynamoRecordWriter(table),
  peopleWriter: dynamoPeopleWriter(table),
  limits: dynamoLimits(table),
  askForCode: dynamoAskForCode(table),
} satisfies Needs<'submit-register'>

const Form = RegisterForm(registrationFields)

export const handler = openPage('submit-register', ports, async ({ form, client }) => {
  const { sent, stray } = parseAnswers(Form, form)
  const { nonce, ...typed } = sent
  const { answers, problems: found } = checkFields(registrationFields, typed, londonDay(ports.clock.now()))
  const problems = { ...stray, ...found }
  if (Object.keys(problems).length > 0) return { page: registerPage(nonce, typed, messagesFor(problems)) }
  const address = String(answers.contactEmail)
  if (!(await mayAskForCode(ports, address, client))) {
    return { page: registerPage(nonce, typed, { contactEmail: words('tooMany') }), status: 429 }
  }
  const registered = await register(ports, nonce, answers)
  if (registered.kind === 'already') {
    const next = { href: '/sign-in', label: words('signIn') }
    return { page: notice(words('already'), [words('alreadyWhat')], next), status: 409 }
  }
  // Only now, since a code goes to known addresses alone.
  const secret = await askForCode(ports, address, registered.journey)
  return { goTo: '/sign-in/code', cookies: [setCookie(ports.settings, 'sign-in', secret)] }
})
