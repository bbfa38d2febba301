// The names and ARNs of what the functions reach. Those of the machines are said by name: a reference would be a circle.
import type { Stack } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { released } from '../../workflows/released/index.ts'
import { stateMachineName } from '../../workflows/state-machine.ts'
import type { Configuration } from './configuration.ts'

export const configurationSetName = 'quality-mark'

export interface Places {
  readonly table: { readonly name: string; readonly arn: string; readonly streamArn: string }
  readonly evidence: { readonly name: string; readonly arn: string; readonly url: string }
  readonly machineArnPrefix: string
  /** The ARNs of our functions begin so. */
  readonly functionArnPrefix: string
  readonly machineNames: readonly string[]
  readonly mail: {
    readonly configurationSet: { readonly name: string; readonly arn: string }
    /** Every one of the account: in SES's sandbox the recipient's is asked for too. */
    readonly identitiesArn: string
    /** Without the name. */
    readonly from: string
  }
}

export function placesOf(
  stack: Stack,
  { mailFrom }: Configuration,
  { table, bucket }: { readonly table: Table; readonly bucket: Bucket },
): Places {
  const arn = (service: string, resource: string) =>
    `arn:${stack.partition}:${service}:${stack.region}:${stack.account}:${resource}`
  return {
    table: { name: table.tableName, arn: table.tableArn, streamArn: table.tableStreamArn! },
    evidence: {
      name: bucket.bucketName,
      arn: bucket.bucketArn,
      url: `https://${bucket.bucketRegionalDomainName}`,
    },
    machineArnPrefix: arn('states', 'stateMachine:'),
    functionArnPrefix: arn('lambda', 'function:'),
    machineNames: released.map(stateMachineName),
    mail: {
      configurationSet: {
        name: configurationSetName,
        arn: arn('ses', `configuration-set/${configurationSetName}`),
      },
      identitiesArn: arn('ses', 'identity/*'),
      from: mailFrom.slice(mailFrom.lastIndexOf('<') + 1, -1),
    },
  }
}
