// What an organisation keeps to itself: its people work on it, and neither the team nor the panel sees it or opens its files.
import { expect, it } from 'vitest'
import { fileInStep } from '../../../../functions/app/file-in-step.ts'
import { noteLinks } from '../../../../functions/app/note-links.ts'
import { openableFile } from '../../../../functions/app/open-file.ts'
import type { Session } from '../../../../functions/app/ports.ts'
import { saveDraft } from '../../../../functions/app/save-draft.ts'
import { sha256 } from '../../../../functions/app/secrets.ts'
import { sectionFor } from '../../../../functions/app/section-for.ts'
import { stepWork } from '../../../../functions/app/step-work.ts'
import { submissionsOf } from '../../../../functions/app/submissions.ts'
import { whatChanged } from '../../../../functions/app/what-changed.ts'
import { entriesPage } from '../../../../functions/web/entries.ts'
import { missingList } from '../../../../functions/web/missing.ts'
import { readEvent } from '../../../../workflows/journey-events.ts'
import { emptyMemory, memoryPorts, teamAddress } from '../../../support/memory-ports.ts'
import { confirm, play, pointer, register } from '../../../support/play.ts'

const stored = play([register, confirm])
const event = readEvent(stored.at(-1)!)
const journey = event.journey
const place = { journey, step: 'positive-action', section: 'diary' }
const [entry, file] = ['b4d8f2h6k0m4p8r2', 'f4d8f2h6k0m4p8r2']

const session = (person: string, address: string): Session => ({
  id: 'x',
  person,
  addressHash: sha256(address),
  openedAt: '',
  usedAt: '',
})
const lead = session('lead', 'lead@example.org')
const team = session('team', teamAddress)

async function begin() {
  const memory = emptyMemory()
  memory.events.set(journey, [...stored])
  const ports = memoryPorts(memory, { now: () => Date.parse('2027-01-04T10:00:00Z') })
  memory.files.set(`${journey}#${file}`, {
    id: file,
    journey,
    place: { round: 1, step: place.step, section: place.section, entry, field: 'evidenceFiles' },
    status: 'clean',
    kind: 'pdf',
    bytes: 10,
    name: 'A letter',
    by: 'lead',
    at: '2027-01-04T10:00:00Z',
  })
  let revision = 0
  const save = async (visibility: string) => {
    const work = (await stepWork(ports, event, place.step))!
    const typed = {
      evidenceOn: ['1 9 2026'],
      evidenceTitle: ['A complaint'],
      evidenceAreas: ['attitudes'],
      evidenceChanged: ['We listen.'],
      evidenceVisibility: [visibility],
      evidenceFiles: [file],
    }
    expect(await saveDraft(ports, work, work.sections[0]!, 'lead', { entry, revision, typed })).toEqual({
      kind: 'saved',
    })
    revision++
  }
  const listed = async (who: Session) => {
    const found = (await sectionFor(ports, who, place))!
    return entriesPage({ ...found, token: 't' }, 'n').body.html + missingList(found).html
  }
  return { ports, memory, save, listed }
}

it('is worked on by its people, and hidden from the team', async () => {
  const { ports, save, listed } = await begin()
  await save('private')
  expect(await listed(lead)).toContain('A complaint')
  expect(await listed(team)).not.toContain('A complaint')
  expect(await sectionFor(ports, lead, { ...place, entry })).toBeDefined()
  expect(await sectionFor(ports, team, { ...place, entry })).toBeUndefined()
  // Made visible, it is seen by all of them.
  await save('validators')
  expect(await listed(team)).toContain('A complaint')
  expect(await sectionFor(ports, team, { ...place, entry })).toBeDefined()
})

it('has files that its people alone can open', async () => {
  const { ports, save } = await begin()
  await save('private')
  expect(await openableFile(ports, lead, { journey, file })).toBeDefined()
  expect(await openableFile(ports, team, { journey, file })).toBeUndefined()
  await save('validators')
  expect(await openableFile(ports, team, { journey, file })).toBeDefined()
})

