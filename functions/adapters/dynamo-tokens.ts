// Task tokens, one a wait and execution: a later entry, or a later retry of the same entry, replaces an earlier one.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { TaskTokens, TaskTokenWriter } from '../app/ports.ts'
import { held, type Table } from './dynamo.ts'

export function dynamoTokens(table: Table): TaskTokens {
  return {
    async get(journey, wait, executionSeq) {
      const { Item } = await table.client.send(
        new GetCommand({
          TableName: table.name,
          Key: tokenKey(journey, wait, executionSeq),
          ConsistentRead: true,
        }),
      )
      return Item?.token
    },
  }
}

export function dynamoTokenWriter(table: Table): TaskTokenWriter {
  return {
    async put({ journey, wait, executionSeq, token, enteredAt, retryCount }) {
      await held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...tokenKey(journey, wait, executionSeq), token, enteredAt, retryCount },
            ConditionExpression:
              'attribute_not_exists(pk) OR enteredAt < :entered OR (enteredAt = :entered AND retryCount < :retry)',
            ExpressionAttributeValues: { ':entered': enteredAt, ':retry': retryCount },
          }),
        ),
      )
    },
  }
}

function tokenKey(journey: string, wait: string, executionSeq: number) {
  return { pk: `TASK#${journey}`, sk: `${wait}#${executionSeq}` }
}
