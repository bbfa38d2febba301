// The one table, in the shape that functions/adapters/table.ts gives it. It outlives the stack.
import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  type CfnTable,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb'
import { table as shape } from '../../functions/adapters/table.ts'

/** In the stack policy too. A new one would be a new, empty table. */
export const tableLogicalId = 'QualityMarkTable'

export function addTable(stack: Stack): Table {
  const table = new Table(stack, 'table', {
    ...keys(shape),
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamViewType.KEYS_ONLY,
    timeToLiveAttribute: 'ttl',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  for (const { name, ...index } of shape.indexes) {
    table.addGlobalSecondaryIndex({
      indexName: name,
      ...keys(index),
      projectionType: ProjectionType.KEYS_ONLY,
    })
  }
  ;(table.node.defaultChild as CfnTable).overrideLogicalId(tableLogicalId)
  return table
}

function keys({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) {
  return {
    partitionKey: { name: partitionKey, type: AttributeType.STRING },
    sortKey: { name: sortKey, type: AttributeType.STRING },
  }
}