it('has files whose names the team does not read, but those that it adds itself', async () => {
  const { ports, memory, save } = await begin()
  const isSeen = async (who: Session) => (await fileInStep(ports, who, { journey, file })) !== undefined
  await save('private')
  expect([await isSeen(lead), await isSeen(team)]).toEqual([true, false])
  const key = `${journey}#${file}`
  memory.files.set(key, { ...memory.files.get(key)!, by: team.person })
  expect(await isSeen(team)).toBe(true)
  memory.files.set(key, { ...memory.files.get(key)!, by: lead.person })
  await save('validators')
  expect(await isSeen(team)).toBe(true)
})

it.each([
  ['9', false],
  ['10', true],
])('is what %s people said, too: the team sees it: %s', async (groupAnswered, isSeen) => {
  const { ports } = await begin()
  const asked = { journey, step: 'reflective-transparency', section: 'asked' }
  const work = (await stepWork(ports, event, asked.step))!
  const section = work.sections.find((each) => each.section.id === asked.section)!
  const typed = { groupWho: ['staff'], groupAnswered: [groupAnswered], groupSaid: ['We argue.'] }
  expect(await saveDraft(ports, work, section, 'lead', { entry, revision: 0, typed })).toEqual({
    kind: 'saved',
  })
  expect(await sectionFor(ports, lead, { ...asked, entry })).toBeDefined()
  expect((await sectionFor(ports, team, { ...asked, entry })) !== undefined).toBe(isSeen)
})

it('is left out of what was handed in, for who reads it, and of the page to print', async () => {
  const { ports, save } = await begin()
  await save('private')
  const id = 'ROUND#1#positive-action#0123456789abcdef'
  const evidence = [
    { evidenceTitle: 'A complaint', evidenceVisibility: 'private', evidenceAreas: ['skills'] },
    { evidenceTitle: 'A walk', evidenceAreas: ['skills'] },
  ]
  const record = { id, journey, at: '', by: 'lead', salt: '', content: { answers: { evidence } } }
  await ports.recordWriter.put(record)
  const submitted = { [place.step]: { ...pointer, id, at: '' } }
  const [read] = await submissionsOf(ports, { ...event, state: { ...event.state, submissions: submitted } })
  expect(read!.answers).toEqual({ evidence: [evidence[1]] })
  for (const who of [lead, team]) {
    const page = (await whatChanged(ports, who, journey))!
    expect(page.distance.areas.flatMap(({ diary }) => diary)).toEqual([])
  }
})

it('has links that nobody looks at, and that no list shows', async () => {
  const { ports, memory } = await begin()
  const id = 'ROUND#1#positive-action#0123456789abcdef'
  const answers = {
    evidence: [
      { evidenceLink: 'https://a.uk/complaint', evidenceVisibility: 'private' },
      { evidenceLink: 'https://a.uk/walk', evidenceVisibility: 'validators' },
      { evidenceLink: { doesNotApply: 'It is in no paper.' } },
    ],
  }
  const submission = { ...pointer, id }
  await ports.recordWriter.put({ id, journey, at: '', by: 'lead', salt: '', content: { answers } })
  await noteLinks(ports, {
    ...event,
    command: { kind: 'submit', step: place.step, visit: 1, submission },
    state: { ...event.state, submissions: { [place.step]: { ...submission, at: '' } } },
  })
  expect([...memory.links.values()].map(({ url }) => url)).toEqual(['https://a.uk/walk'])
})

it('has no links when no diary was kept at all', async () => {
  const { ports, memory } = await begin()
  const id = 'ROUND#1#positive-action#0123456789abcdef'
  const answers = { evidence: { doesNotApply: 'We are new.' } }
  const submission = { ...pointer, id }
  await ports.recordWriter.put({ id, journey, at: '', by: 'lead', salt: '', content: { answers } })
  const handedIn = {
    ...event,
    command: { kind: 'submit', step: place.step, visit: 1, submission } as const,
    state: { ...event.state, submissions: { [place.step]: { ...submission, at: '' } } },
  }
  expect(await noteLinks(ports, handedIn)).toBe('done')
  expect(memory.links.size).toBe(0)
})
