// POST /reminders/{secret} : the lead’s button, or their mail program’s (RFC 8058), stops the reminders.
import { StopForm, StopPath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoStopLinks } from './adapters/dynamo-stop-links.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { stopReminders } from './app/stop-reminders.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, secretLinkPage } from './middleware/page.ts'
import { noSuchLinkPage, remindersStoppedPage } from './web/reminders.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  stopLinks: dynamoStopLinks(table),
  journeys: dynamoJourneys(table),
  commits: dynamoCommits(table),
} satisfies Needs<'stop-reminders'>

export const handler = secretLinkPage('stop-reminders', ports, async ({ path, form }) => {
  const { secret } = parsePath(StopPath, path)
  parseForm(StopForm, form)
  const outcome = await stopReminders(ports, secret)
  return outcome === 'stopped' ? { page: remindersStoppedPage() } : { page: noSuchLinkPage(), status: 404 }
})
