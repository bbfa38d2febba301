// Publishing an entry or a page: only what its organisation has stored decides, and what changes meanwhile is not left standing.
import { expect, it } from 'vitest'
import { notAsked } from '../../../../events/forms.ts'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import { issueAward } from '../../../../functions/app/issue-award.ts'
import type { Draft, Ports } from '../../../../functions/app/ports.ts'
import { hidingFromPublic } from '../../../../functions/app/public-entry.ts'
import { unpublicised } from '../../../../functions/app/public-page.ts'
import { publishIdea, publishPage, showName } from '../../../../functions/app/publish.ts'
import { relayEvent } from '../../../../functions/app/relay-event.ts'
import { removeFile } from '../../../../functions/app/remove-file.ts'
import { type Save, saveDraft } from '../../../../functions/app/save-draft.ts'
import { stepWork } from '../../../../functions/app/step-work.ts'
import type { Command } from '../../../../workflows/journey-state.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import { conclude, issue, judged, type Move, open, pass, pointer } from '../../../support/play.ts'

const journey = '0123456789abcdef'
const entry = 'e000000000000001'
const at = '2027-01-04T10:00:00.000Z'

const story = {
  evidenceOn: ['1 9 2026'],
  evidenceTitle: ['A day of stories'],
  evidenceAreas: ['attitudes'],
  evidenceChanged: ['Everybody listens.'],
  evidenceSaid: ['Said Amina'],
  evidenceConsentHeldBy: ['Held by Amina'],
}
const consent = { evidenceVisibility: ['public'], evidenceConsent: ['everybody-agrees'] }
const evaluation = {
  people: { peopleFound: ['We are alike.'] },
  improvements: { improvementWhat: ['Listen more'], improvementArea: ['attitudes'] },
  plan: { actionWhat: ['Ask the families'], actionArea: ['skills'], actionBy: ['1 9 2027'] },
  publicised: { publicisedWhere: ['this-site'] },
}

async function begin(individual = false) {
  const memory = emptyMemory()
  const ports = memoryPorts(memory, { now: () => Date.parse(at) })
  const carry = async (command: Command) => {
    const outcome = await carryOut(ports, journey, 'lead', command)
    if (outcome.kind === 'refused') throw new Error(`${command.kind}: ${outcome.reason}`)
    return outcome.event
  }
  const play = async (...moves: readonly Move[]) => {
    for (const move of moves) await carry(typeof move === 'function' ? move((await newest()).state) : move)
  }
  const answers = { organisationName: 'Amina Example', applyingAs: individual ? 'individual' : 'group' }
  await ports.recordWriter.put({ ...pointer, journey, at, by: 'lead', salt: '', content: { answers } })
  await carry({ kind: 'register', individual, lead: 'lead', submission: pointer })
  await carry({ kind: 'confirm-address' })
  const newest = async () => (await ports.journeys.newest(journey))!
  const draft = (step: string, section: string, typed: Draft['typed'], entry = '', revision = 1) =>
    ports.draftWriter.save({
      journey,
      round: ['plan', 'diary'].includes(section) ? 0 : 1,
      step,
      section,
      entry,
      typed,
      revision,
      by: 'lead',
      at,
      begunAt: at,
    })
  const diary = (typed: Draft['typed'], revision = 1) =>
    draft('positive-action', 'diary', typed, entry, revision)
  const evaluate = async () => {
    for (const [section, typed] of Object.entries(evaluation))
      await draft('reflective-transparency', section, typed, /^(plan|imp)/.test(section) ? entry : '')
  }
  const publish = async (with_: Ports = ports) => publishIdea(with_, await newest(), 'lead', entry)
  const ideas = async () => (await ports.publications.of(journey)).ideas
  return { memory, ports, carry, play, newest, draft, diary, evaluate, publish, ideas }
}

it.each([
  ['nothing said', {}],
  ['private', { ...consent, evidenceVisibility: ['private'] }],
  ['for validators', { ...consent, evidenceVisibility: ['validators'] }],
  ['without consent', { evidenceVisibility: ['public'] }],
  [
    'with a reason instead of consent',
    { evidenceVisibility: ['public'], 'evidenceConsent-because': ['Fine'] },
  ],
  ['with something missing', { ...consent, evidenceChanged: [] }],
  ['that has no day', { ...consent, evidenceOn: [], 'evidenceOn-because': ['All year'] }],
  ['that says nothing', { ...consent, evidenceChanged: [], 'evidenceChanged-because': ['See the link'] }],
  ['in no list', { ...consent, evidenceAreas: [], 'evidenceAreas-because': ['All'] }],
])('refuses an entry: %s', async (_, change) => {
  const { diary, publish, ideas } = await begin()
  await diary({ ...story, ...change })
  expect(await publish()).toBe('not-public')
  expect(await ideas()).toEqual([])
})

