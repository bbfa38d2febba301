// Email: the domain with DKIM, and a configuration set that tells us what became of each email and follows nobody.
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import {
  CfnConfigurationSet,
  CfnConfigurationSetEventDestination,
  CfnEmailIdentity,
} from 'aws-cdk-lib/aws-ses'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Configuration } from './configuration.ts'
import { addRule } from './event-rules.ts'
import type { Lambdas } from './lambdas.ts'
import { configurationSetName } from './places.ts'
import { type Inventory, namesOn } from './triggers.ts'

interface Told {
  readonly eventType: string
  readonly match: Readonly<Record<string, unknown>>
  readonly pass: Readonly<Record<string, unknown>>
}

/**
 * What record-mail-event reads, and no more: what fails lies in a queue for days, and SES tells the subject and the headers
 * too. A rule for each kind, since a path that an event does not have leaves a hole in the JSON.
 */
const told: Readonly<Record<string, Told>> = {
  sent: { eventType: 'Send', match: {}, pass: {} },
  bounced: {
    eventType: 'Bounce',
    match: {},
    pass: { bounce: { bounceType: EventField.fromPath('$.detail.bounce.bounceType') } },
  },
  // Often without a type. It matters only if it says not-spam, and then nothing would be done.
  complained: {
    eventType: 'Complaint',
    match: {
      complaint: { complaintFeedbackType: [null, { exists: false }, { 'anything-but': ['not-spam'] }] },
    },
    pass: { complaint: {} },
  },
}

export function addMail(
  stack: Stack,
  inventory: Inventory,
  { mailDomain }: Configuration,
  lambdas: Lambdas,
  deadLetters: IQueue,
): void {
  const set = new CfnConfigurationSet(stack, 'mail-set', {
    name: configurationSetName,
    deliveryOptions: { tlsPolicy: 'REQUIRE' },
    reputationOptions: { reputationMetricsEnabled: true },
    sendingOptions: { sendingEnabled: true },
    // Our own table is the list, and the team can take an address off it: SES must not keep one beside it. Said as an empty
    // list, since without any the account's own holds.
    suppressionOptions: { suppressedReasons: [] },
  })
  new CfnConfigurationSetEventDestination(stack, 'mail-events', {
    configurationSetName: set.ref,
    eventDestination: {
      name: 'event-bus',
      enabled: true,
      // Not OPEN and not CLICK: those rewrite links and watch people.
      matchingEventTypes: ['SEND', 'BOUNCE', 'COMPLAINT'],
      eventBridgeDestination: {
        eventBusArn: `arn:${stack.partition}:events:${stack.region}:${stack.account}:event-bus/default`,
      },
    },
  })
  const identity = new CfnEmailIdentity(stack, 'mail-domain', {
    emailIdentity: mailDomain,
    configurationSetAttributes: { configurationSetName: set.ref },
    dkimAttributes: { signingEnabled: true },
    dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' },
  })
  for (const [id, { eventType, match, pass }] of Object.entries(told)) {
    addRule(
      stack,
      `mail-${id}-rule`,
      {
        source: ['aws.ses'],
        detail: {
          eventType: [eventType],
          mail: { tags: { 'ses:configuration-set': [configurationSetName] } },
          ...match,
        },
      },
      namesOn(inventory, 'mailEvents'),
      lambdas,
      deadLetters,
      RuleTargetInput.fromObject({
        source: 'aws.ses',
        detail: {
          eventType,
          mail: {
            tags: EventField.fromPath('$.detail.mail.tags'),
            destination: EventField.fromPath('$.detail.mail.destination'),
          },
          ...pass,
        },
      }),
    )
  }
  const records = [
    [identity.attrDkimDnsTokenName1, identity.attrDkimDnsTokenValue1],
    [identity.attrDkimDnsTokenName2, identity.attrDkimDnsTokenValue2],
    [identity.attrDkimDnsTokenName3, identity.attrDkimDnsTokenValue3],
  ] as const
  records.forEach(([name, value], at) => {
    new CfnOutput(stack, `MailDkim${at + 1}`, { value: `${name} CNAME ${value}` })
  })
}
