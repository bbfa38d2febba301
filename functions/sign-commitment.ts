// POST /sign/{journey} : somebody signs the commitment that they were shown, or says why they do not.
import { JourneyPath, SignForm } from '../events/forms.ts'
import { checkFields } from '../workflows/fields.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords, dynamoRecordWriter } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { decideOnCommitment, readSigning } from './app/signing.ts'
import type { Needs } from './inventory.ts'
import { parseAnswers, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { londonDay } from './web/dates.ts'
import { changedPage, signingFields, signingMessages, signingPage } from './web/signing.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  records: dynamoRecords(table),
  recordWriter: dynamoRecordWriter(table),
  files: dynamoFiles(table),
  drafts: dynamoDrafts(table),
  people: dynamoPeople(table),
} satisfies Needs<'sign-commitment'>

const Form = SignForm(signingFields(undefined))

export const handler = signedInPage(
  'sign-commitment',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const { journey } = parsePath(JourneyPath, path)
    const view = await readSigning(ports, journey, session)
    if (!view) throw new PageError(404, 'not-found')
    const { sent, stray } = parseAnswers(Form, form)
    const { token, shown, ...typed } = sent
    if (view.stage !== 'open' || view.signature.document.hash !== shown)
      return { page: changedPage(journey), status: 409 }
    const fields = signingFields(form.decision?.[0])
    const { answers, problems: found } = checkFields(fields, typed, londonDay(ports.clock.now()))
    const problems = { ...stray, ...found }
    if (Object.keys(problems).length > 0)
      return { page: signingPage(journey, view, token, typed, signingMessages(problems)) }
    const outcome = await decideOnCommitment(ports, journey, view.signature, session.person, answers)
    return outcome === 'done' ? { goTo: `/sign/${journey}` } : { page: changedPage(journey), status: 409 }
  },
)
