// Files in a step: they are added to what is saved, hold the step back while they are checked, and stay where they were handed in.
import { expect, it } from 'vitest'
import { addFile, fieldAt } from '../../../../functions/app/add-file.ts'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import { fileInStep } from '../../../../functions/app/file-in-step.ts'
import { openableFile } from '../../../../functions/app/open-file.ts'
import type { Session } from '../../../../functions/app/ports.ts'
import { removeFile } from '../../../../functions/app/remove-file.ts'
import { saveDraft } from '../../../../functions/app/save-draft.ts'
import { mintId, sha256 } from '../../../../functions/app/secrets.ts'
import { stepWork } from '../../../../functions/app/step-work.ts'
import type { FileMove } from '../../../../workflows/evidence-file.ts'
import { readEvent } from '../../../../workflows/journey-events.ts'
import { emptyMemory, memoryPorts, teamAddress } from '../../../support/memory-ports.ts'
import { conclude, issue, judged, play, pointer, smoothRound, toValidation } from '../../../support/play.ts'

const journey = 'h3k9w2m7x5p4t8q1'
const entry = 'b4d8f2h6k0m4p8r2'
const step = 'positive-action'
const typed = {
  evidenceOn: ['1 9 2026'],
  evidenceTitle: ['An assembly'],
  evidenceAreas: ['attitudes'],
  evidenceChanged: ['Everybody listens.'],
}
const clean: FileMove = { status: 'clean', kind: 'pdf', bytes: 12 }

function sessionOf(person: string, address = `${person}@example.org`): Session {
  return { id: 'x', person, addressHash: sha256(address), openedAt: '', usedAt: '' }
}

async function begin(writing: <T>(write: () => T) => T = (write) => write()) {
  const memory = emptyMemory()
  const ports = memoryPorts(memory, { now: () => Date.parse('2027-01-04T10:00:00Z'), writing })
  await carryOut(ports, journey, 'lead', {
    kind: 'register',
    individual: false,
    lead: 'lead',
    submission: pointer,
  })
  await carryOut(ports, journey, 'lead', { kind: 'confirm-address' })
  const read = async () => (await stepWork(ports, (await ports.journeys.newest(journey))!, step))!
  const section = async () => (await read()).sections[0]!
  const save = async (revision: number, change: Record<string, string[]> = {}) =>
    saveDraft(ports, await read(), await section(), 'lead', {
      entry,
      revision,
      typed: { ...typed, ...change },
    })
  const add = async (id = mintId(), name = 'Our assembly', to = entry) => {
    const { field } = fieldAt(await read(), { section: 'diary', entry: to, field: 'evidenceFiles' })!
    const outcome = await addFile(ports, read, 'lead', { id, name, section: 'diary', entry: to, field })
    return { id, outcome }
  }
  const remove = (file: string) => {
    const found = () => fileInStep(ports, sessionOf('lead'), { journey, file })
    return removeFile(ports, found, 'lead', { journey, file })
  }
  return { memory, ports, read, section, save, add, remove }
}

it('is added to an entry that is saved, and to no other', async () => {
  const { memory, add, save, section } = await begin()
  expect((await add()).outcome).toEqual({ kind: 'gone' })
  expect(memory.files.size).toBe(0)
  await save(0)
  const { id, outcome } = await add()
  expect(outcome).toEqual({ kind: 'added' })
  expect((await section()).written[0]).toMatchObject({ typed: { evidenceFiles: [id] }, revision: 2 })
  expect([...memory.files.values()]).toMatchObject([
    {
      id,
      status: 'awaiting',
      name: 'Our assembly',
      by: 'lead',
      place: { round: 1, step, section: 'diary', entry, field: 'evidenceFiles' },
    },
  ])
})

it('is one file when the same form is sent twice, also when the first was killed in between', async () => {
  const { memory, add, ports, save, section } = await begin()
  await save(0)
  const { id } = await add()
  expect((await add(id)).outcome).toEqual({ kind: 'added' })
  expect((await section()).written[0]!.typed.evidenceFiles).toEqual([id])
  const orphan = { ...(await ports.files.get(journey, id))!, id: mintId() }
  await ports.fileWriter.add(orphan)
  expect((await add(orphan.id)).outcome).toEqual({ kind: 'added' })
  expect((await section()).written[0]!.typed.evidenceFiles).toEqual([id, orphan.id])
  expect(memory.files.size).toBe(2)
})

