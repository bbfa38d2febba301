// GET /accessibility : the accessibility statement.

import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { accessibilityPage } from './web/accessibility.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-accessibility'>

export const handler = openPage('show-accessibility', ports, async () => ({
  page: accessibilityPage(ports.settings),
}))
