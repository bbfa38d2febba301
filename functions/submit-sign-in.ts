// POST /sign-in : asks for a code; the answer is the same for an address that we know and one that we do not.
import { SignInForm } from '../events/forms.ts'
import { normaliseAddress } from '../workflows/typed-text.ts'
import { word } from '../workflows/words.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoAskForCode } from './adapters/dynamo-codes.ts'
import { dynamoLimits } from './adapters/dynamo-limits.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { askForCode, mayAskForCode } from './app/sign-in.ts'
import type { Needs } from './inventory.ts'
import { setCookie } from './middleware/cookies.ts'
import { openPage, parseForm } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { signInPage } from './web/sign-in.ts'
import { signInPath } from './web/sign-in-path.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  limits: dynamoLimits(table),
  askForCode: dynamoAskForCode(table),
} satisfies Needs<'submit-sign-in'>

export const handler = openPage('submit-sign-in', ports, async ({ form, client }) => {
  const { email, next } = parseForm(SignInForm, form)
  const address = normaliseAddress(email)
  if (!address) return { page: signInPage(next, { email: [email] }, { email: word('problem.not-an-email') }) }
  if (!(await mayAskForCode(ports, address, client))) throw new PageError(429, 'too-many')
  const secret = await askForCode(ports, address)
  return { goTo: signInPath(next, '/sign-in/code'), cookies: [setCookie(ports.settings, 'sign-in', secret)] }
})
