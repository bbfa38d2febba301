// What goes on is written after its step was handed in too: what was handed in stays, and all that reads the newest words has them.
import { expect, it } from 'vitest'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import { handIn } from '../../../../functions/app/hand-in.ts'
import { publishableCopies, publishableIdeas } from '../../../../functions/app/publishable.ts'
import { namedBy } from '../../../../functions/app/referable.ts'
import { type Save, saveDraft } from '../../../../functions/app/save-draft.ts'
import { draftIndexOf, progressOf } from '../../../../functions/app/step-progress.ts'
import { stepWork, takesDrafts } from '../../../../functions/app/step-work.ts'
import { submissionsOf } from '../../../../functions/app/submissions.ts'
import { whatChanged } from '../../../../functions/app/what-changed.ts'
import { stepPage } from '../../../../functions/web/step.ts'
import type { Command } from '../../../../workflows/journey-state.ts'
import { newest as definition } from '../../../../workflows/released/index.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import { conclude, issue, judged, type Move, open, pass, pointer } from '../../../support/play.ts'

const journey = '0123456789abcdef'
const [evaluation, diary] = ['reflective-transparency', 'positive-action']
const [row, other, entry] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc'] as const
const action = { actionWhat: ['Ask the families'], actionArea: ['skills'], actionBy: ['1 9 2027'] }
const story = {
  evidenceOn: ['1 9 2026'],
  evidenceTitle: ['A day of stories'],
  evidenceAreas: ['skills'],
  evidenceChanged: ['Everybody listens.'],
}
const lead = { id: 's', person: 'lead', addressHash: 'h', openedAt: '', usedAt: '' }

async function begin() {
  let now = Date.parse('2027-01-04T10:00:00Z')
  const memory = emptyMemory()
  const ports = memoryPorts(memory, { now: () => now })
  const newest = async () => (await ports.journeys.newest(journey))!
  const carry = async (command: Command) => {
    now += 60_000
    const outcome = await carryOut(ports, journey, 'lead', command)
    if (outcome.kind === 'refused') throw new Error(`${command.kind}: ${outcome.reason}`)
  }
  const play = async (...moves: readonly Move[]) => {
    for (const move of moves) await carry(typeof move === 'function' ? move((await newest()).state) : move)
  }
  await play({ kind: 'register', individual: false, lead: 'lead', submission: pointer })
  await play({ kind: 'confirm-address' })
  const work = async (step: string) => (await stepWork(ports, await newest(), step))!
  const section = async (step: string, id: string) =>
    (await work(step)).sections.find((each) => each.section.id === id)!
  const save = async (step: string, id: string, typed: Save['typed'], of = '') => {
    now += 60_000
    const part = await section(step, id)
    const revision = part.written.find((each) => each.id === of)?.revision ?? 0
    const saved = await saveDraft(ports, await work(step), part, 'lead', { entry: of, revision, typed })
    expect(saved).toEqual({ kind: 'saved' })
  }
  const plan = (typed: Save['typed'], of: string = row) => save(evaluation, 'plan', typed, of)
  /** Through everything before it. */
  const reach = async (at: string) => {
    while ((await newest()).state.position.at !== at) await play(open, pass)
  }
  const handItIn = async (step: string) => {
    const { answers, entries, referable, step: asked } = await work(step)
    const { round, position } = (await newest()).state
    const submission = {
      step,
      visit: position.visit,
      round,
      answers: answers!,
      entries,
      individualsValidated: true,
      ...namedBy(asked.sections, answers!, referable),
    }
    now += 60_000
    expect(await handIn(ports, journey, 'lead', submission)).toBe('handed-in')
  }
  const evaluate = async () => {
    await save(evaluation, 'people', { peopleFound: ['We are alike.'] })
    await save(evaluation, 'culture', { organisationFound: ['We mean well.'] })
    const improvement = { improvementWhat: ['Listen more'], improvementArea: ['attitudes'] }
    await save(evaluation, 'improvements', improvement, other)
    await save(evaluation, 'publicised', { publicisedWhere: ['this-site'] })
    await plan(action)
    await reach(evaluation)
    await handItIn(evaluation)
  }
  const award = async () => {
    await reach('validation')
    await play(open, ...judged, conclude('awarded'), issue)
  }
  const whats = async () =>
    (await section(evaluation, 'plan')).written.map(({ answers }) => answers.actionWhat)
  const handedIn = async () => {
    const read = await submissionsOf(ports, await newest())
    return read.find(({ step }) => step === evaluation)!.answers.action
  }
  return {
    memory,
    ports,
    newest,
    work,
    section,
    save,
    plan,
    play,
    reach,
    handItIn,
    evaluate,
    award,
    whats,
    handedIn,
  }
}