it('shows of an entry what it lists, as it was when it was published', async () => {
  const { diary, publish, ideas } = await begin()
  expect(await publish()).toBe('not-public')
  await diary({ ...story, ...consent })
  expect(await publish()).toBe('done')
  const [idea] = await ideas()
  expect(idea).toMatchObject({ title: 'A day of stories', name: 'Amina Example', areas: ['attitudes'] })
  expect(JSON.stringify(idea)).not.toMatch(/Said|Held/)
  await diary({ ...story, ...consent, evidenceTitle: ['Another title'] }, 2)
  expect(await ideas()).toEqual([idea])
  expect(await publish()).toBe('done')
  expect(await ideas()).toMatchObject([{ title: 'Another title' }])
})

it('leaves nothing of an entry public that cannot be published any more', async () => {
  const { diary, publish, ideas } = await begin()
  await diary({ ...story, ...consent })
  expect(await publish()).toBe('done')
  await diary({ ...story, ...consent, evidenceChanged: [] }, 2)
  expect(await publish()).toBe('not-public')
  expect(await ideas()).toEqual([])
})

it('takes an entry down that becomes private while it is published', async () => {
  const { ports, diary, publish, ideas } = await begin()
  await diary({ ...story, ...consent })
  const { putIdea } = ports.publicationWriter
  const slow: Ports = {
    ...ports,
    publicationWriter: {
      ...ports.publicationWriter,
      putIdea: async (idea) => {
        await putIdea(idea)
        await diary({ ...story, ...consent, evidenceVisibility: ['private'] }, 2)
      },
    },
  }
  expect(await publish(slow)).toBe('not-public')
  expect(await ideas()).toEqual([])
})

it.each(['before', 'after'] as const)(
  'hides an entry that is saved as private, killed %s the save too',
  async (when) => {
    const { ports, newest, diary, publish, ideas } = await begin()
    await diary({ ...story, ...consent })
    await publish()
    const work = (await stepWork(ports, await newest(), 'positive-action'))!
    const section = work.sections.find((each) => each.section.id === 'diary')!
    const [published] = await ideas()
    const save = (typed: Save['typed']) => {
      const whole = { entry, revision: 1, typed }
      return hidingFromPublic(ports, journey, section, whole, async () => {
        if (when === 'before') throw new Error('Killed')
        // Somebody publishes at this very moment.
        const saved = await saveDraft(ports, work, section, 'lead', whole)
        await ports.publicationWriter.putIdea(published!)
        return saved
      })
    }
    if (when === 'before') await expect(save('remove')).rejects.toThrow('Killed')
    else expect(await save({ ...story, evidenceVisibility: ['validators'] })).toEqual({ kind: 'saved' })
    expect(await ideas()).toEqual([])
  },
)

it('leaves the copy of an entry alone that stays public', async () => {
  const { ports, newest, diary, publish, ideas } = await begin()
  await diary({ ...story, ...consent })
  await publish()
  const work = (await stepWork(ports, await newest(), 'positive-action'))!
  const section = work.sections.find((each) => each.section.id === 'diary')!
  const save = { entry, revision: 1, typed: { ...story, ...consent, evidenceTitle: ['Anew'] } }
  await hidingFromPublic(ports, journey, section, save, () => saveDraft(ports, work, section, 'lead', save))
  expect(await ideas()).toMatchObject([{ title: 'A day of stories' }])
})

it.each([
  ['what came cannot be kept', { typed: { evidenceTitle: ['a\u202eb'], evidenceVisibility: ['private'] } }],
  ['something came that was not asked for', { typed: { evidenceVisibility: ['private'] }, stray: notAsked }],
])('leaves the copy alone when the save is refused: %s', async (_, change) => {
  const { ports, newest, diary, publish, ideas } = await begin()
  await diary({ ...story, ...consent })
  await publish()
  const work = (await stepWork(ports, await newest(), 'positive-action'))!
  const section = work.sections.find((each) => each.section.id === 'diary')!
  const save = { entry, revision: 1, ...change, typed: { ...story, ...consent, ...change.typed } }
  const saving = () => saveDraft(ports, work, section, 'lead', save)
  expect(await hidingFromPublic(ports, journey, section, save, saving)).toMatchObject({ kind: 'refused' })
  expect(await ideas()).toMatchObject([{ title: 'A day of stories' }])
})

