// GET /safe-discussion : the guide to talking safely about unfairness.
import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { safeDiscussionPage } from './web/library.ts'

const ports = {
  settings: settings(),
  words: dynamoWords(openTable()),
} satisfies Needs<'show-safe-discussion'>

export const handler = openPage('show-safe-discussion', ports, async () => ({ page: safeDiscussionPage() }))
