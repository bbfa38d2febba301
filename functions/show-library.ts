// GET /library and /library/{area} : what to watch, read and talk about, for each discovery area.
import { LibraryPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { libraryPage, shelfPage } from './web/library.ts'

const ports = {
  settings: settings(),
  words: dynamoWords(openTable()),
} satisfies Needs<'show-library'>

export const handler = openPage('show-library', ports, async ({ path }) => {
  const { area } = parsePath(LibraryPath, path)
  return { page: area === undefined ? libraryPage() : shelfPage(area) }
})
