// GET /organisations/{journey} : what an organisation shows of itself, for everybody.
import { JourneyPath, OrganisationQuery } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { organisationPage } from './web/organisation.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  publications: dynamoPublications(table),
} satisfies Needs<'show-organisation'>

export const handler = openPage('show-organisation', ports, async ({ path, query }) => {
  const { page, ...published } = await ports.publications.of(parsePath(JourneyPath, path).journey)
  if (!page) throw new PageError(404, 'not-found')
  const { after } = parsePath(OrganisationQuery, query)
  return { page: organisationPage({ ...published, page, after }, ports.settings) }
})
