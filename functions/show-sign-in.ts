// GET /sign-in : asks for the address to send a code to.
import { NextQuery } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { signInPage } from './web/sign-in.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-sign-in'>

export const handler = openPage('show-sign-in', ports, async ({ query }) => ({
  page: signInPage(parsePath(NextQuery, query).next),
}))
