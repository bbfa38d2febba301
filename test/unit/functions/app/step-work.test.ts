// What was handed in and comes back: each entry once, changed where it was changed, gone where it was taken away.
import { expect, it } from 'vitest'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import { handIn } from '../../../../functions/app/hand-in.ts'
import { saveDraft } from '../../../../functions/app/save-draft.ts'
import { stepWork } from '../../../../functions/app/step-work.ts'
import type { Command } from '../../../../workflows/journey-state.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import { pointer } from '../../../support/play.ts'

const journey = '0123456789abcdef'
const step = 'raising-awareness'
const aware = { awareOfAim: ['yes'], awareItIsPersonal: ['yes'], awareOfHow: ['yes'] }

async function begin() {
  let now = Date.parse('2027-01-04T10:00:00Z')
  const ports = memoryPorts(emptyMemory(), { now: () => now })
  const carry = async (command: Command) => {
    const outcome = await carryOut(ports, journey, 'lead', command)
    if (outcome.kind === 'refused') throw new Error(`${command.kind}: ${outcome.reason}`)
  }
  await carry({ kind: 'register', individual: false, lead: 'lead', submission: pointer })
  await carry({ kind: 'confirm-address' })
  const newest = async () => (await ports.journeys.newest(journey))!
  const { visit } = (await newest()).state.position
  await carry({ kind: 'submit', step: 'registration', visit, submission: pointer })
  const read = async () => (await stepWork(ports, await newest(), step))!
  const save = async (id: string, what: string | 'remove') => {
    now += 1000
    const work = await read()
    const [activities, , declaration] = work.sections
    const revision = activities!.written.find((each) => each.id === id)?.revision ?? 0
    const typed = what === 'remove' ? ('remove' as const) : { activityOn: ['1 9 2026'], activityWhat: [what] }
    const saved = await saveDraft(ports, work, activities!, 'lead', { entry: id, revision, typed })
    if (saved.kind !== 'saved') throw new Error(`${what} was ${saved.kind}`)
    if (declaration!.status !== 'done') {
      const yes = { entry: '', revision: 0, typed: aware }
      await saveDraft(ports, work, declaration!, 'lead', yes)
    }
  }
  const handItIn = async () => {
    const { state } = await newest()
    const { answers, entries } = await read()
    const { visit } = state.position
    const submission = {
      step,
      visit,
      round: state.round,
      answers: answers!,
      entries,
      individualsValidated: true,
    }
    expect(await handIn(ports, journey, 'lead', submission)).toBe('handed-in')
  }
  /** Through the steps after it, to the check, which returns it. */
  const comeBack = async () => {
    for (let { state } = await newest(); state.position.at !== 'foundation-check'; ) {
      const { at, visit } = state.position
      await carry({ kind: 'submit', step: at, visit, submission: pointer })
      state = (await newest()).state
    }
    const { visit } = (await newest()).state.position
    await carry({ kind: 'return', wait: 'foundation-check', visit, to: step, comment: pointer })
  }
  const whats = async () => (await read()).sections[0]!.written.map(({ answers }) => answers.activityWhat)
  return { save, handItIn, comeBack, whats, read }
}

const [a, b, c] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc'] as const

it('has each entry once when the step comes back, and when it is handed in', async () => {
  const { save, handItIn, comeBack, whats } = await begin()
  await save(a, 'A')
  await save(b, 'B')
  await handItIn()
  expect(await whats()).toEqual(['A', 'B'])
  await comeBack()
  expect(await whats()).toEqual(['A', 'B'])
  await handItIn()
  expect(await whats()).toEqual(['A', 'B'])
})

it('keeps every entry through changes, additions and removals over several returns', async () => {
  const { save, handItIn, comeBack, whats, read } = await begin()
  await save(a, 'A')
  await save(b, 'B')
  await handItIn()
  await comeBack()
  await save(a, 'A2')
  await save(c, 'C')
  expect(await whats()).toEqual(['A2', 'B', 'C'])
  await handItIn()
  await comeBack()
  expect(await whats()).toEqual(['A2', 'B', 'C'])
  await save(b, 'remove')
  await handItIn()
  await comeBack()
  expect(await whats()).toEqual(['A2', 'C'])
  expect((await read()).entries).toEqual({ activity: [a, c] })
})
