// The contacts of step 1: the team reads them, another lead replaces the lead's own, and no submission has them.
import { parse } from 'node-html-parser'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeLead } from '../../../../functions/app/change-lead.ts'
import type { Draft, Ports } from '../../../../functions/app/ports.ts'
import { readContacts } from '../../../../functions/app/read-contacts.ts'
import { caseContacts } from '../../../../functions/web/case-contacts.ts'
import { emptyMemory, type Memory, memoryPorts, newestIn } from '../../../support/memory-ports.ts'
import { play, toSecondStep } from '../../../support/play.ts'

const journey = 'the-journey'
const told: Draft = {
  ...{ journey, round: 0, step: 'registration', entry: '', by: 'lead', revision: 1 },
  ...{ section: 'contacts', at: '2027-01-04T10:00:00.000Z', begunAt: '2027-01-04T10:00:00.000Z' },
  typed: {
    contactRole: ['Old <b>role</b>'],
    contactTelephone: ['0113 496 0001'],
    secondName: ['Ben Second'],
    secondEmail: ['ben@school.example'],
  },
}
let memory: Memory
let ports: Ports
const event = () => newestIn(memory, journey)!
const change = (role: string, telephone?: string) =>
  changeLead(ports, event(), 'team', {
    address: 'new@school.example',
    contact: { name: 'New', role, telephone },
  })

beforeEach(async () => {
  memory = emptyMemory()
  ports = memoryPorts(memory, { now: () => Date.parse('2027-02-01T09:00:00Z') })
  for (const stored of play(toSecondStep)) await ports.commits.append(stored)
})

async function shown(): Promise<string> {
  const contact = { name: 'Amina <i>', role: 'Registered as', address: undefined }
  const page = caseContacts({ contact, contacts: await readContacts(ports, event()) })
  const root = parse(page.html)
  expect(root.querySelectorAll('b, i')).toHaveLength(0)
  return root.structuredText
}

describe('the contacts of a journey', () => {
  it('are shown as step 1 tells them; before it does, as the lead was registered', async () => {
    expect(await shown()).toContain('Amina <i>, Registered as')
    await ports.draftWriter.save(told)
    const text = await shown()
    expect(text).toContain('Amina <i>, Old <b>role</b>')
    for (const each of ['0113 496 0001', 'Ben Second', 'ben@school.example']) expect(text).toContain(each)
  })

  it('stay from round to round', async () => {
    await ports.draftWriter.save(told)
    const later = { ...event(), state: { ...event().state, round: 2 } }
    expect((await readContacts(ports, later)).answers).toMatchObject({ secondName: 'Ben Second' })
  })
})

describe('another lead', () => {
  it('has the role and the number that the team types; the others stay', async () => {
    await ports.draftWriter.save(told)
    expect(await change('New role')).toBe('changed')
    const { answers } = await readContacts(ports, event())
    expect(answers).toEqual({
      contactRole: 'New role',
      secondName: 'Ben Second',
      secondEmail: 'ben@school.example',
    })
    expect(JSON.stringify([...memory.drafts.values()])).not.toContain('0113')
    expect(await change('New role', '0113 496 0002')).toBe('put-right')
    expect((await readContacts(ports, event())).answers.contactTelephone).toBe('0113 496 0002')
  })

  it('is not told of by what the one before them needed', async () => {
    const needs = { language: ['urdu'], accessNeeds: ['I use a screen reader.'] }
    await ports.draftWriter.save(told)
    await ports.draftWriter.save({ ...told, section: 'needs', typed: needs })
    expect((await readContacts(ports, event())).answers).toMatchObject({ language: 'urdu' })
    await change('New role')
    expect((await readContacts(ports, event())).answers).toEqual({
      contactRole: 'New role',
      secondName: 'Ben Second',
      secondEmail: 'ben@school.example',
    })
    expect(JSON.stringify([...memory.drafts.values()])).not.toMatch(/urdu|screen reader/)
  })

  it('is kept also when somebody saves at the same time', async () => {
    await ports.draftWriter.save(told)
    const { save } = ports.draftWriter
    let raced = false
    ports = {
      ...ports,
      draftWriter: {
        ...ports.draftWriter,
        async save(draft) {
          if (raced) return save(draft)
          raced = true
          await save({ ...told, revision: 2, typed: { ...told.typed, sponsorName: ['Sam'] } })
          return save(draft)
        },
      },
    }
    await change('New role')
    expect((await readContacts(ports, event())).answers).toMatchObject({
      contactRole: 'New role',
      sponsorName: 'Sam',
    })
  })
})
