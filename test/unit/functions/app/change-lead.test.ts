import { beforeEach, describe, expect, it } from 'vitest'
import { changeLead } from '../../../../functions/app/change-lead.ts'
import type { Ports } from '../../../../functions/app/ports.ts'
import { sha256 } from '../../../../functions/app/secrets.ts'
import { emptyMemory, type Memory, memoryPorts, newestIn } from '../../../support/memory-ports.ts'
import { confirm, type Move, open, pass, play, pointer, toValidation } from '../../../support/play.ts'

const journey = 'the-journey'
const contact = { name: 'Bola', role: 'Head', telephone: undefined }
const address = 'bola@school.example'
let memory: Memory
let ports: Ports
let oldLead: string

/** The lead is somebody with an address, and has come so far. */
async function after(moves: (lead: string) => readonly Move[]) {
  oldLead = await ports.peopleWriter.admit('old@school.example')
  await ports.peopleWriter.putContact(oldLead, 'old@school.example', journey, { ...contact, name: 'Amina' })
  for (const event of play(moves(oldLead))) await ports.commits.append(event)
  return newestIn(memory, journey)!
}
const registered = (lead: string): readonly Move[] => [
  { kind: 'register', individual: false, lead, submission: pointer },
  confirm,
]
/** Step 1 to the first check. */
const toCheck = [open, pass, open, pass, open, pass, open]
const change = async (moves: (lead: string) => readonly Move[], to = address) =>
  changeLead(ports, await after(moves), 'team', { address: to, contact })

beforeEach(() => {
  memory = emptyMemory()
  ports = memoryPorts(memory, { now: () => Date.parse('2027-02-01T09:00:00Z') })
})

describe('another lead', () => {
  it('leads, is found by their address, and is told of the step that is open', async () => {
    expect(await change((lead) => [...registered(lead), open])).toBe('changed')
    const { state, command, effects, actor } = newestIn(memory, journey)!
    expect(state.lead).toBe(await ports.people.personOf(sha256(address)))
    expect(command).toMatchObject({ kind: 'resend', email: 'step-opened' })
    expect(effects).toEqual([expect.objectContaining({ to: state.lead, about: { step: 'registration' } })])
    expect(actor).toBe('team')
    expect(await ports.people.journeysOf(sha256(address))).toEqual([journey])
    expect(await ports.people.journeysOf(sha256('old@school.example'))).toEqual([])
    expect(await ports.people.contact(oldLead, journey)).toBeUndefined()
  })

  it('leaves the name of the one before them under what they had signed', async () => {
    const sponsor = await ports.peopleWriter.admit('sponsor@school.example')
    const before = await after((lead) => [
      ...registered(lead),
      ...[open, pass, open, pass, open],
      { kind: 'ask-for-signature', person: sponsor, document: pointer },
      { kind: 'sign', person: sponsor, shown: pointer.hash },
    ])
    const to = (event: typeof before, address: string) =>
      changeLead(ports, event, 'team', { address, contact })
    expect(await to(before, 'sponsor@school.example')).toBe('changed')
    expect(await ports.people.contact(oldLead, journey)).toBeUndefined()
    expect(await to(newestIn(memory, journey)!, address)).toBe('changed')
    expect(await ports.people.contact(sponsor, journey)).toBeDefined()
  })

  it.each([
    ['the step is announced to them anyway', (lead: string) => [...registered(lead), open, pass]],
    ['no step is open', (lead: string) => [...registered(lead), ...toCheck]],
  ])('gets no email of ours when %s', async (_, moves) => {
    expect(await change(moves)).toBe('changed')
    expect(newestIn(memory, journey)!.command.kind).toBe('change-lead')
  })

  it('is not somebody who judges the journey; nothing of theirs is touched', async () => {
    const validator = await ports.peopleWriter.admit(address)
    const invite: Move = { kind: 'invite-validator', person: validator, chair: true }
    expect(await change((lead) => [...registered(lead), ...toValidation.slice(2), invite])).toBe('unknown')
    expect(newestIn(memory, journey)!.state.lead).toBe(oldLead)
    expect(await ports.people.contact(validator, journey)).toBeUndefined()
  })

  it('is no colleague any more', async () => {
    const colleague = await ports.peopleWriter.admit(address)
    const invite: Move = { kind: 'invite-colleague', person: colleague }
    expect(await change((lead) => [...registered(lead), invite])).toBe('changed')
    expect(newestIn(memory, journey)!.state).toMatchObject({ lead: colleague, colleagues: [] })
  })
})

describe('the same lead', () => {
  it('has the details put right, without an event', async () => {
    const before = await after(registered)
    const same = { address: 'old@school.example', contact }
    expect(await changeLead(ports, before, 'team', same)).toBe('put-right')
    expect(newestIn(memory, journey)!.number).toBe(before.number)
    expect(await ports.people.contact(oldLead, journey)).toEqual(contact)
  })
})