it('does not take the id of a file that stands somewhere else', async () => {
  const { add, ports, save, section } = await begin()
  await save(0)
  const { id } = await add()
  const foreign = { ...(await ports.files.get(journey, id))!, id: mintId() }
  await ports.fileWriter.add({ ...foreign, place: { ...foreign.place, entry: 'another' } })
  expect((await add(foreign.id)).outcome).toEqual({ kind: 'gone' })
  expect((await section()).written[0]!.typed.evidenceFiles).toEqual([id])
})

it('is added beside what somebody saves at the same moment', async () => {
  const { ports, read, save, section } = await begin()
  await save(0)
  let reads = 0
  const racing = async () => {
    const work = await read()
    if (reads++ === 0) await save(1, { evidenceTitle: ['Two assemblies'] })
    return work
  }
  const { field } = fieldAt(await read(), { section: 'diary', entry, field: 'evidenceFiles' })!
  const file = { id: mintId(), name: 'A photo', section: 'diary', entry, field }
  expect(await addFile(ports, racing, 'lead', file)).toEqual({ kind: 'added' })
  expect((await section()).written[0]!.typed).toMatchObject({
    evidenceTitle: ['Two assemblies'],
    evidenceFiles: [file.id],
  })
})

it('is one of five at most', async () => {
  const { add, save, memory } = await begin()
  await save(0)
  for (let each = 0; each < 5; each++) expect((await add()).outcome).toEqual({ kind: 'added' })
  expect((await add()).outcome).toEqual({ kind: 'refused', problem: { code: 'too-many-files', limit: 5 } })
  expect(memory.files.size).toBe(5)
})

it('holds the step back until it is checked; refused, it does not count', async () => {
  const { add, ports, read, save, section } = await begin()
  await save(0)
  expect((await section()).status).toBe('done')
  const [{ id: one }, { id: two }] = [await add(), await add()]
  for (const move of [undefined, { status: 'arrived' } as const]) {
    if (move) await ports.fileWriter.move(journey, one, move)
    expect((await section()).status).toBe('checking')
    expect((await section()).written[0]!.problems).toEqual({ evidenceFiles: { code: 'being-checked' } })
    expect((await read()).answers).toBeUndefined()
  }
  await ports.fileWriter.move(journey, one, clean)
  await ports.fileWriter.move(journey, two, { status: 'refused', reason: 'wrong-kind' })
  expect((await section()).status).toBe('done')
  expect((await read()).answers).toMatchObject({ evidence: [{ evidenceFiles: [one] }] })
  // The page still says why it was refused.
  expect((await section()).written[0]!.typed.evidenceFiles).toEqual([one, two])
})

it('does not come back by an old form once it was taken away', async () => {
  const { add, remove, save, section } = await begin()
  await save(0)
  const { id } = await add()
  await remove(id)
  expect((await add(id)).outcome).toEqual({ kind: 'gone' })
  expect((await section()).written[0]!.typed.evidenceFiles).toBeUndefined()
})

it.each([0, 1, 2, 3, 4, 5])(
  'goes with its content when it is taken away, also when it is killed after %i writes',
  async (writes) => {
    let left = Number.POSITIVE_INFINITY
    const { memory, add, ports, remove, save, section } = await begin((write) => {
      if (left-- <= 0) throw new Error('killed')
      return write()
    })
    await save(0)
    const { id } = await add()
    await ports.fileWriter.move(journey, id, clean)
    await ports.evidenceObjects.putClean(journey, id, Buffer.from('x'))
    left = writes
    const outcome = await remove(id).catch((error: Error) => error.message)
    expect(outcome).toBe(writes < 5 ? 'killed' : 'removed')
    // Nobody is ever led to content that is not there.
    if (memory.files.get(`${journey}#${id}`)!.status === 'clean') expect(memory.clean.size).toBe(1)
    left = Number.POSITIVE_INFINITY
    for (let again = 0; again < 2; again++) expect(await remove(id)).toBe('removed')
    expect((await section()).written[0]!.typed.evidenceFiles).toBeUndefined()
    expect(memory.clean.size).toBe(0)
    expect(memory.files.get(`${journey}#${id}`)).toMatchObject({ status: 'removed', name: '' })
  },
)

