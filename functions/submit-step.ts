// POST /journeys/{journey}/steps/{step} : hands a step in.
import { StepForm, StepPath } from '../events/forms.ts'
import { checkSections } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords, dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { handIn } from './app/hand-in.ts'
import { stepAtHand } from './app/step-at-hand.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { messagesFor } from './web/form.ts'
import { refusalPage } from './web/refusal.ts'
import { stepPage } from './web/step.ts'

const table = openTable()
const ports = {
  settings: settings(),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  recordWriter: dynamoRecordWriter(table),
  records: dynamoRecords(table),
} satisfies Needs<'submit-step'>

export const handler = signedInPage('submit-step', ports, 'anybody', async ({ path, form }, { session }) => {
  const { journey, step } = parsePath(StepPath, path)
  const at = await stepAtHand(ports, journey, step, session.person)
  if (!at) throw new PageError(404, 'not-found')
  const { token, visit, ...typed } = parseForm(StepForm(at.sections), form)
  const { answers, problems } = checkSections(at.sections, typed)
  if (Object.keys(problems).length > 0) {
    return {
      page: stepPage({ ...at, journey, state: at.event.state, step, token }, typed, messagesFor(problems)),
    }
  }
  const { round } = at.event.state
  const outcome = await handIn(ports, journey, session.person, { step, visit, round, answers })
  if (outcome === 'handed-in') return { goTo: `/journeys/${journey}?handedIn=${step}` }
  return { page: refusalPage('step', outcome, `/journeys/${journey}`), status: 409 }
})
