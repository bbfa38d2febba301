// GET /journeys/{journey}/steps/{step} : a step with its parts; or, once it is handed in, what was handed in.
import { StepPath } from '../events/forms.ts'
import { asksInVain } from '../workflows/applicant.ts'
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
import { isOpenForPledges } from './app/pledge.ts'
import { unpublicised } from './app/public-page.ts'
import { stepFor } from './app/step-work.ts'
import { linksOf } from './app/submissions.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { besideStep } from './web/beside-entries.ts'
import { html } from './web/html.ts'
import { notValidated } from './web/not-validated.ts'
import { pledgesBeside } from './web/pledge.ts'
import { missingFromPage } from './web/public-settings.ts'
import { stepPage } from './web/step.ts'

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
} satisfies Needs<'show-step'>

export const handler = signedInPage('show-step', ports, 'anybody', async ({ path, query }, { session }) => {
  const found = await stepFor(ports, session, parsePath(StepPath, path))
  if (!found) throw new PageError(404, 'not-found')
  const { event, definition, step } = found.work
  const { warnings, pledged } = await lookAround(ports, found.work)
  const { baseUrl, individualsValidated } = ports.settings
  const individual = event.state.individual === true
  const beside = html`${pledged && pledgesBeside(baseUrl, event.journey, pledged, isOpenForPledges(event))}
${besideStep(found.work)}`
  const inVain = asksInVain(definition, step.id, { individual, individualsValidated })
  const closed = inVain ? notValidated() : undefined
  const links = found.work.open ? [] : await linksOf(ports, event, step.id)
  const lacksPage = (await unpublicised(ports, found.work)).length > 0
  const lacks = lacksPage ? [missingFromPage(event.journey)] : []
  const mayHandIn = found.role !== 'colleague'
  return { page: stepPage({ ...found.work, query, mayHandIn, warnings, beside, links, lacks, closed }) }
})
