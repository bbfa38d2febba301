// GET /reminders/{secret} : the link in a reminder; looking changes nothing.
import { StopPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoStopLinks } from './adapters/dynamo-stop-links.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { stopLink } from './app/stop-reminders.ts'
import type { Needs } from './inventory.ts'
import { parsePath, secretLinkPage } from './middleware/page.ts'
import { noSuchLinkPage, stopRemindersPage } from './web/reminders.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  stopLinks: dynamoStopLinks(table),
} satisfies Needs<'show-stop-reminders'>

export const handler = secretLinkPage('show-stop-reminders', ports, async ({ path }) => {
  const { secret } = parsePath(StopPath, path)
  if (!(await stopLink(ports, secret))) return { page: noSuchLinkPage(), status: 404 }
  return { page: stopRemindersPage(secret) }
})