it('loses a file that is taken away, also from a step that is handed in, and while it is published', async () => {
  const { ports, diary, publish, ideas } = await begin()
  const file = 'f000000000000001'
  const place = { round: 1, step: 'positive-action', section: 'diary', entry, field: 'evidenceFiles' }
  const row = { id: file, journey, place, name: 'Our hall', by: 'lead', at }
  await ports.fileWriter.add({ ...row, status: 'clean', kind: 'jpg', bytes: 1200 })
  await diary({ ...story, ...consent, evidenceFiles: [file] })
  const files = async () => (await ideas()).map((each) => Object.keys(each.files))
  await publish()
  expect(await files()).toEqual([[file]])
  expect(await removeFile(ports, async () => undefined, 'lead', { journey, file })).toBe('gone')
  expect(await files()).toEqual([[]])
  const publishing = async () => {
    await publish()
    expect(await files()).toEqual([[file]])
    return undefined
  }
  await removeFile(ports, publishing, 'lead', { journey, file })
  expect(await files()).toEqual([[]])
})

it('publishes the parts that were chosen, and asks for those that the step says can be read here', async () => {
  const { ports, newest, evaluate } = await begin()
  await evaluate()
  const lacks = async () =>
    unpublicised(ports, (await stepWork(ports, await newest(), 'reflective-transparency'))!)
  expect(await lacks()).toEqual(['findings', 'goals', 'plan'])
  expect(await publishPage(ports, await newest(), 'lead', ['goals', 'awards'])).toBe('done')
  const { page } = await ports.publications.of(journey)
  expect(page!.copies).toEqual({
    goals: { improvement: [{ improvementWhat: 'Listen more', improvementArea: 'attitudes' }] },
  })
  expect(await lacks()).toEqual(['findings', 'plan'])
  await publishPage(ports, await newest(), 'lead', ['goals', 'findings', 'plan'])
  expect(await lacks()).toEqual([])
  // Taken down after the step was handed in, it is not asked for again.
  const work = (await stepWork(ports, await newest(), 'reflective-transparency'))!
  await ports.publicationRemoval.takeDown(journey)
  expect(await unpublicised(ports, work)).toEqual(['findings', 'goals', 'plan'])
  expect(await unpublicised(ports, { ...work, open: false })).toEqual([])
  expect(await unpublicised(ports, (await stepWork(ports, await newest(), 'raising-awareness'))!)).toEqual([])
})

it('shows nothing of a journey that is not confirmed, or has ended', async () => {
  const { ports, memory, carry, newest, diary, publish, ideas } = await begin()
  await diary({ ...story, ...consent })
  const before = await newest()
  await publish()
  await publishPage(ports, before, 'lead', ['updates'])
  const { number } = await carry({ kind: 'withdraw' })
  await relayEvent(ports, journey, number)
  expect(memory.published.get(journey)).toMatchObject({ page: undefined, ideas: [] })
  expect(await publish()).toBe('ended')
  // As if it had been read before it was withdrawn.
  expect(await publishIdea(ports, before, 'lead', entry)).toBe('ended')
  expect(await publishPage(ports, before, 'lead', ['updates'])).toBe('ended')
  expect(await ideas()).toEqual([])
  expect(await ports.publications.page(journey)).toBeUndefined()
  const unconfirmed = {
    ...before,
    state: { ...before.state, position: { ...before.state.position, at: 'confirmation' } },
  }
  expect(await publishPage(ports, unconfirmed, 'lead', ['updates'])).toBe('ended')
})

it('has an individual’s name in a row of its own, and in no copy and no award', async () => {
  const { ports, memory, newest, play, diary, publish } = await begin(true)
  await diary({ ...story, ...consent })
  await publish()
  await publishPage(ports, await newest(), 'lead', ['updates', 'awards'])
  while ((await newest()).state.position.at !== 'validation') await play(open, pass)
  await play(open, ...judged, conclude('awarded'))
  const { execution } = (await newest()).state
  for (const _ of ['once', 'twice']) await issueAward(ports, journey, execution.seq)
  await expect(play(issue)).rejects.toThrow('already')
  const { awards, page, ideas } = await ports.publications.of(journey)
  expect(awards).toHaveLength(1)
  expect(await ports.awards.get(awards[0]!.serial)).toMatchObject({ individual: true, name: undefined })
  expect(JSON.stringify([page, ideas, [...memory.awards]])).not.toContain('Amina')
  expect(await ports.publications.nameOf(journey)).toBeUndefined()
  await showName(ports, await newest())
  expect(await ports.publications.nameOf(journey)).toBe('Amina Example')
})

it('names nobody who says later that they are an individual; who was one before keeps what they published', async () => {
  const handIn = async (individual: boolean, from: Awaited<ReturnType<typeof begin>>) => {
    const { visit } = (await from.newest()).state.position
    const submit = { kind: 'submit', step: 'registration', visit, individual, submission: pointer } as const
    await relayEvent(from.ports, journey, (await from.carry(submit)).number)
  }
  for (const [before, after, shown] of [
    [false, true, 0],
    [true, true, 1],
    [false, false, 1],
  ] as const) {
    const from = await begin(before)
    await from.diary({ ...story, ...consent })
    expect(await from.publish()).toBe('done')
    await handIn(after, from)
    expect(await from.ideas()).toHaveLength(shown)
  }
})
