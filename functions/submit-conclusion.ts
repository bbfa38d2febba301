// POST /cases/{journey}/decision : the chair decides, with reasons.
import { ConclusionForm, JourneyPath } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { stepsOf } from '../workflows/model.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoJudgements } from './adapters/dynamo-judgements.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords, dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { conclude } from './app/judge.ts'
import { conclusionFields } from './app/panel-forms.ts'
import { readValidation, readViews } from './app/read-validation.ts'
import type { Needs } from './inventory.ts'
import { parseAnswers, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { conclusionPage } from './web/conclusion.ts'
import { londonDay } from './web/dates.ts'
import { messagesFor } from './web/form.ts'
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
  recordWriter: dynamoRecordWriter(table),
  people: dynamoPeople(table),
  judgements: dynamoJudgements(table),
} satisfies Needs<'submit-conclusion'>

export const handler = signedInPage(
  'submit-conclusion',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const { journey } = parsePath(JourneyPath, path)
    const view = await readValidation(ports, journey, session)
    if (!view || (view.stage === 'open' && !view.member.chair)) throw new PageError(404, 'not-found')
    const back = `/cases/${journey}`
    const views = view.stage === 'open' ? await readViews(ports, view) : undefined
    if (view.stage !== 'open' || !views) {
      const reason = view.stage === 'open' || view.stage === 'declare' ? 'not-yet' : 'already'
      return { page: refusalPage('case', reason, back), status: 409 }
    }
    const steps = stepsOf(view.definition).map(({ id }) => id)
    const { sent, stray } = parseAnswers(ConclusionForm(conclusionFields(steps)), form)
    const { token, visit, shown, ...typed } = sent
    const fields = conclusionFields(steps, form.outcome?.[0])
    const { answers, problems: found } = checkFields(fields, typed, londonDay(ports.clock.now()))
    const problems = { ...stray, ...found }
    if (Object.keys(problems).length > 0)
      return { page: conclusionPage(view, views, token, typed, messagesFor(problems)) }
    const outcome = await conclude(ports, view.event, session.person, { visit, shown, answers })
    return outcome === 'done' ? { goTo: back } : { page: refusalPage('case', outcome, back), status: 409 }
  },
)
