// Events of journeys: put if absent, read newest first; this is the one place that writes them.
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { readEvent, type StoredEvent } from '../../workflows/journey-events.ts'
import type { JourneyCommits, JourneyReader, LeftOver, PendingWork } from '../app/ports.ts'
import { held, putIfAbsent, queryAll, type Table } from './dynamo.ts'
import { pendingPartitions, shard } from './table.ts'

export function dynamoJourneys(table: Table): JourneyReader {
  return {
    async newest(journey) {
      const { Items } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `EVENTS#${journey}` },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      )
      return Items?.[0] && readEvent(Items[0] as StoredEvent)
    },
    async event(journey, number) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: eventKey(journey, number), ConsistentRead: true }),
      )
      return Item && readEvent(Item as StoredEvent)
    },
    async all(journey) {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `EVENTS#${journey}` },
        ConsistentRead: true,
      })
      return rows.map((row) => readEvent(row as unknown as StoredEvent))
    },
  }
}

export function dynamoCommits(table: Table): JourneyCommits {
  return {
    async noteWork({ journey, number, atUnmovedMs }) {
      const Item = { ...workKey(journey, number), atUnmovedMs }
      await table.client.send(new PutCommand({ TableName: table.name, Item }))
    },
    async append(event) {
      const key = eventKey(event.journey, event.number)
      if (await putIfAbsent(table, { ...key, ...event })) return true
      // The SDK tries again when an answer gets lost, and then meets what it stored itself.
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
      )
      return Item?.hash === event.hash
    },
  }
}

export function dynamoPending(table: Table): PendingWork {
  return {
    async list() {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pendingPartitions[0] },
        ConsistentRead: true,
      })
      return rows.map((item): LeftOver => {
        const [journey, rest] = String(item.sk).split('#') as [string, string]
        const atUnmovedMs = Number(item.atUnmovedMs)
        return journey === 'code'
          ? { kind: 'code', id: rest, atUnmovedMs }
          : { kind: 'event', journey, number: Number(rest), atUnmovedMs }
      })
    },
    async remove(journey, number) {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: workKey(journey, number) }))
    },
    async removeUnchanged(work) {
      const Key = work.kind === 'code' ? codeRequestKey(work.id) : workKey(work.journey, work.number)
      await held(
        table.client.send(
          new DeleteCommand({
            TableName: table.name,
            Key,
            ConditionExpression: 'atUnmovedMs = :at',
            ExpressionAttributeValues: { ':at': work.atUnmovedMs },
          }),
        ),
      )
    },
  }
}

export function codeRequestKey(id: string) {
  return { pk: `PENDING#${shard}`, sk: `code#${id}` }
}

/** Six digits, so that the order of keys is the order of events. */
function eventNumber(number: number): string {
  return String(number).padStart(6, '0')
}

function eventKey(journey: string, number: number) {
  return { pk: `EVENTS#${journey}`, sk: eventNumber(number) }
}

function workKey(journey: string, number: number) {
  return { pk: `PENDING#${shard}`, sk: `${journey}#${eventNumber(number)}` }
}
