// Saving drafts: unfinished is fine, nothing is overwritten unseen, and what was typed can always be saved in the end.
import { expect, it } from 'vitest'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import { saveDraft } from '../../../../functions/app/save-draft.ts'
import { stepWork } from '../../../../functions/app/step-work.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import { pointer } from '../../../support/play.ts'

const journey = '0123456789abcdef'
const entry = 'aaaaaaaaaaaaaaaa'
const activity = { activityOn: ['1 9 2026'], activityWhat: ['An assembly'] }

async function begin() {
  const ports = memoryPorts(emptyMemory(), { now: () => Date.parse('2027-01-04T10:00:00Z') })
  await carryOut(ports, journey, 'lead', {
    kind: 'register',
    individual: false,
    lead: 'lead',
    submission: pointer,
  })
  const confirmed = await carryOut(ports, journey, 'lead', { kind: 'confirm-address' })
  if (confirmed.kind === 'refused') throw new Error(confirmed.reason)
  const read = async (step: string) => (await stepWork(ports, confirmed.event, step))!
  const save = async (typed: Record<string, string[]> | 'remove', revision: number, id = entry) => {
    const work = await read('raising-awareness')
    return saveDraft(ports, work, work.sections[0]!, 'somebody', { entry: id, revision, typed })
  }
  return { ports, read, save }
}

it('saves a section that is not finished, and refuses what cannot be read', async () => {
  const { ports, read } = await begin()
  const work = await read('commitment-and-pledge')
  const save = (typed: Record<string, string[]>, revision: number) =>
    saveDraft(ports, work, work.sections[1]!, 'somebody', { entry: '', revision, typed })
  expect(await save({ decidingBodyName: ['The board'] }, 0)).toEqual({ kind: 'saved' })
  expect(await save({ decidedOn: ['soon'] }, 1)).toEqual({
    kind: 'refused',
    problems: { decidedOn: { code: 'not-a-date' } },
  })
  expect((await read('commitment-and-pledge')).sections[1]).toMatchObject({ status: 'begun' })
})

it('takes the same words a second time as saved, and other words as somebody else’s', async () => {
  const { save } = await begin()
  expect(await save(activity, 0)).toEqual({ kind: 'saved' })
  expect(await save(activity, 0)).toEqual({ kind: 'saved' })
  const stale = await save({ ...activity, activityWhat: ['A poster'] }, 0)
  expect(stale).toMatchObject({
    kind: 'stale',
    current: { revision: 1, answers: { activityWhat: 'An assembly' } },
  })
  expect(await save({ ...activity, activityWhat: ['A poster'] }, 1)).toEqual({ kind: 'saved' })
})

it('takes an entry away once, and what somebody typed into it meanwhile can still be saved', async () => {
  const { read, save } = await begin()
  await save(activity, 0)
  expect(await save('remove', 1)).toEqual({ kind: 'saved' })
  expect(await save('remove', 1)).toEqual({ kind: 'saved' })
  expect((await read('raising-awareness')).sections[0]!.written).toEqual([])
  const stale = await save({ ...activity, activityWhat: ['A poster'] }, 1)
  expect(stale).toMatchObject({ kind: 'stale', current: { revision: 2 } })
  expect(await save({ ...activity, activityWhat: ['A poster'] }, 2)).toEqual({ kind: 'saved' })
  expect((await read('raising-awareness')).sections[0]!.written).toMatchObject([
    { answers: { activityWhat: 'A poster' } },
  ])
})

it('shows what somebody saved after the page was read and before it was written', async () => {
  const { ports, read, save } = await begin()
  const work = await read('raising-awareness')
  const racing = (typed: Record<string, string[]> | 'remove', revision: number, by = 'slower') =>
    saveDraft(ports, work, work.sections[0]!, by, { entry, revision, typed })
  await save(activity, 0)
  // Both have read that nothing was there.
  expect(await racing({ ...activity, activityWhat: ['A poster'] }, 0)).toMatchObject({
    kind: 'stale',
    current: { revision: 1, by: 'somebody', answers: { activityWhat: 'An assembly' } },
  })
  expect(await racing(activity, 0)).toEqual({ kind: 'saved' })
  await save('remove', 1)
  expect(await racing({ ...activity, activityWhat: ['A poster'] }, 1)).toMatchObject({
    kind: 'stale',
    current: { revision: 2, by: 'somebody', answers: {} },
  })
  expect(await racing('remove', 1)).toEqual({ kind: 'saved' })
})

it('takes no more entries than the definition allows, and says so', async () => {
  const { save } = await begin()
  for (let at = 0; at < 50; at++) await save(activity, 0, `aaaaaaaaaaaaaa${String(at).padStart(2, '0')}`)
  const oneMore = await save(activity, 0, 'bbbbbbbbbbbbbbbb')
  expect(oneMore).toEqual({
    kind: 'refused',
    problems: { activityOn: { code: 'too-many-entries', limit: 50 } },
  })
})
