// SES says what became of an email; that it was sent is noted under its tag, so that it is never sent again.
import { MailEvent } from '../events/mail-events.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoMailLedger } from './adapters/dynamo-mail-ledger.ts'
import { systemClock } from './adapters/system-clock.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const ports = {
  clock: systemClock,
  ledger: dynamoMailLedger(openTable()),
} satisfies Needs<'record-mail-event'>

export const handler = task('record-mail-event', MailEvent, async ({ detail }) => {
  const effect = detail.mail.tags.effect?.[0]
  if (detail.eventType === 'Send' && effect) await ports.ledger.markSent(effect, ports.clock.now())
})
