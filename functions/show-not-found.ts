// Every address that leads nowhere.

import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { notFoundPage } from './middleware/page.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-not-found'>

export const handler = notFoundPage('show-not-found', ports)
