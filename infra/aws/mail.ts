// Email: the domain with DKIM, and a configuration set that tells us what became of each email and follows nobody.
import { CfnOutput, type Stack } from 'aws-cdk-lib'
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
  addRule(
    stack,
    'mail-rule',
    {
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
    },
    namesOn(inventory, 'mailEvents'),
    lambdas,
    deadLetters,
  )
  const records = [
    [identity.attrDkimDnsTokenName1, identity.attrDkimDnsTokenValue1],
    [identity.attrDkimDnsTokenName2, identity.attrDkimDnsTokenValue2],
    [identity.attrDkimDnsTokenName3, identity.attrDkimDnsTokenValue3],
  ] as const
  records.forEach(([name, value], at) => {
    new CfnOutput(stack, `MailDkim${at + 1}`, { value: `${name} CNAME ${value}` })
  })
}
