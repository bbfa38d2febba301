// Held forms: what was typed under a sign-in that had ended, one a session, in a partition of their own.
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { HeldForm, HeldFormReader, HeldFormWriter } from '../app/ports.ts'
import { type Table, ttl } from './dynamo.ts'

export function dynamoHeldForms(table: Table): HeldFormReader {
  return {
    async get(session, now) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: heldKey(session), ConsistentRead: true }),
      )
      if (!Item || now.toISOString() >= Item.expiresAt) return undefined
      const { form, ...held } = Item as Omit<HeldForm, 'form'> & { readonly form: string }
      return { ...held, form: JSON.parse(form) as HeldForm['form'] }
    },
  }
}

export function dynamoHeldFormWriter(table: Table): HeldFormWriter {
  return {
    /** The form is one text: a browser can name a field as it likes, also with nothing. */
    async put({ form, ...held }) {
      const Item = { ...heldKey(held.session), ...held, form: JSON.stringify(form), ttl: ttl(held.expiresAt) }
      await table.client.send(new PutCommand({ TableName: table.name, Item }))
    },
    async remove(session) {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: heldKey(session) }))
    },
  }
}

function heldKey(session: string) {
  return { pk: `HELD#${session}`, sk: 'HELD' }
}
