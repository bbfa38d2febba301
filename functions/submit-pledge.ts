// POST /pledge/{journey} : somebody pledges; the same form sent twice counts once.

import { JourneyPath, PledgeForm } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { personalPledgeFields } from '../workflows/personal-pledge.ts'
import { pledge as words } from '../workflows/words/pledge.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLimits } from './adapters/dynamo-limits.ts'
import { dynamoPledgeWriter } from './adapters/dynamo-pledges.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { pledge, pledgeFor } from './app/pledge.ts'
import type { Needs } from './inventory.ts'
import { openPage, parseAnswers, parsePath } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { londonDay } from './web/dates.ts'
import { messagesFor } from './web/form.ts'
import { noPledgesPage, pledgePage } from './web/pledge.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  limits: dynamoLimits(table),
  pledgeWriter: dynamoPledgeWriter(table),
} satisfies Needs<'submit-pledge'>

const Form = PledgeForm(personalPledgeFields)

export const handler = openPage('submit-pledge', ports, async ({ path, form, client }) => {
  const { journey } = parsePath(JourneyPath, path)
  const event = await ports.journeys.newest(journey)
  // Nobody but themselves pledges with an individual, and the page would say who they are.
  if (!event || event.state.individual) throw new PageError(404, 'not-found')
  const view = await pledgeFor(ports, event)
  if (!view) return { page: noPledgesPage(), status: 409 }
  const { sent, stray } = parseAnswers(Form, form)
  const { id, pledge: ticked, ...typed } = sent
  const { answers, problems: found } = checkFields(personalPledgeFields, typed, londonDay(ports.clock.now()))
  const problems = { ...stray, ...found }
  const messages = { ...(ticked !== 'yes' && { pledge: words('missing') }), ...messagesFor(problems) }
  if (Object.keys(messages).length > 0) {
    const kept = { ...typed, pledge: ticked === 'yes' ? ['yes'] : [] }
    return { page: pledgePage({ journey, ...view }, id, kept, messages) }
  }
  if ((await pledge(ports, event, id, client, answers)) === 'limited')
    throw new PageError(429, 'too-many-pledges')
  return { goTo: `/pledge/${journey}/thanks` }
})
