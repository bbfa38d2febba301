// What validators think of a case: put once, read by the id that an event points to, in a partition that nobody may change.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { JudgementReader, JudgementWriter, StoredJudgement } from '../app/ports.ts'
import { putIfAbsent, type Table } from './dynamo.ts'

export function dynamoJudgements(table: Table): JudgementReader {
  return {
    async get(journey, id) {
      const Key = { pk: `JUDGEMENT#${journey}`, sk: id }
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
      )
      return Item as StoredJudgement | undefined
    },
  }
}

export function dynamoJudgementWriter(table: Table): JudgementWriter {
  return {
    async put(judgement) {
      const key = { pk: `JUDGEMENT#${judgement.journey}`, sk: judgement.id }
      if (!(await putIfAbsent(table, { ...key, ...judgement })))
        throw new Error('A judgement with this random id exists already')
    },
  }
}
