// GET / : the start page.

import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { startPage } from './web/start.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-start'>

export const handler = openPage('show-start', ports, async () => ({ page: startPage(ports.settings) }))
