// POST /team/journeys/{journey}/lead : somebody else leads from now on, or the details are put right.

import { JourneyPath, LeadForm } from '../events/forms.ts'
import { journeyLead as words } from '../workflows/words/journey-lead.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from './adapters/dynamo-drafts.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { changeLead, leadFields, readLead, readLeadView } from './app/change-lead.ts'
import type { Needs } from './inventory.ts'
import { parseAnswers, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { londonDay } from './web/dates.ts'
import { messagesFor } from './web/form.ts'
import { leadPage } from './web/journey-lead.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  heldFormWriter: dynamoHeldFormWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  draftWriter: dynamoDraftWriter(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
  peopleWriter: dynamoPeopleWriter(table),
} satisfies Needs<'change-lead'>

const Form = LeadForm(leadFields)

export const handler = signedInPage(
  'change-lead',
  ports,
  'team',
  async ({ path, form }, { session, token }) => {
    const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
    if (!event) throw new PageError(404, 'not-found')
    const { sent, stray } = parseAnswers(Form, form)
    const { token: _, ...typed } = sent
    const refuse = async (messages: Readonly<Record<string, string>>) => ({
      page: leadPage({ ...(await readLeadView(ports, event)), token }, typed, messages),
    })
    const read = readLead(typed, londonDay(ports.clock.now()))
    if ('problems' in read) return refuse(messagesFor({ ...stray, ...read.problems }))
    if ('' in stray) return refuse(messagesFor(stray))
    const outcome = await changeLead(ports, event, session.person, read)
    if (outcome === 'unknown') return refuse({ leadEmail: words('onThePanel') })
    const back = `/team/journeys/${event.journey}`
    if (outcome === 'changed' || outcome === 'put-right') return { goTo: `${back}?done=lead` }
    return { page: refusalPage('journey', outcome, back), status: 409 }
  },
)
