// What is known of each evidence file; it only goes where it can go from where it is, so an event that comes twice changes nothing.
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type EvidenceFile, reachedFrom } from '../../workflows/evidence-file.ts'
import type { FileReader, FileWriter } from '../app/ports.ts'
import { held, putIfAbsent, queryAll, type Table } from './dynamo.ts'

export function dynamoFiles(table: Table): FileReader {
  return {
    async get(journey, file) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: fileKey(journey, file), ConsistentRead: true }),
      )
      return Item as EvidenceFile | undefined
    },
    async ofJourney(journey) {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `FILE#${journey}` },
        ConsistentRead: true,
      })
      return rows as unknown as EvidenceFile[]
    },
  }
}

export function dynamoFileWriter(table: Table): FileWriter {
  return {
    add: (file) => putIfAbsent(table, { ...fileKey(file.journey, file.id), ...file }),
    move(journey, file, move) {
      const set = Object.entries(move.status === 'removed' ? { ...move, name: '' } : move)
      const before = reachedFrom[move.status].map((status, at) => [`:before${at}`, status] as const)
      return held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: fileKey(journey, file),
            UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
            ConditionExpression: `#status IN (${before.map(([name]) => name).join(', ')})`,
            ExpressionAttributeNames: Object.fromEntries(set.map(([name]) => [`#${name}`, name])),
            ExpressionAttributeValues: Object.fromEntries([
              ...set.map(([name, value]) => [`:${name}`, value] as const),
              ...before,
            ]),
          }),
        ),
      )
    },
  }
}

/** By the id alone, since that is all that an event of the bucket brings. */
function fileKey(journey: string, file: string) {
  return { pk: `FILE#${journey}`, sk: `FILE#${file}` }
}
