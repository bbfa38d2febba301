// Findings of the checks that stay, each with its reason; every other one stops the synth.
import type { IPolicyValidationPlugin, PolicyViolation } from 'aws-cdk-lib'
import type { NagPack } from 'cdk-nag'

export interface Acknowledgement {
  /** The rule's name; where it has findings in brackets, with those. */
  readonly rule: RegExp
  /** The construct's path. */
  readonly where: RegExp
  readonly reason: string
}

export const acknowledgements: readonly Acknowledgement[] = [
  {
    rule: /^AwsSolutions-APIG4$/,
    where: /^quality-mark\/web-api\/route /,
    reason:
      'Pages are for everybody; who is signed in, and may do what, each page checks itself (functions/middleware/page.ts).',
  },
  {
    rule: /^AwsSolutions-S1$/,
    where: /^quality-mark\/evidence\//,
    reason:
      'An access log would hold the network addresses of people. Who handed in and who read what is in the journey’s events.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*:execution:quality-mark-[0-9a-f]+:\*\]$/,
    where: /^quality-mark\/(relay|sweep)-role\//,
    reason: 'An execution is named after its journey, which nobody knows beforehand.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*:ses:.*:identity\/\*\]$/,
    where: /^quality-mark\/(relay|sweep|send-team-digest)-role\//,
    reason:
      'While an account is in SES’s sandbox, the recipient’s identity is asked for too; the sender is held to our own address.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<QualityMarkTable\.Arn>\/stream\/\*\]$/,
    where: /^quality-mark\/relay-role\//,
    reason: 'To list streams is granted for the streams of a table, not for one of them.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    where: /^quality-mark\/machine-role\//,
    reason: 'Delivery of logs and traces cannot be granted for less.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*\]$/,
    where: /^quality-mark\/scanning-role\//,
    reason: 'GuardDuty makes a rule of its own, whose name it chooses.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<EvidenceBucket\.Arn>\/quarantine\/\*\]$/,
    where: /^quality-mark\/scanning-role\//,
    reason: 'GuardDuty scans everything that is uploaded.',
  },
  {
    // In a nested stack the bucket is a parameter.
    rule: /^AwsSolutions-IAM5\[Resource::<(EvidenceBucket\.|referencetoqualitymarkevidence\w+)Arn>\/(quarantine|clean)\/\*\]$/,
    where: /^quality-mark\/(pages\/(show-upload|open-file|open-public-file|remove-file)|check-file)-role\//,
    reason: 'A file is named by a random id, which nobody knows beforehand.',
  },
  {
    rule: /^Serverless-LambdaDLQ$/,
    where: /^quality-mark\/[a-z-]+\//,
    reason:
      'Pages, tasks and the look at a web page are called by somebody who waits for the answer, and the relay’s failures go where its stream says.',
  },
  {
    rule: /^Serverless-LambdaTracing$/,
    where: /^quality-mark\/[a-z-]+\//,
    reason:
      'Each function does one thing, and its log says what went wrong; a trace would cost more than the call.',
  },
  {
    rule: /^Serverless-SQSRedrivePolicy$/,
    where: /^quality-mark\/dead-letters\//,
    reason: 'This is where everything ends.',
  },
  {
    rule: /^Serverless-SNSRedrivePolicy$/,
    where: /^quality-mark\/alarm-topic\//,
    reason: 'What the alarms say is on the dashboard too, until it is over.',
  },
]

/** The pack, without what is acknowledged. A finding with its account and region in its name needs a pattern, so not CDK’s own way. */
export function withAcknowledgements(pack: NagPack & { readonly name: string }): IPolicyValidationPlugin {
  return {
    name: pack.name,
    validate(context) {
      const violations = unacknowledged(pack.validate(context).violations)
      return { success: violations.length === 0, violations }
    },
  }
}

function unacknowledged(violations: readonly PolicyViolation[]): PolicyViolation[] {
  return violations
    .map((violation) => ({
      ...violation,
      violatingResources: violation.violatingResources.filter(
        ({ constructPath }) =>
          !acknowledgements.some((each) => covers(each, violation.ruleName, constructPath)),
      ),
    }))
    .filter(({ violatingResources }) => violatingResources.length > 0)
}

export function covers({ rule, where }: Acknowledgement, ruleName: string, constructPath = ''): boolean {
  return rule.test(ruleName) && where.test(constructPath)
}