it('is kept beside what was handed in, which the team and the panel go on reading', async () => {
  const { ports, newest, plan, evaluate, handedIn, work } = await begin()
  await evaluate()
  const before = await handedIn()
  await plan({ ...action, actionStatus: ['under-way'], actionProgress: ['Two families came.'] })
  await plan({ actionWhat: ['Begin a choir'] }, other)
  expect(await handedIn()).toEqual(before)
  expect((await work(evaluation)).submitted.action).toEqual(before)
  // The public page is made of the newest words.
  const { plan: shown } = await publishableCopies(ports, await newest())
  expect(shown.action).toMatchObject([
    { actionStatus: 'under-way', actionProgress: 'Two families came.' },
    { actionWhat: 'Begin a choir' },
  ])
})

it('makes nothing of the step unfinished, on the hub or on its page', async () => {
  const { ports, newest, plan, evaluate, work } = await begin()
  await evaluate()
  const event = await newest()
  const page = async () => stepPage({ ...(await work(evaluation)), mayHandIn: true, warnings: [] }).body.html
  expect(await page()).toContain('You can go on with this')
  expect(await page()).not.toContain('Changed since you handed it in')
  await plan({ actionWhat: ['Begin a choir'] }, other)
  expect(await page()).toContain('Changed since you handed it in')
  expect(await page()).not.toContain('Something is missing')
  // What was handed in is below it, in its own words.
  expect(await page()).not.toContain('Begin a choir')
  const index = await draftIndexOf(ports, event)
  expect(progressOf(definition, event.state, index)).not.toHaveProperty(evaluation)
})

it('counts when the step comes back', async () => {
  const { plan, play, newest, reach, evaluate, whats, handItIn, handedIn } = await begin()
  await evaluate()
  await plan({ ...action, actionWhat: ['Ask again'] })
  await plan(action, other)
  await reach('developing-check')
  const { visit } = (await newest()).state.position
  await play(open, { kind: 'return', wait: 'developing-check', visit, to: evaluation, comment: pointer })
  expect(await whats()).toEqual(['Ask again', 'Ask the families'])
  await handItIn(evaluation)
  expect(await handedIn()).toMatchObject([{ actionWhat: 'Ask again' }, { actionWhat: 'Ask the families' }])
})

it('is where the next round begins, also with what was written after the award, unfinished or taken away', async () => {
  const { ports, newest, plan, play, evaluate, award, whats, work } = await begin()
  await evaluate()
  await award()
  await plan({ ...action, actionWhat: ['Ask again'] })
  await plan({ actionWhat: ['Begin a choir'] }, other)
  await play({ kind: 'start-round' })
  const event = await newest()
  expect(event.state.round).toBe(2)
  expect(await whats()).toEqual(['Ask again', 'Begin a choir'])
  // The hub knows what is missing of it before anything is saved.
  const progress = progressOf(definition, event.state, await draftIndexOf(ports, event))
  expect(progress[evaluation]).toMatchObject({ missing: 2, entries: 2 })
  await plan('remove')
  expect(await whats()).toEqual(['Begin a choir'])
  expect((await work(evaluation)).submitted.action).toMatchObject([{ actionWhat: 'Ask the families' }])
})

