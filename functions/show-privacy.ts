// GET /privacy : what is stored of whom, why, and for how long.

import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { privacyPage } from './web/privacy.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-privacy'>

export const handler = openPage('show-privacy', ports, async () => ({ page: privacyPage(ports.settings) }))
