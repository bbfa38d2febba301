// POST /held : somebody leaves what they sent after their sign-in had ended or another had begun.
import { PressForm } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { isTeam } from './app/sign-in.ts'
import type { Needs } from './inventory.ts'
import { parseForm, signedInPage } from './middleware/page.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  heldFormWriter: dynamoHeldFormWriter(table),
} satisfies Needs<'drop-held'>

export const handler = signedInPage('drop-held', ports, 'anybody', async ({ form }, { session }) => {
  parseForm(PressForm, form)
  // What came from its page and was taken is dropped by the middleware, here as everywhere.
  return { goTo: isTeam(ports, session.addressHash) ? '/team' : '/journeys' }
})