it('is refused to nobody by an earlier page: two people in one row are still told', async () => {
  const { ports, plan, evaluate, work, section } = await begin()
  await evaluate()
  const [page, part] = [await work(evaluation), await section(evaluation, 'plan')]
  await plan({ ...action, actionWhat: ['Ask again'] })
  const late = { entry: row, revision: part.written[0]!.revision, typed: { ...action, actionWhat: ['Sing'] } }
  expect(await saveDraft(ports, page, part, 'colleague', late)).toMatchObject({
    kind: 'stale',
    current: { by: 'lead', answers: { actionWhat: 'Ask again' } },
  })
})

it('loses nothing when it is saved while the step is handed in', async () => {
  const { plan, save, reach, handItIn, work, whats, handedIn, ports, newest } = await begin()
  await plan(action)
  await save(evaluation, 'people', { peopleFound: ['We are alike.'] })
  await save(evaluation, 'culture', { organisationFound: ['We mean well.'] })
  const improvement = { improvementWhat: ['Listen more'], improvementArea: ['attitudes'] }
  await save(evaluation, 'improvements', improvement, other)
  await save(evaluation, 'publicised', { publicisedWhere: ['this-site'] })
  await reach(evaluation)
  // Read before the hand-in, and saved after it, by who had the page open.
  const page = await work(evaluation)
  const part = page.sections.find(({ section }) => section.id === 'plan')!
  await handItIn(evaluation)
  const late = { entry: other, revision: 0, typed: { ...action, actionWhat: ['Sing'] } }
  expect(await saveDraft(ports, page, part, 'colleague', late)).toEqual({ kind: 'saved' })
  expect(await whats()).toEqual(['Ask the families', 'Sing'])
  expect(await handedIn()).toMatchObject([{ actionWhat: 'Ask the families' }])
  expect(takesDrafts(await newest(), evaluation, part.section)).toBe(true)
})

it('gives the diary its newest rows, whose names are kept with what is handed in', async () => {
  const { ports, newest, plan, save, evaluate, work, reach, handItIn } = await begin()
  await evaluate()
  await plan({ ...action, actionWhat: ['Begin a choir'] }, other)
  expect((await work(diary)).referable.action).toEqual([
    { id: row, title: 'Ask the families' },
    { id: other, title: 'Begin a choir' },
  ])
  await save(diary, 'diary', { ...story, evidenceActions: [other] }, entry)
  await reach(diary)
  await handItIn(diary)
  await plan('remove', other)
  const read = (await submissionsOf(ports, await newest())).find(({ step }) => step === diary)!
  expect(read.referable.action).toEqual([{ id: other, title: 'Begin a choir' }])
  const page = stepPage({ ...(await work(diary)), mayHandIn: true, warnings: [] }).body.html
  expect(page).toContain('Begin a choir')
})

it('shows in “What changed” and among the ideas as it is now', async () => {
  const { ports, newest, save, reach, handItIn, award } = await begin()
  await save(diary, 'diary', story, entry)
  await reach(diary)
  await handItIn(diary)
  await award()
  const shared = { evidenceVisibility: ['public'], evidenceConsent: ['nobody-recognisable'] }
  await save(diary, 'diary', { ...story, ...shared, evidenceTitle: ['A week of stories'] }, entry)
  const { distance } = (await whatChanged(ports, lead, journey))!
  expect(distance.areas.flatMap((each) => each.diary)).toMatchObject([{ title: 'A week of stories' }])
  expect(await publishableIdeas(ports, await newest())).toMatchObject([
    { idea: { title: 'A week of stories' } },
  ])
})

it('is gone on with when the rules change under which it was kept for one round', async () => {
  const { memory, ports, plan, whats } = await begin()
  await plan(action)
  const kept = (await ports.drafts.ofStep(journey, 0, evaluation)).find((each) => each.entry === row)!
  // As rules of before kept it.
  for (const [key, draft] of memory.drafts) if (draft.entry === row) memory.drafts.delete(key)
  await ports.draftWriter.save({ ...kept, round: 1 })
  expect(await whats()).toEqual(['Ask the families'])
  await plan({ ...action, actionWhat: ['Ask again'] })
  expect(await whats()).toEqual(['Ask again'])
  expect(await ports.drafts.ofStep(journey, 0, evaluation)).toMatchObject([{ revision: 1 }])
})
