// GET /sign-in/code : asks for the code that was emailed.
import { NextQuery } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { codePage } from './web/sign-in.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-code'>

export const handler = openPage('show-code', ports, async ({ query }) => ({
  page: codePage(ports.settings, parsePath(NextQuery, query).next),
}))
