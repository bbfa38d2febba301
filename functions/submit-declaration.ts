// POST /cases/{journey}/declaration : a validator says whether they have a conflict of interest.
import { DeclarationForm, JourneyPath } from '../events/forms.ts'
import { optionalWord } from '../workflows/words.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoJudgements } from './adapters/dynamo-judgements.ts'
import { dynamoLinks } from './adapters/dynamo-links.ts'
import { dynamoPeople } from './adapters/dynamo-people.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { declare } from './app/judge.ts'
import { readValidation } from './app/read-validation.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { refusalPage } from './web/refusal.ts'
import { validationPage } from './web/validation.ts'

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
  files: dynamoFiles(table),
  links: dynamoLinks(table),
  people: dynamoPeople(table),
  judgements: dynamoJudgements(table),
} satisfies Needs<'submit-declaration'>

export const handler = signedInPage(
  'submit-declaration',
  ports,
  'anybody',
  async ({ path, form }, { session, token }) => {
    const { journey } = parsePath(JourneyPath, path)
    const view = await readValidation(ports, journey, session)
    if (!view) throw new PageError(404, 'not-found')
    const { visit, conflict } = parseForm(DeclarationForm, form)
    if (view.stage === 'declare' && conflict !== 'yes' && conflict !== 'no') {
      const message = optionalWord('field.conflict.missing')!
      return { page: validationPage(view, token, {}, { conflict: message }) }
    }
    const declaration = { visit, conflict: conflict === 'yes' }
    const outcome = await declare(ports, journey, session.person, declaration)
    const back = `/cases/${journey}`
    return outcome === 'done' ? { goTo: back } : { page: refusalPage('case', outcome, back), status: 409 }
  },
)
