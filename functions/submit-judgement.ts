// POST /cases/{journey}/view : somebody on the panel gives their view, or replaces it.
import { JourneyPath, JudgementForm } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoJudgements, dynamoJudgementWriter } from './adapters/dynamo-judgements.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { judge } from './app/judge.ts'
import { judgementFields } from './app/panel-forms.ts'
import { readValidation } from './app/read-validation.ts'
import type { Needs } from './inventory.ts'
import { parseAnswers, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { londonDay } from './web/dates.ts'
import { messagesFor } from './web/form.ts'
import { refusalPage } from './web/refusal.ts'
import { validationPage } from './web/validation.ts'

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
  people: dynamoPeople(table),
  judgements: dynamoJudgements(table),
  judgementWriter: dynamoJudgementWriter(table),
} satisfies Needs<'submit-judgement'>

const Form = JudgementForm(judgementFields)

export const handler = signedInPage(
  'submit-judgement',
  ports,
  'anybody',
  async ({ path, form }, { session, token }) => {
    const { journey } = parsePath(JourneyPath, path)
    const view = await readValidation(ports, journey, session)
    if (!view) throw new PageError(404, 'not-found')
    const { sent, stray } = parseAnswers(Form, form)
    const { token: _, visit, ...typed } = sent
    const back = `/cases/${journey}`
    if (view.stage !== 'open')
      return {
        page: refusalPage('case', view.stage === 'declare' ? 'not-yet' : 'already', back),
        status: 409,
      }
    const { answers, problems: found } = checkFields(judgementFields, typed, londonDay(ports.clock.now()))
    const problems = { ...stray, ...found }
    if (Object.keys(problems).length > 0)
      return { page: validationPage(view, token, typed, messagesFor(problems)) }
    const outcome = await judge(ports, view.event, session.person, { visit, answers })
    return outcome === 'done' ? { goTo: back } : { page: refusalPage('case', outcome, back), status: 409 }
  },
)
