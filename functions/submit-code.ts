// POST /sign-in/code : the right code opens a session, and confirms the address of what was registered with it.

import { CodeForm } from '../events/forms.ts'
import { signIn as words } from '../workflows/words/sign-in.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCodeCheck } from './adapters/dynamo-codes.ts'
import { dynamoHeldForms } from './adapters/dynamo-held-forms.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoLimits } from './adapters/dynamo-limits.ts'
import { dynamoPeopleWriter } from './adapters/dynamo-people.ts'
import { dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { isTeam, signIn } from './app/sign-in.ts'
import type { Needs } from './inventory.ts'
import { clearCookie, readCookie, setCookie } from './middleware/cookies.ts'
import { openPage, parseForm } from './middleware/page.ts'
import { codePage } from './web/sign-in.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  limits: dynamoLimits(table),
  codes: dynamoCodeCheck(table),
  sessionWriter: dynamoSessionWriter(table),
  peopleWriter: dynamoPeopleWriter(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
  heldForms: dynamoHeldForms(table),
} satisfies Needs<'submit-code'>

export const handler = openPage('submit-code', ports, async ({ form, cookies }) => {
  const { code: typed, next } = parseForm(CodeForm, form)
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return { page: codePage(ports.settings, next, { code: words('code.missing') }) }
  const request = readCookie(ports.settings, cookies, 'sign-in')
  const before = readCookie(ports.settings, cookies, 'session')
  const signedIn = request ? await signIn(ports, request, code, before) : 'wrong'
  if (typeof signedIn === 'string')
    return { page: codePage(ports.settings, next, { code: words(`code.${signedIn}`) }) }
  const home = isTeam(ports, signedIn.addressHash) ? '/team' : '/journeys'
  return {
    goTo: signedIn.hasHeldForm ? '/held' : (next ?? home),
    cookies: [setCookie(ports.settings, 'session', signedIn.secret), clearCookie(ports.settings, 'sign-in')],
  }
})
