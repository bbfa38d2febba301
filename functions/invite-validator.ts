// POST /team/journeys/{journey}/validators : the team asks somebody onto the panel of a case.
import { InvitationForm, JourneyPath } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { inviteValidator } from './app/change-panel.ts'
import { invitationFields } from './app/panel-forms.ts'
import { readCase } from './app/read-case.ts'
import type { Needs } from './inventory.ts'
import { parseAnswers, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { casePage } from './web/case.ts'
import { londonDay } from './web/dates.ts'
import { type Messages, messagesFor } from './web/form.ts'
import { invitationMessages } from './web/panel.ts'
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
  files: dynamoFiles(table),
  links: dynamoLinks(table),
  drafts: dynamoDrafts(table),
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
  peopleWriter: dynamoPeopleWriter(table),
} satisfies Needs<'invite-validator'>

const Form = InvitationForm(invitationFields)

export const handler = signedInPage(
  'invite-validator',
  ports,
  'team',
  async ({ path, form }, { session, token }) => {
    const event = await ports.journeys.newest(parsePath(JourneyPath, path).journey)
    if (!event) throw new PageError(404, 'not-found')
    const back = `/team/journeys/${event.journey}`
    const { sent, stray } = parseAnswers(Form, form)
    const { token: _, visit, ...typed } = sent
    if (visit !== event.state.position.visit)
      return { page: refusalPage('journey', 'stale', back), status: 409 }
    const again = async (messages: Messages) => ({
      page: casePage({ ...(await readCase(ports, event)), token }, typed, messages),
    })
    const { answers, problems: found } = checkFields(invitationFields, typed, londonDay(ports.clock.now()))
    const problems = { ...stray, ...found }
    if (Object.keys(problems).length > 0) return again(messagesFor(problems))
    const outcome = await inviteValidator(ports, event, session.person, answers)
    if (outcome === 'done') return { goTo: `${back}#panel` }
    if (outcome === 'works-on-it' || outcome === 'on-panel' || outcome === 'unreachable')
      return again(invitationMessages(outcome))
    return { page: refusalPage('journey', outcome, back), status: 409 }
  },
)
