// GET /journeys/{journey}/steps/{step} : the step that is to be done now; any other leads back to the hub.
import { StepPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { asTyped, stepAtHand } from './app/step-at-hand.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { stepPage } from './web/step.ts'

const table = openTable()
const ports = {
  settings: settings(),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
} satisfies Needs<'show-step'>

export const handler = signedInPage('show-step', ports, 'anybody', async ({ path }, { session, token }) => {
  const { journey, step } = parsePath(StepPath, path)
  const at = await stepAtHand(ports, journey, step, session.person)
  if (!at) throw new PageError(404, 'not-found')
  const { state } = at.event
  if (state.position.at !== step) return { goTo: `/journeys/${journey}` }
  return { page: stepPage({ ...at, journey, state, step, token: token('submit-step') }, asTyped(at.answers)) }
})
