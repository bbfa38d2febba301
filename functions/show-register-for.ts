// GET /team/register : the form with which the team registers somebody who got in touch.

import { openTable } from './adapters/dynamo.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { mintSecret } from './app/secrets.ts'
import type { Needs } from './inventory.ts'
import { signedInPage } from './middleware/page.ts'
import { registerForPage } from './web/register-for.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
} satisfies Needs<'show-register-for'>

export const handler = signedInPage('show-register-for', ports, 'team', async (_, { token }) => ({
  page: registerForPage({ nonce: mintSecret(), token: token('submit-register-for') }),
}))