it('stays valid in the next round, and with what was handed in when it is taken out of the draft', async () => {
  const { memory, add, ports, read, remove, save } = await begin()
  await save(0)
  const { id } = await add()
  await ports.fileWriter.move(journey, id, clean)
  await ports.evidenceObjects.putClean(journey, id, Buffer.from('x'))
  const { answers, entries } = await read()
  const submission = { id: 'ROUND#1#positive-action#0123456789abcdef', hash: 'f'.repeat(64) }
  await ports.recordWriter.put({
    ...submission,
    journey,
    at: '',
    by: 'lead',
    salt: '',
    content: { answers: answers!, entries },
  })
  const events = play([...smoothRound, { kind: 'start-round' }])
  const last = readEvent(events.at(-1)!)
  const next = {
    ...last,
    journey,
    state: { ...last.state, submissions: { ...last.state.submissions, [step]: { ...submission, at: '' } } },
  }
  expect(next.state.round).toBe(2)
  const later = {
    ...ports,
    journeys: { ...ports.journeys, newest: async () => next, all: async () => [next] },
  }
  const work = (await stepWork(later, next, step))!
  expect(work.answers).toMatchObject({ evidence: [{ evidenceFiles: [id] }] })
  expect(work.handedIn).toEqual([id])
  const found = () => fileInStep(later, sessionOf('lead'), { journey, file: id })
  expect((await found())!.at!.written.id).toBe(entry)
  expect(await removeFile(later, found, 'lead', { journey, file: id })).toBe('removed')
  expect((await stepWork(later, next, step))!.answers).toMatchObject({
    evidence: [{ evidenceTitle: 'An assembly' }],
  })
  expect((await stepWork(later, next, step))!.answers).not.toMatchObject({
    evidence: [{ evidenceFiles: [id] }],
  })
  expect(memory.files.get(`${journey}#${id}`)).toMatchObject({ status: 'clean', name: 'Our assembly' })
  expect(memory.clean.size).toBe(1)
  expect(await remove(mintId())).toBe('gone')
})

it.each([
  ['is handed in', true],
  ['is handed in and comes back', false],
] as const)('stays when the step %s at the moment at which it is taken away', async (_, isDone) => {
  const { memory, add, ports, read, save } = await begin()
  await save(0)
  const { id } = await add()
  await ports.fileWriter.move(journey, id, clean)
  await ports.evidenceObjects.putClean(journey, id, Buffer.from('x'))
  const { answers, entries } = await read()
  const before = (await ports.journeys.newest(journey))!
  const submission = { id: 'ROUND#1#positive-action#0123456789abcdef', hash: 'f'.repeat(64) }
  const after = {
    ...before,
    state: {
      ...before.state,
      submissions: { [step]: { ...submission, at: '' } },
      done: isDone ? { [step]: '' } : {},
    },
  }
  let newest = before
  const racing: typeof ports = {
    ...ports,
    journeys: { ...ports.journeys, newest: async () => newest, all: async () => [before, newest] },
    draftWriter: {
      ...ports.draftWriter,
      async save(draft) {
        // Handed in by who has read the draft a moment before.
        const content = { answers: answers!, entries }
        await ports.recordWriter.put({ ...submission, journey, at: '', by: 'lead', salt: '', content })
        newest = after
        return ports.draftWriter.save(draft)
      },
    },
  }
  const found = () => fileInStep(racing, sessionOf('lead'), { journey, file: id })
  expect(await removeFile(racing, found, 'lead', { journey, file: id })).toBe('removed')
  expect((await stepWork(racing, after, step))!.sections[0]!.written[0]!.typed.evidenceFiles).toBeUndefined()
  expect(memory.files.get(`${journey}#${id}`)).toMatchObject({ status: 'clean', name: 'Our assembly' })
  expect(memory.clean.size).toBe(1)
})

it.each([true, false])('goes everywhere when somebody wants it, the step closed: %s', async (isClosed) => {
  const { memory, add, ports, read, save } = await begin()
  await save(0)
  const { id } = await add()
  await ports.fileWriter.move(journey, id, clean)
  await ports.evidenceObjects.putClean(journey, id, Buffer.from('x'))
  const submission = { id: 'ROUND#1#positive-action#0123456789abcdef', hash: '', at: '' }
  const content = { answers: (await read()).answers! }
  await ports.recordWriter.put({ ...submission, journey, at: '', by: 'lead', salt: '', content })
  const before = (await ports.journeys.newest(journey))!
  const done = isClosed ? { [step]: '' } : {}
  const handedIn = { ...before, state: { ...before.state, submissions: { [step]: submission }, done } }
  const journeys = { ...ports.journeys, newest: async () => handedIn, all: async () => [before, handedIn] }
  const later = { ...ports, journeys }
  const found = () => fileInStep(later, sessionOf('lead'), { journey, file: id })
  for (const _ of ['once', 'again'])
    expect(await removeFile(later, found, 'lead', { journey, file: id }, true)).toBe('removed')
  expect(memory.files.get(`${journey}#${id}`)).toMatchObject({ status: 'removed', name: '' })
  expect([memory.clean.size, memory.sent.size]).toEqual([0, 0])
})

