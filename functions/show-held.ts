// GET /held : what somebody sent after their sign-in had ended or another had begun, to be sent again.
import { openTable } from './adapters/dynamo.ts'
import { dynamoHeldForms } from './adapters/dynamo-held-forms.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readHeld } from './app/held.ts'
import type { Needs } from './inventory.ts'
import { signedInPage } from './middleware/page.ts'
import { heldPage, nothingHeldPage } from './web/held.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  heldForms: dynamoHeldForms(table),
} satisfies Needs<'show-held'>

export const handler = signedInPage('show-held', ports, 'anybody', async (_, { session, token }) => {
  const found = await readHeld(ports, session)
  if (!found) return { page: nothingHeldPage() }
  return { page: heldPage(found.held, found.since, token(found.held.to), token('drop-held')) }
})
