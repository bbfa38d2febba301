// The stored words: read once a minute, and a reading that failed is not tried again before that either.
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { dynamoWords } from '../../functions/adapters/dynamo-words.ts'

const ddb = mockClient(DynamoDBDocumentClient)
const table = { client: ddb as unknown as DynamoDBDocumentClient, name: 'the-table' }
const readings = () => ddb.calls().length

describe('stored words', () => {
  let nowMs = 0
  const clock = { now: () => new Date(0), unmovedMs: () => nowMs }
  beforeEach(() => {
    nowMs = 1000
    ddb.reset()
    ddb.on(QueryCommand).resolves({ Items: [{ pk: 'WORDS#en', sk: 'withdraw.title', text: 'Leave' }] })
  })

  it('are by their id', async () => {
    expect(await dynamoWords(table, clock).all()).toEqual(new Map([['withdraw.title', 'Leave']]))
  })

  it('are empty of a row that has no text', async () => {
    ddb.on(QueryCommand).resolves({ Items: [{ pk: 'WORDS#en', sk: 'withdraw.title' }] })
    expect(await dynamoWords(table, clock).all()).toEqual(new Map([['withdraw.title', '']]))
  })

  it('are read once a minute, also when two ask at once', async () => {
    const words = dynamoWords(table, clock)
    await Promise.all([words.all(), words.all()])
    nowMs += 59_999
    await words.all()
    expect(readings()).toBe(1)
    nowMs += 1
    await words.all()
    expect(readings()).toBe(2)
  })

  it('are tried again a minute after they could not be read', async () => {
    const words = dynamoWords(table, clock)
    ddb.on(QueryCommand).rejects(new Error('no answer'))
    await expect(words.all()).rejects.toThrow('no answer')
    nowMs += 59_999
    await expect(words.all()).rejects.toThrow('no answer')
    expect(readings()).toBe(1)
    ddb.on(QueryCommand).resolves({ Items: [] })
    nowMs += 1
    expect(await words.all()).toEqual(new Map())
  })

  it('are waited for no longer than 2 seconds', async () => {
    await dynamoWords(table, clock).all()
    const [, options] = ddb.call(0).args as unknown as [unknown, { abortSignal: AbortSignal }]
    expect(options.abortSignal).toBeInstanceOf(AbortSignal)
  })
})
