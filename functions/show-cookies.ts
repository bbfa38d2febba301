// GET /cookies : the two cookies.

import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { cookiesPage } from './web/cookies.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-cookies'>

export const handler = openPage('show-cookies', ports, async () => ({ page: cookiesPage() }))
