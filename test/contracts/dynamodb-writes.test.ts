// What we rely on when we write to DynamoDB: conditions decide races, and nothing is half written.
import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { held, putIfAbsent } from '../../functions/adapters/dynamo.ts'
import { contractTable, get, newPartition, put } from './contract-table.ts'
import { contract } from './endpoint.ts'

contract('DYNAMODB', [], (place) => {
  const table = contractTable(place)
  const newRow = (more: Record<string, unknown> = {}) => ({ pk: newPartition(), sk: 'ROW', ...more })
  const atOnce = <T>(times: number, work: (at: number) => Promise<T>) =>
    Promise.all(Array.from({ length: times }, (_, at) => work(at)))
  const refusal = (write: Promise<unknown>) => write.then(() => undefined).catch((error: unknown) => error)

  test('of ten puts at once on the condition that the row is absent, one wins and its row stays', async () => {
    const row = newRow()
    const won = await atOnce(10, (by) => putIfAbsent(table, { ...row, by }))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await get(table, row)).toEqual({ ...row, by: won.indexOf(true) })
    expect(await putIfAbsent(table, { ...row, by: 'a later one' })).toBe(false)
    expect(await get(table, row)).toEqual({ ...row, by: won.indexOf(true) })
  })

  test('a condition that does not hold is a ConditionalCheckFailedException, which says nothing of the row', async () => {
    const row = newRow({ secret: 'x' })
    await put(table, row)
    const again = new PutCommand({
      TableName: table.name,
      Item: row,
      ConditionExpression: 'attribute_not_exists(pk)',
    })
    const error = await refusal(table.client.send(again))
    expect(error).toBeInstanceOf(ConditionalCheckFailedException)
    expect(error).toMatchObject({
      message: 'The conditional request failed',
      $metadata: { httpStatusCode: 400 },
    })
    expect((error as ConditionalCheckFailedException).Item).toBeUndefined()
  })

  test('a put on the condition of a revision replaces that revision alone, and all of it', async () => {
    const row = newRow({ revision: 1, answer: 'first' })
    await put(table, row)
    const save = (revision: number, more: object) =>
      held(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { pk: row.pk, sk: row.sk, revision, ...more },
            ConditionExpression: 'revision = :before',
            ExpressionAttributeValues: { ':before': revision - 1 },
          }),
        ),
      )
    expect((await atOnce(5, (by) => save(2, { by }))).filter(Boolean)).toHaveLength(1)
    expect(await get(table, row)).toEqual({ ...row, answer: undefined, revision: 2, by: expect.any(Number) })
    expect(await save(2, {})).toBe(false)
    expect(await save(3, {})).toBe(true)
    expect(await get(table, row)).toEqual({ pk: row.pk, sk: row.sk, revision: 3 })
  })

  test('of ten updates at once that count up to five, five count, and each is told its own number', async () => {
    const row = { ...newRow(), tries: 0, expiresAt: '2030-01-01T00:00:00.000Z' }
    await put(table, row)
    const counted: (typeof row)[] = []
    const countTry = (now: string) =>
      held(
        table.client
          .send(
            new UpdateCommand({
              TableName: table.name,
              Key: { pk: row.pk, sk: row.sk },
              UpdateExpression: 'SET tries = tries + :one',
              ConditionExpression: 'tries < :five AND expiresAt > :now',
              ExpressionAttributeValues: { ':one': 1, ':five': 5, ':now': now },
              ReturnValues: 'ALL_NEW',
            }),
          )
          .then(({ Attributes }) => counted.push(Attributes as typeof row)),
      )
    expect(await countTry('2030-01-01T00:00:00.000Z'), 'too late').toBe(false)
    await atOnce(10, () => countTry('2029-12-31T23:59:59.999Z'))
    const inOrder = counted.toSorted((a, b) => a.tries - b.tries)
    expect(inOrder).toEqual([1, 2, 3, 4, 5].map((tries) => ({ ...row, tries })))
    expect(await get(table, row)).toEqual({ ...row, tries: 5 })
  })

  test('a comparison with what a row does not have does not hold', async () => {
    const row = newRow()
    await put(table, row)
    const update = (ConditionExpression: string, key = row) =>
      held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { pk: key.pk, sk: key.sk },
            UpdateExpression: 'SET usedAt = :now',
            ConditionExpression,
            ExpressionAttributeValues: { ':now': '2026-11-02' },
          }),
        ),
      )
    expect(await update('claimedAt <= :now')).toBe(false)
    expect(await update('attribute_exists(pk) AND attribute_not_exists(usedAt)')).toBe(true)
    expect(await update('attribute_exists(pk) AND attribute_not_exists(usedAt)')).toBe(false)
    const nobody = newRow()
    expect(await update('attribute_exists(pk)', nobody)).toBe(false)
    expect(await get(table, nobody)).toBeUndefined()
  })

  test('a delete on a condition leaves what has changed; deleting what is not there is no error', async () => {
    const row = newRow({ atUnmovedMs: 2 })
    await put(table, row)
    const remove = (at?: number) =>
      held(
        table.client.send(
          new DeleteCommand({
            TableName: table.name,
            Key: { pk: row.pk, sk: row.sk },
            ...(at && {
              ConditionExpression: 'atUnmovedMs = :at',
              ExpressionAttributeValues: { ':at': at },
            }),
          }),
        ),
      )
    expect(await remove(1)).toBe(false)
    expect(await get(table, row)).toEqual(row)
    expect(await remove(2)).toBe(true)
    expect(await get(table, row)).toBeUndefined()
    expect(await remove(2), 'a condition on a row that is gone').toBe(false)
    expect(await remove()).toBe(true)
  })

  test('a row comes back as it was put: numbers, null, booleans, any script, lists, maps, empty ones too', async () => {
    const row = newRow({
      numbers: [0, -1, 0.1, 1.5e-7, 1_800_000_000_123.25, Number.MAX_SAFE_INTEGER],
      nothing: null,
      yes: true,
      no: false,
      text: 'Zoë 🌍 বাংলা ਪੰਜਾਬੀ العربية \u0000\r\n\t"\\',
      empty: '',
      list: [],
      map: { inner: [{ deep: [null, ''] }], 'a key with spaces #:': 1, '': 2 },
    })
    await put(table, { ...row, left: undefined })
    expect(await get(table, row)).toStrictEqual(row)
  })

  test('a ttl that has passed is data like any other: until somebody removes the row, it is read', async () => {
    const row = newRow({ ttl: 1, expiresAt: '1970-01-01T00:00:01.000Z' })
    await put(table, row)
    expect(await get(table, row)).toEqual(row)
    expect(await putIfAbsent(table, row)).toBe(false)
  })

  test('a row of more than 400 KB is refused as a whole, one of 400 KB is kept', async () => {
    const bare = newRow({ content: '' })
    // The size of a row is that of its attributes' names and values.
    const room = 400 * 1024 - Object.entries(bare).join('').replaceAll(',', '').length
    const row = { ...bare, content: 'x'.repeat(room) }
    await put(table, row)
    for (const content of [`${row.content}x`, `${'x'.repeat(room - 1)}é`]) {
      const error = await refusal(put(table, { ...row, content }))
      expect(error).toBeInstanceOf(DynamoDBServiceException)
      expect(error).toMatchObject({ name: 'ValidationException', $fault: 'client' })
      expect((error as Error).message).toContain('Item size has exceeded the maximum allowed size')
    }
    expect(await get(table, row)).toEqual(row)
  })
})
