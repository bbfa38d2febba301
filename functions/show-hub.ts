// GET /journeys/{journey} : where a journey is, and what to do next.
import { HubQuery, JourneyPath } from '../events/forms.ts'
import { definitionOf } from '../workflows/released/index.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDraftIndex } from './adapters/dynamo-drafts.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { actionsAskedFor } from './app/last-decision.ts'
import { nextLevel } from './app/next-level.ts'
import { journeyOf } from './app/read-journey.ts'
import { draftIndexOf } from './app/step-progress.ts'
import { organisationName } from './app/summarise.ts'
import type { Needs } from './inventory.ts'
import { parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { hubPage } from './web/hub.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  draftIndex: dynamoDraftIndex(table),
} satisfies Needs<'show-hub'>

export const handler = signedInPage('show-hub', ports, 'anybody', async ({ path, query }, { session }) => {
  const found = await journeyOf(ports, parsePath(JourneyPath, path).journey, session)
  if (!found) throw new PageError(404, 'not-found')
  const { event, role } = found
  if (event.state.position.at === 'confirmation') return { goTo: '/journeys' }
  const { handedIn } = parsePath(HubQuery, query)
  const { journey, state } = event
  const [name, index, actions] = await Promise.all([
    organisationName(ports, event),
    draftIndexOf(ports, event),
    state.position.at === 'complete' ? actionsAskedFor(ports, event) : undefined,
  ])
  return {
    page: hubPage({
      journey,
      definition: definitionOf(state.definition),
      state,
      organisationName: name,
      role,
      nextLevel: nextLevel(event),
      actions,
      index,
      contact: ports.settings.contact,
      handedIn: handedIn !== undefined && Object.hasOwn(state.submissions, handedIn) ? handedIn : undefined,
    }),
  }
})
