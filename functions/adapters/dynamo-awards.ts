// Awards: put once and never changed; the name shown on one is a row of its own, so that it can be erased.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Award, AwardReader, AwardWriter } from '../app/ports.ts'
import { putIfAbsent, type Table } from './dynamo.ts'
import { publicAwardKey } from './public-keys.ts'

export function dynamoAwards(table: Table): AwardReader {
  return {
    async get(serial) {
      const read = async (Key: Record<string, string>) =>
        (await table.client.send(new GetCommand({ TableName: table.name, Key }))).Item
      const award = (await read(awardKey(serial))) as Award | undefined
      return award && { ...award, name: (await read(nameKey(serial)))?.name }
    },
  }
}

export function dynamoAwardWriter(table: Table): AwardWriter {
  return {
    async put(award, name) {
      if (!(await putIfAbsent(table, { ...awardKey(award.serial), ...award }))) {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: awardKey(award.serial), ConsistentRead: true }),
        )
        if (Item?.journey !== award.journey) throw new Error('This serial belongs to another award')
      }
      if (name !== undefined) await putIfAbsent(table, { ...nameKey(award.serial), name })
      const { serial, level, awardedAt } = award
      await putIfAbsent(table, { ...publicAwardKey(award.journey, serial), serial, level, awardedAt })
    },
  }
}

function awardKey(serial: string) {
  return { pk: `AWARD#${serial}`, sk: 'AWARD' }
}

function nameKey(serial: string) {
  return { pk: `AWARD-NAME#${serial}`, sk: 'NAME' }
}
