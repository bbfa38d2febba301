// One press adds what was found wanting to the plan: called twice it adds nothing, and what was taken away stays away.
import { expect, it } from 'vitest'
import { addPlanRows, rowsFor } from '../../../../functions/app/plan-rows.ts'
import type { Session } from '../../../../functions/app/ports.ts'
import { saveDraft } from '../../../../functions/app/save-draft.ts'
import { sectionFor } from '../../../../functions/app/section-for.ts'
import { stepWork } from '../../../../functions/app/step-work.ts'
import { readEvent } from '../../../../workflows/journey-events.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import { confirm, play, register } from '../../../support/play.ts'

const step = 'reflective-transparency'
const stored = play([register, confirm])
const event = readEvent(stored.at(-1)!)
const journey = event.journey
const session: Session = { id: 's', person: 'lead', addressHash: 'h', openedAt: '', usedAt: '' }

async function begin() {
  const memory = emptyMemory()
  memory.events.set(journey, [...stored])
  const ports = memoryPorts(memory, { now: () => Date.parse('2027-01-04T10:00:00Z') })
  const save = async (
    section: string,
    entry: string,
    typed: Record<string, string[]> | 'remove',
    revision = 0,
  ) => {
    const work = (await stepWork(ports, event, step))!
    const part = work.sections.find((each) => each.section.id === section)!
    expect(await saveDraft(ports, work, part, 'lead', { entry, revision, typed })).toEqual({ kind: 'saved' })
  }
  const plan = async () => (await sectionFor(ports, session, { journey, step, section: 'plan' }))!
  const aims = async () => (await plan()).work.written.map(({ answers }) => answers.actionAim)
  await save('improvements', 'aaaaaaaaaaaaaaaa', {
    improvementWhat: ['Hear from parents'],
    improvementArea: ['participation'],
  })
  await save('culture', '', { viewBelong: ['not-yet'], viewIdeas: ['fully'] })
  return { memory, ports, save, plan, aims }
}

it('adds each once, with its aim and area, and the rest left to say', async () => {
  const { memory, ports, plan, aims } = await begin()
  const before = await plan()
  await addPlanRows(ports, before)
  const expected = ['Hear from parents', 'Everybody who comes to us feels that they belong.']
  expect((await aims()).toSorted()).toEqual(expected.toSorted())
  const { work } = await plan()
  expect(work.status).toBe('begun')
  for (const { problems } of work.written) {
    expect(Object.keys(problems).toSorted()).toEqual(['actionBy', 'actionWhat'])
  }
  expect(memory.draftIndexes.get(`${journey}#1`)).toMatchObject({
    [`${step}#plan`]: { entries: 2, missing: 4 },
  })
  // Once from a page that was open meanwhile, and once more.
  await addPlanRows(ports, before)
  await addPlanRows(ports, await plan())
  expect(await aims()).toHaveLength(2)
})

it('leaves away what was taken away, and keeps what was said since', async () => {
  const { ports, save, plan, aims } = await begin()
  await addPlanRows(ports, await plan())
  const [first, second] = (await plan()).work.written
  await save('plan', first!.id, 'remove', 1)
  await save('plan', second!.id, { ...second!.typed, actionWhat: ['Ask them'], actionBy: ['1 9 2027'] }, 1)
  await addPlanRows(ports, await plan())
  expect(await aims()).toEqual([second!.answers.actionAim])
  expect((await plan()).work.written[0]).toMatchObject({ answers: { actionWhat: 'Ask them' } })
})

it('adds no more than the plan has room for', async () => {
  const { save, plan } = await begin()
  for (let at = 0; at < 49; at++) {
    await save('plan', `plan${String(at).padStart(12, '0')}`, {
      actionWhat: ['Talk'],
      actionArea: ['skills'],
      actionBy: ['1 9 2027'],
    })
  }
  expect(rowsFor(await plan())).toHaveLength(1)
})
