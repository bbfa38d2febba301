// POST /journeys/{journey}/public/{entry} : a lead publishes an entry of the diary, or takes it down.
import { PublicEntryForm, PublicEntryPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPublicationRemoval, dynamoPublicationWriter } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { publishIdea } from './app/publish.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { notPublicPage } from './web/public-settings.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  files: dynamoFiles(table),
  publicationWriter: dynamoPublicationWriter(table),
  publicationRemoval: dynamoPublicationRemoval(table),
} satisfies Needs<'publish-idea'>

export const handler = signedInPage('publish-idea', ports, 'anybody', async ({ path, form }, { session }) => {
  const { journey, entry } = parsePath(PublicEntryPath, path)
  const event = await ledJourneyOf(ports, journey, session)
  if (!event) throw new PageError(404, 'not-found')
  const { action } = parseForm(PublicEntryForm, form)
  const own = `/journeys/${journey}/public`
  if (action === 'take-down') {
    await ports.publicationRemoval.takeDownIdea(journey, entry)
    return { goTo: `${own}?done=ideaDown` }
  }
  const outcome = await publishIdea(ports, event, session.person, entry)
  if (outcome === 'done') return { goTo: `${own}?done=ideaPublished` }
  const page = outcome === 'ended' ? refusalPage('journey', 'ended', own) : notPublicPage(own)
  return { page, status: 409 }
})
