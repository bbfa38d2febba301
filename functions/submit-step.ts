// POST /journeys/{journey}/steps/{step} : hands a step in, as it is saved.
import { HandInForm, StepPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoRecords, dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { forgetFormer } from './app/ask-for-signature.ts'
import { handIn } from './app/hand-in.ts'
import { unpublicised } from './app/public-page.ts'
import { namedBy } from './app/referable.ts'
import { signatureFor } from './app/signature-for.ts'
import { answersHash, stepFor } from './app/step-work.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { refusalPage } from './web/refusal.ts'
import { notToSignPage } from './web/signature.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  publications: dynamoPublications(table),
  sessionWriter: dynamoSessionWriter(table),
  commits: dynamoCommits(table),
  recordWriter: dynamoRecordWriter(table),
  people: dynamoPeople(table),
  peopleWriter: dynamoPeopleWriter(table),
} satisfies Needs<'submit-step'>

export const handler = signedInPage('submit-step', ports, 'anybody', async ({ path, form }, { session }) => {
  const place = parsePath(StepPath, path)
  const found = await stepFor(ports, session, place)
  if (!found || found.role === 'colleague') throw new PageError(404, 'not-found')
  const { visit, shown } = parseForm(HandInForm, form)
  const hub = `/journeys/${place.journey}`
  const { answers, entries, event, step, referable } = found.work
  // Somebody has taken an answer away since the page was opened, or the public page down.
  if (!answers || (await unpublicised(ports, found.work)).length > 0)
    return { goTo: `${hub}/steps/${place.step}` }
  const isHere = event.state.position.at === place.step
  if (isHere && shown !== undefined && shown !== answersHash(answers)) {
    return { page: refusalPage('step', 'stale', `${hub}/steps/${place.step}/check`), status: 409 }
  }
  const signature = isHere ? await signatureFor(ports, found.work, session.person) : {}
  if (typeof signature === 'string')
    return { page: notToSignPage(`${hub}/steps/${place.step}`, signature), status: 409 }
  const submission = {
    step: place.step,
    visit,
    round: event.state.round,
    answers,
    entries,
    ...namedBy(step.sections, answers, referable),
    individualsValidated: ports.settings.individualsValidated,
    signature,
    ...(found.role === 'team' && { onBehalfOf: 'unsaid' as const }),
  }
  const outcome = await handIn(ports, place.journey, session.person, submission)
  if (outcome === 'handed-in') {
    if (signature.signedOnPaper) await forgetFormer(ports, event, signature.signedOnPaper.person)
    return { goTo: `${hub}?handedIn=${place.step}` }
  }
  return { page: refusalPage('step', outcome, hub), status: 409 }
})
