// GET /awards/{serial} : the public page of an award.
import { AwardPath } from '../events/forms.ts'
import { organisation as words } from '../workflows/words/organisation.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoAwards } from './adapters/dynamo-awards.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { awardPage } from './web/award.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  awards: dynamoAwards(table),
  publications: dynamoPublications(table),
} satisfies Needs<'show-award'>

export const handler = openPage('show-award', ports, async ({ path }) => {
  const award = await ports.awards.get(parsePath(AwardPath, path).serial.toUpperCase())
  if (!award) throw new PageError(404, 'not-found')
  if (!award.individual) return { page: awardPage(award) }
  const name = (await ports.publications.nameOf(award.journey)) ?? words('individual')
  return { page: awardPage({ ...award, name }) }
})
