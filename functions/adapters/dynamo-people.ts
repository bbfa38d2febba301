// People, each under a random id; an address is found by its hash, and everything about a person can be erased here.
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Contact, PeopleReader, PeopleWriter } from '../app/ports.ts'
import { mintId, sha256 } from '../app/secrets.ts'
import { putIfAbsent, type Table } from './dynamo.ts'

export function dynamoPeople(table: Table): PeopleReader {
  return {
    personOf: (addressHash) => personAt(table, { pk: `ADDRESS#${addressHash}`, sk: 'PERSON' }),
    addressOf: async (person) => (await get(table, `PERSON#${person}`, 'PERSON'))?.address,
    async contact(person, journey) {
      return (await get(table, `PERSON#${person}`, `JOURNEY#${journey}`)) as
        | (Contact & { pk: string })
        | undefined
    },
    async journeysOf(addressHash) {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :journey)',
          ExpressionAttributeValues: { ':pk': `ADDRESS#${addressHash}`, ':journey': 'JOURNEY#' },
          ConsistentRead: true,
        }),
      )
      return Items.map(({ sk }) => String(sk).slice('JOURNEY#'.length))
    },
  }
}

export function dynamoPeopleWriter(table: Table): PeopleWriter {
  return {
    async admit(address) {
      const pointer = { pk: `ADDRESS#${sha256(address)}`, sk: 'PERSON' }
      const known = await personAt(table, pointer)
      if (known) return known
      const person = mintId()
      await putIfAbsent(table, { pk: `PERSON#${person}`, sk: 'PERSON', address })
      if (await putIfAbsent(table, { ...pointer, person })) return person
      return (await personAt(table, pointer))!
    },
    async putContact(person, address, journey, contact) {
      const put = (Item: Record<string, unknown>) =>
        table.client.send(new PutCommand({ TableName: table.name, Item }))
      await put({ pk: `PERSON#${person}`, sk: `JOURNEY#${journey}`, ...contact })
      await put({ pk: `ADDRESS#${sha256(address)}`, sk: `JOURNEY#${journey}` })
    },
    async removeContact(person, address, journey) {
      const remove = (pk: string) =>
        table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk: `JOURNEY#${journey}` } }))
      await remove(`ADDRESS#${sha256(address)}`)
      await remove(`PERSON#${person}`)
    },
  }
}

async function personAt(table: Table, { pk, sk }: { pk: string; sk: string }): Promise<string | undefined> {
  return (await get(table, pk, sk))?.person
}

async function get(table: Table, pk: string, sk: string): Promise<Record<string, string> | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true }),
  )
  return Item
}
