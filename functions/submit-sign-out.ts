// POST /sign-out : ends the session, here and in the table.
import { SignOutForm } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import type { Needs } from './inventory.ts'
import { clearCookie } from './middleware/cookies.ts'
import { parseForm, signedInPage } from './middleware/page.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
} satisfies Needs<'submit-sign-out'>

export const handler = signedInPage('submit-sign-out', ports, 'anybody', async ({ form }, { session }) => {
  parseForm(SignOutForm, form)
  await ports.sessionWriter.remove(session.id)
  return { goTo: '/', cookies: [clearCookie(ports.settings, 'session')] }
})
