// GET /style/{sheet} : the one style sheet; its name is the hash of it, so under that a browser may keep it for good.
import { SheetPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { styleSheet, styleSheetName } from './web/style-sheet.css.ts'

const ports = { settings: settings(), words: dynamoWords(openTable()) } satisfies Needs<'show-style'>

/** A page from before a deployment asks for an older sheet; today's becomes it better than none. */
export const handler = openPage('show-style', ports, async ({ path }) => {
  const { sheet } = parsePath(SheetPath, path)
  return { styleSheet, toKeep: sheet === `${styleSheetName}.css` }
})
