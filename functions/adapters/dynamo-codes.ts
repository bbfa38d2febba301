// One-time codes: who asked for one (a row of work left over), and the code itself, salted, five tries, ten minutes.
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type {
  AskForCode,
  CodeCheck,
  CodeRequest,
  CodeRequests,
  CodeWriter,
  StoredCode,
} from '../app/ports.ts'
import { mintSecret, sha256 } from '../app/secrets.ts'
import { held, type Table, ttl } from './dynamo.ts'
import { codeRequestKey } from './dynamo-journeys.ts'

export function dynamoAskForCode(table: Table): AskForCode {
  return {
    async put(request, atUnmovedMs) {
      const Item = { ...codeRequestKey(request.id), ...request, atUnmovedMs, ttl: ttl(request.expiresAt) }
      await table.client.send(new PutCommand({ TableName: table.name, Item }))
    },
  }
}

export function dynamoCodeRequests(table: Table): CodeRequests {
  return {
    async get(id) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: codeRequestKey(id), ConsistentRead: true }),
      )
      return Item as CodeRequest | undefined
    },
    async remove(id) {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: codeRequestKey(id) }))
    },
  }
}

export function dynamoCodeWriter(table: Table): CodeWriter {
  return {
    async put({ id, code, address, journey, expiresAt }) {
      const salt = mintSecret()
      const Item = {
        ...codeKey(id),
        kind: 'code',
        salt,
        codeHash: sha256(salt, code),
        address,
        journey,
        tries: 0,
        expiresAt,
        ttl: ttl(expiresAt),
      }
      await table.client.send(new PutCommand({ TableName: table.name, Item }))
    },
  }
}

export function dynamoCodeCheck(table: Table): CodeCheck {
  return {
    /** One conditional update, so that no two tries at once count as one. */
    async countTry(id, now) {
      let row: Record<string, unknown> | undefined
      const counting = table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: codeKey(id),
          UpdateExpression: 'SET tries = tries + :one',
          ConditionExpression: 'kind = :code AND tries < :five AND expiresAt > :now',
          ExpressionAttributeValues: { ':one': 1, ':five': 5, ':code': 'code', ':now': now.toISOString() },
          ReturnValues: 'ALL_NEW',
        }),
      )
      const counted = await held(
        counting.then(({ Attributes }) => {
          row = Attributes
        }),
      )
      return counted ? (row as unknown as StoredCode) : undefined
    },
    useUp(id, now) {
      return held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: codeKey(id),
            UpdateExpression: 'SET usedAt = :now',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
            ExpressionAttributeValues: { ':now': now.toISOString() },
          }),
        ),
      )
    },
  }
}

function codeKey(id: string) {
  return { pk: `SECRET#${id}`, sk: 'SECRET' }
}
