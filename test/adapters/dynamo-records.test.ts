// Records on the embedded table: each comes back as it was put, also one that is larger than a row can be.
import { expect, it } from 'vitest'
import { dynamoRecords, dynamoRecordWriter } from '../../functions/adapters/dynamo-records.ts'
import type { StoredRecord } from '../../functions/app/ports.ts'
import { mintId } from '../../functions/app/secrets.ts'
import { embeddedTable } from './support.ts'

const table = embeddedTable()
const records = dynamoRecords(table)
const writer = dynamoRecordWriter(table)

const record = (entries: number): StoredRecord => ({
  id: `ROUND#1#positive-action#${mintId()}`,
  journey: mintId(),
  at: '2027-01-04T10:00:00.000Z',
  by: 'somebody',
  salt: mintId(),
  content: {
    answers: {
      evidence: Array.from({ length: entries }, () => ({ evidenceChanged: 'Wir hören zu 👂. '.repeat(250) })),
    },
  },
})

it.each([1, 200])('keeps a diary of %i long entries, put twice too', async (entries) => {
  const one = record(entries)
  for (let times = 0; times < 2; times++) await writer.put(one)
  expect(await records.get(one.journey, one.id)).toMatchObject(one)
})

it('refuses another one of the same id, and leaves what is there', async () => {
  const one = record(200)
  await writer.put(one)
  await expect(writer.put({ ...one, salt: 'another' })).rejects.toThrow('exists already')
  expect(await records.get(one.journey, one.id)).toMatchObject(one)
})
