// The event that SES gives to EventBridge when it has sent a message.
import { randomUUID } from 'node:crypto'
import type { Envelope } from './store.ts'

export type SendEvent = ReturnType<typeof sendEvent>

export function sendEvent(message: Envelope) {
  const time = new Date().toISOString()
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Email Sent',
    source: 'aws.ses',
    account: '000000000000',
    time: `${time.slice(0, 19)}Z`,
    region: 'eu-west-2',
    resources: [] as string[],
    detail: {
      eventType: 'Send',
      mail: {
        timestamp: message.sentAt,
        source: message.source,
        sendingAccountId: '000000000000',
        messageId: message.id,
        destination: message.destinations,
        headersTruncated: false,
        tags: tagsOf(message),
      },
      send: {},
    },
  }
}

function tagsOf({ tags, configurationSet }: Envelope): Record<string, string[]> {
  const own = Object.groupBy(tags, ({ name }) => name)
  return {
    'ses:operation': ['SendRawEmail'],
    'ses:configuration-set': [configurationSet ?? ''],
    ...Object.fromEntries(
      Object.entries(own).map(([name, same]) => [name, (same ?? []).map(({ value }) => value)]),
    ),
  }
}
