// GET /journeys/{journey}/steps/{step}/check : every answer of a step once more, before it is handed in.
import { StepPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPledges } from './adapters/dynamo-pledges.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { lookAround } from './app/look-around.ts'
import { unpublicised } from './app/public-page.ts'
import { distanceIn } from './app/section-for.ts'
import { stepFor } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { checkPage } from './web/check.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  links: dynamoLinks(table),
  drafts: dynamoDrafts(table),
  publications: dynamoPublications(table),
  pledges: dynamoPledges(table, systemClock),
} satisfies Needs<'show-check'>

export const handler = signedInPage('show-check', ports, 'anybody', async ({ path }, { session, token }) => {
  const place = parsePath(StepPath, path)
  const found = await stepFor(ports, session, place)
  if (!found) throw new PageError(404, 'not-found')
  const { answers, event } = found.work
  const ready = answers && event.state.position.at === place.step && found.role !== 'colleague'
  if (!ready || (await unpublicised(ports, found.work)).length > 0)
    return { goTo: `/journeys/${place.journey}/steps/${place.step}` }
  const [{ warnings }, distance] = await Promise.all([
    lookAround(ports, found.work),
    distanceIn(ports, found.work),
  ])
  return { page: checkPage({ ...found.work, warnings, distance }, token('submit-step')) }
})
