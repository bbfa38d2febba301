// The events that SES gives to EventBridge: that it has sent a message, and what came back of it.
import { randomUUID } from 'node:crypto'
import type { Envelope, Feedback } from './store.ts'

export type SesEvent = ReturnType<typeof sendEvent> | ReturnType<typeof feedbackEvent>

export function sendEvent(message: Envelope) {
  return envelope('Email Sent', randomUUID(), new Date().toISOString(), {
    eventType: 'Send',
    mail: mailOf(message),
    send: {},
  })
}

/** The same event, with the same id, however often it has to be given. */
export function feedbackEvent(message: Envelope, feedback: Feedback) {
  return feedback.type === 'Bounce' ? bounceEvent(message, feedback) : complaintEvent(message, feedback)
}

function bounceEvent(message: Envelope, { id, at, recipients }: Feedback) {
  return envelope('Email Bounced', id, at, {
    eventType: 'Bounce',
    mail: mailOf(message),
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: recipients.map((emailAddress) => ({
        emailAddress,
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
      })),
      timestamp: at,
      feedbackId: id,
      reportingMTA: 'dsn; localhost',
    },
  })
}

function complaintEvent(message: Envelope, { id, at, recipients }: Feedback) {
  return envelope('Email Complaint Received', id, at, {
    eventType: 'Complaint',
    mail: mailOf(message),
    complaint: {
      complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
      timestamp: at,
      feedbackId: id,
      complaintSubType: null,
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: at,
    },
  })
}

function envelope<D extends object>(detailType: string, id: string, at: string, detail: D) {
  return {
    version: '0',
    id,
    'detail-type': detailType,
    source: 'aws.ses',
    account: '000000000000',
    time: `${at.slice(0, 19)}Z`,
    region: 'eu-west-2',
    resources: [] as string[],
    detail,
  }
}

function mailOf(message: Envelope) {
  return {
    timestamp: message.sentAt,
    source: message.source,
    sendingAccountId: '000000000000',
    messageId: message.id,
    destination: message.destinations,
    headersTruncated: false,
    tags: tagsOf(message),
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
