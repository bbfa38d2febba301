// POST /journeys/{journey}/people : a lead invites somebody to help.

import { InviteForm, JourneyPath } from '../events/forms.ts'
import { people as words } from '../workflows/words/people.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoHeldFormWriter } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLimits } from './adapters/dynamo-limits.ts'
import { dynamoPeople, dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoSuppressions } from './adapters/dynamo-suppressions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { inviteColleague, peopleOf, readInvitation } from './app/colleagues.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { peoplePage } from './web/people.ts'
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
  people: dynamoPeople(table),
  suppressions: dynamoSuppressions(table),
  peopleWriter: dynamoPeopleWriter(table),
  limits: dynamoLimits(table),
} satisfies Needs<'invite-colleague'>

export const handler = signedInPage('invite-colleague', ports, 'anybody', async (request, signedIn) => {
  const { journey } = parsePath(JourneyPath, request.path)
  const event = await ledJourneyOf(ports, journey, signedIn.session)
  if (!event) throw new PageError(404, 'not-found')
  const { token, ...typed } = parseForm(InviteForm, request.form)
  const again = async (wrong: Readonly<Record<string, string>>) => {
    const tokens = { invite: token, remove: signedIn.token('remove-colleague') }
    const view = { journey, ...(await peopleOf(ports, event)), tokens }
    return { page: peoplePage(view, request.form, wrong) }
  }
  const read = readInvitation(typed)
  if (read.kind === 'wrong') return again(read.messages)
  const outcome = await inviteColleague(ports, event, signedIn.session.person, read)
  if (outcome === 'invited') return { goTo: `/journeys/${journey}/people` }
  if (outcome === 'already' || outcome === 'full' || outcome === 'limited' || outcome === 'unreachable')
    return again({ email: words(`problem.${outcome}`) })
  return { page: refusalPage('journey', outcome, `/journeys/${journey}`), status: 409 }
})
