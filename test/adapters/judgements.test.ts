// Views of validators: the table's adapter and the port in memory keep the same promises, and a row never changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dynamoJudgements, dynamoJudgementWriter } from '../../functions/adapters/dynamo-judgements.ts'
import type { Ports, StoredJudgement } from '../../functions/app/ports.ts'
import { embeddedTable } from '../support/embedded-table.ts'
import { emptyMemory, memoryPorts } from '../support/memory-ports.ts'

let embedded: Awaited<ReturnType<typeof embeddedTable>>
beforeAll(async () => {
  embedded = await embeddedTable()
})
afterAll(() => embedded.stop())

type Tested = Pick<Ports, 'judgements' | 'judgementWriter'>
const kinds: Readonly<Record<string, () => Tested>> = {
  'in memory': () => memoryPorts(emptyMemory(), { now: () => 0 }),
  'in the table': () => ({
    judgements: dynamoJudgements(embedded.table),
    judgementWriter: dynamoJudgementWriter(embedded.table),
  }),
}

const judgement: StoredJudgement = {
  id: 'ROUND#1#somebody#0123456789abcdef',
  journey: 'one',
  at: '2027-01-04T12:00:00.000Z',
  by: 'somebody',
  salt: 'salt',
  content: { attitudes: 'met', viewStrengths: 'A lot', viewNextSteps: 'More', recommendation: 'awarded' },
}

describe.each(Object.keys(kinds))('%s', (kind) => {
  it('a view is kept as it was given, in its journey alone', async () => {
    const { judgements, judgementWriter } = kinds[kind]!()
    await judgementWriter.put(judgement)
    expect(await judgements.get('one', judgement.id)).toMatchObject(judgement)
    expect(await judgements.get('other', judgement.id)).toBe(undefined)
    expect(await judgements.get('one', `${judgement.id}x`)).toBe(undefined)
  })

  it('a view is never replaced in its place: another one is another row', async () => {
    const { judgements, judgementWriter } = kinds[kind]!()
    const own = { ...judgement, journey: 'two' }
    const other = { ...own, id: 'ROUND#1#somebody#fedcba9876543210', content: { recommendation: 'not-yet' } }
    await judgementWriter.put(own)
    await judgementWriter.put(other)
    await expect(judgementWriter.put({ ...own, content: {} })).rejects.toThrow(/exists already/)
    expect(await judgements.get('two', own.id)).toMatchObject(own)
    expect(await judgements.get('two', other.id)).toMatchObject(other)
  })
})