it('stays with an earlier submission, though the newest is without it', async () => {
  const { memory, add, ports, remove, save } = await begin()
  await save(0)
  const { id } = await add()
  await ports.fileWriter.move(journey, id, clean)
  const before = (await ports.journeys.newest(journey))!
  const named = (name: string) => ({
    ...before,
    state: { ...before.state, submissions: { [step]: { id: name, hash: '', at: '' } } },
  })
  for (const [name, files] of [
    ['first', [id]],
    ['second', []],
  ] as const) {
    const content = { answers: { evidence: [{ evidenceFiles: files }] } }
    await ports.recordWriter.put({ id: name, journey, at: '', by: '', salt: '', content })
  }
  const all = async () => [before, named('first'), named('second')]
  const later = { ...ports, journeys: { ...ports.journeys, all } }
  const found = () => fileInStep(later, sessionOf('lead'), { journey, file: id })
  expect(await removeFile(later, found, 'lead', { journey, file: id })).toBe('removed')
  expect(memory.files.get(`${journey}#${id}`)).toMatchObject({ status: 'clean' })
  expect(await remove(id)).toBe('removed')
  expect(memory.files.get(`${journey}#${id}`)).toMatchObject({ status: 'removed' })
})

it('can be opened by who belongs to the journey when it is checked, and by nobody before', async () => {
  const { add, ports, save } = await begin()
  await save(0)
  const { id: file } = await add()
  await carryOut(ports, journey, 'lead', { kind: 'invite-colleague', person: 'colleague' })
  const open = (session: Session, id = file) => openableFile(ports, session, { journey, file: id })
  const team = sessionOf('somebody', teamAddress)
  for (const session of [sessionOf('lead'), sessionOf('colleague'), team]) {
    expect(await open(session)).toBeUndefined()
  }
  await ports.fileWriter.move(journey, file, clean)
  for (const session of [sessionOf('lead'), sessionOf('colleague'), team]) {
    expect(await open(session)).toMatchObject({ id: file })
    expect(await open(session, mintId())).toBeUndefined()
  }
  expect(await open(sessionOf('stranger'))).toBeUndefined()
  await ports.fileWriter.move(journey, file, { status: 'removed' })
  expect(await open(sessionOf('lead'))).toBeUndefined()
})

it('can be opened by the panel once it was handed in, after they declared that they have no conflict', async () => {
  const { memory, add, ports, read, save } = await begin()
  await save(0)
  const [{ id: handedIn }, { id: draft }] = [await add(), await add()]
  await ports.fileWriter.move(journey, handedIn, clean)
  await ports.fileWriter.move(journey, draft, { status: 'refused', reason: 'damaged' })
  const { answers } = await read()
  memory.files.set(`${journey}#${draft}`, { ...memory.files.get(`${journey}#${draft}`)!, status: 'clean' })
  const content = { answers: answers! }
  await ports.recordWriter.put({ id: pointer.id, journey, at: '', by: '', salt: '', content })
  for (const person of ['chair', 'second']) {
    await ports.peopleWriter.putContact(person, `${person}@example.org`, journey, {
      name: 'N',
      role: 'health',
      telephone: undefined,
    })
  }
  const at = (moves: Parameters<typeof play>[0]) => {
    const event = { ...readEvent(play(moves).at(-1)!), journey }
    return { ...ports, journeys: { ...ports.journeys, newest: async () => event } }
  }
  const open = (moves: Parameters<typeof play>[0], file: string, person = 'second') =>
    openableFile(at(moves), sessionOf(person), { journey, file })
  const invited = [...toValidation, judged[0]!, judged[1]!]
  expect(await open(invited, handedIn)).toBeUndefined()
  const declare =
    (conflict: boolean): Parameters<typeof play>[0][number] =>
    ({ position: { visit } }) => ({ kind: 'declare', person: 'second', visit, panelSize: 3, conflict })
  expect(await open([...invited, declare(true)], handedIn)).toBeUndefined()
  expect(await open([...invited, declare(false)], handedIn)).toMatchObject({ id: handedIn })
  expect(await open([...invited, declare(false)], draft)).toBeUndefined()
  expect(await open([...invited, declare(false)], handedIn, 'chair')).toBeUndefined()
  expect(await open([...invited, declare(false)], handedIn, 'stranger')).toBeUndefined()
  // When it is decided the panel has done its work.
  expect(await open([...toValidation, ...judged, conclude('awarded'), issue], handedIn)).toBeUndefined()
})
