// POST …/steps/{step}/{section}/rows : adds a row to the plan for each thing that was found wanting and has none yet.
import { PressForm, SectionPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { addPlanRows, isPlan } from './app/plan-rows.ts'
import { sectionFor } from './app/section-for.ts'
import { takesDrafts } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  draftWriter: dynamoDraftWriter(table),
} satisfies Needs<'add-plan-rows'>

export const handler = signedInPage(
  'add-plan-rows',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const place = parsePath(SectionPath, path)
    const found = await sectionFor(ports, session, place)
    if (!found || !isPlan(found.work)) throw new PageError(404, 'not-found')
    parseForm(PressForm, form)
    const step = `/journeys/${place.journey}/steps/${place.step}`
    if (!takesDrafts(found.event, place.step, found.work.section))
      return { page: refusalPage('step', 'already', step), status: 409 }
    await addPlanRows(ports, found)
    return { goTo: `${step}/${place.section}` }
  },
)
