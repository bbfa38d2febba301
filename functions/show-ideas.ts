// GET /ideas : the ideas that worked, of all organisations, by area of change, sector and discovery area.
import { IdeasQuery } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { ideasPage } from './web/ideas.ts'

/** What fits on one page. */
const ideasAtOnce = 20

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  publications: dynamoPublications(table),
} satisfies Needs<'show-ideas'>

export const handler = openPage('show-ideas', ports, async ({ query }) => {
  const { before, area, sector, topic } = parsePath(IdeasQuery, query)
  // What was left at "All" comes as an empty text.
  const filter = { area: area || undefined, sector: sector || undefined, topic: topic || undefined }
  const list = await ports.publications.ideas(filter, ideasAtOnce, before)
  return { page: ideasPage({ filter, ...list, later: before !== undefined }, ports.settings) }
})
