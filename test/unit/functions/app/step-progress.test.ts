// How far a step is, from one row: what each save notes, and what is said of parts that were never saved.
import { expect, it } from 'vitest'
import { saveDraft } from '../../../../functions/app/save-draft.ts'
import { progressOf } from '../../../../functions/app/step-progress.ts'
import { stepWork } from '../../../../functions/app/step-work.ts'
import { readEvent } from '../../../../workflows/journey-events.ts'
import { newest as definition } from '../../../../workflows/released/index.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import { confirm, play, register } from '../../../support/play.ts'

const event = readEvent(play([register, confirm]).at(-1)!)
const journey = event.journey

function begin() {
  const memory = emptyMemory()
  const ports = memoryPorts(memory, { now: () => Date.parse('2027-01-04T10:00:00Z') })
  const save = async (
    step: string,
    section: string,
    typed: Record<string, string[]> | 'remove',
    { entry = '', revision = 0 } = {},
  ) => {
    const work = (await stepWork(ports, event, step))!
    const part = work.sections.find((each) => each.section.id === section)!
    const saved = await saveDraft(ports, work, part, 'lead', { entry, revision, typed })
    expect(saved.kind).toBe('saved')
  }
  const index = () => ports.draftIndex.ofRound(journey, 1)
  const progress = async () => progressOf(definition, event.state, await index())
  return { memory, ports, save, index, progress }
}

const [a, b] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb']

it('notes of each part what is missing and how many entries it has, as the step has it', async () => {
  const { ports, save, index } = begin()
  await save('raising-awareness', 'activities', { activityWhat: ['An assembly'] }, { entry: a })
  expect(await index()).toEqual({
    'raising-awareness#activities': { status: 'begun', missing: 1, entries: 1 },
  })
  await save(
    'raising-awareness',
    'activities',
    { activityOn: ['1 9 2026'], activityWhat: ['B'] },
    { entry: b },
  )
  await save('raising-awareness', 'activities', 'remove', { entry: a, revision: 1 })
  await save('registration', 'contacts', { contactRole: ['Head'] })
  expect(await index()).toEqual({
    'raising-awareness#activities': { status: 'done', missing: 0, entries: 1 },
    'registration#contacts': { status: 'done', missing: 0, entries: 0 },
  })
  const [activities] = (await stepWork(ports, event, 'raising-awareness'))!.sections
  expect(activities).toMatchObject({ status: 'done', written: [{ id: b }] })
})

it('counts a part that does not apply as done', async () => {
  const { save, index } = begin()
  await save('reflective-transparency', 'plan', { 'action-because': ['We are three people.'] })
  expect((await index())['reflective-transparency#plan']).toEqual({ status: 'done', missing: 0, entries: 0 })
})

it('tells of steps for which something was done, and of no others', async () => {
  const { save, progress } = begin()
  expect(await progress()).toEqual({})
  await save('raising-awareness', 'activities', { activityWhat: ['An assembly'] }, { entry: a })
  const { 'raising-awareness': awareness, ...others } = await progress()
  expect(others).toEqual({})
  // The three declarations and the activity's day.
  expect(awareness).toEqual({ parts: 3, done: 0, missing: 4, entries: 1 })
})

it('is behind after a crash between the draft and its note, and right again with the next save', async () => {
  const { ports, save, index } = begin()
  const work = (await stepWork(ports, event, 'raising-awareness'))!
  const crashing = {
    ...ports,
    draftWriter: {
      ...ports.draftWriter,
      note: async () => {
        throw new Error('killed')
      },
    },
  }
  const first = { entry: a, revision: 0, typed: { activityWhat: ['An assembly'] } }
  await expect(saveDraft(crashing, work, work.sections[0]!, 'lead', first)).rejects.toThrow('killed')
  expect(await index()).toEqual({})
  await save('raising-awareness', 'activities', { activityWhat: ['A poster'] }, { entry: b })
  expect((await index())['raising-awareness#activities']).toMatchObject({ entries: 2, missing: 2 })
})
