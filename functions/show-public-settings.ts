// GET /journeys/{journey}/public : what the public sees of a journey, and for its lead the way to change that.
import { JourneyPath, PublicSettingsQuery } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readPublicSettings } from './app/public-settings.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { publicSettingsPage } from './web/public-settings.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  files: dynamoFiles(table),
  publications: dynamoPublications(table),
} satisfies Needs<'show-public-settings'>

export const handler = signedInPage(
  'show-public-settings',
  ports,
  'anybody',
  async ({ path, query }, signedIn) => {
    const view = await readPublicSettings(ports, signedIn, parsePath(JourneyPath, path).journey)
    if (!view) throw new PageError(404, 'not-found')
    return { page: publicSettingsPage({ ...view, ...parsePath(PublicSettingsQuery, query) }) }
  },
)
