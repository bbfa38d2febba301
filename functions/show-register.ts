// GET /register : the form to register with; each has a random text of its own, so that sending it twice counts once.

import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { mintSecret } from './app/secrets.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { registerPage } from './web/register.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-register'>

export const handler = openPage('show-register', ports, async () => ({ page: registerPage(mintSecret()) }))
