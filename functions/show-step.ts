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
import { countPledges, isOpenForPledges, pledgeStep } from './app/pledge.ts'
import { unpublicised } from './app/public-page.ts'
import { stepFor } from './app/step-work.ts'
import { linksOf } from './app/submissions.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
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

export const handler = signedInPage('show-step', ports, 'anybody', async ({ path }, { session }) => {
  const found = await stepFor(ports, session, parsePath(StepPath, path))
  if (!found) throw new PageError(404, 'not-found')
  const { event, definition, step } = found.work
  // An individual's sign-up is their own pledge.
  const { baseUrl, individualsValidated } = ports.settings
  const isIndividual = event.state.individual === true
  const gathersPledges = step.id === pledgeStep(definition) && !isIndividual
  const beside = gathersPledges
    ? pledgesBeside(baseUrl, event.journey, await countPledges(ports, event), isOpenForPledges(event))
    : asksInVain(definition, step.id, { individual: isIndividual, individualsValidated })
      ? notValidated()
      : undefined
  const links = found.work.open ? [] : await linksOf(ports, event, step.id)
  const lacksPage = (await unpublicised(ports, found.work)).length > 0
  const lacks = lacksPage ? missingFromPage(event.journey) : undefined
  return { page: stepPage({ ...found.work, mayHandIn: found.role !== 'colleague', beside, links, lacks }) }
})
