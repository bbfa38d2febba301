// To whom we write no more, and what that does to emails and codes that are asked for.
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import { changeLead } from '../../../../functions/app/change-lead.ts'
import { inviteValidator } from '../../../../functions/app/change-panel.ts'
import { inviteColleague } from '../../../../functions/app/colleagues.ts'
import type { Ports } from '../../../../functions/app/ports.ts'
import { recordMailEvent } from '../../../../functions/app/record-mail-event.ts'
import { register } from '../../../../functions/app/register.ts'
import { registerFor } from '../../../../functions/app/register-for.ts'
import { relayCode } from '../../../../functions/app/relay-code.ts'
import { relayEvent } from '../../../../functions/app/relay-event.ts'
import { mintSecret, sha256 } from '../../../../functions/app/secrets.ts'
import { stopReminders } from '../../../../functions/app/stop-reminders.ts'
import { writeAgain } from '../../../../functions/app/write-again.ts'
import {
  emptyMemory,
  type Memory,
  memoryPorts,
  newestIn,
  teamAddress,
} from '../../../support/memory-ports.ts'

const address = 'amina@school.example'
const day = 24 * 60 * 60_000
let memory: Memory
let ports: Ports
let now: number
let journey: string

const event = (eventType: string, more: object = {}, destination = [address]) => ({
  source: 'aws.ses' as const,
  detail: { eventType, mail: { tags: { effect: ['a-1-0'] }, destination }, ...more },
})

async function relayAll() {
  for (const key of memory.stream.splice(0)) await relayEvent(ports, key.journey, key.number)
}

beforeEach(async () => {
  memory = emptyMemory()
  now = Date.parse('2027-01-04T12:00:00Z')
  ports = memoryPorts(memory, { now: () => now })
  await register(ports, mintSecret(), {
    organisationName: 'Invented School',
    applyingAs: 'organisation',
    contactName: 'Amina',
    contactEmail: address,
  })
  journey = memory.stream[0]!.journey
  await carryOut(ports, journey, 'lead', { kind: 'confirm-address' })
})

describe('an address', () => {
  it.each([
    ['a permanent bounce', event('Bounce', { bounce: { bounceType: 'Permanent' } }), true],
    ['a transient bounce', event('Bounce', { bounce: { bounceType: 'Transient' } }), false],
    ['a complaint', event('Complaint', { complaint: { complaintFeedbackType: 'abuse' } }), true],
    ['a complaint without a type', event('Complaint', { complaint: { complaintFeedbackType: null } }), true],
    ['“this is no spam”', event('Complaint', { complaint: { complaintFeedbackType: 'not-spam' } }), false],
    ['a delivery', event('Delivery'), false],
  ])('after %s', async (_, received, isSuppressed) => {
    await recordMailEvent(ports, received)
    await recordMailEvent(ports, received)
    expect(await ports.suppressions.has(sha256(address))).toBe(isSuppressed)
  })

  it('is the same in capitals', async () => {
    const bounce = { bounce: { bounceType: 'Permanent' } }
    await recordMailEvent(ports, event('Bounce', bounce, ['Amina@School.example']))
    expect(await ports.suppressions.has(sha256(address))).toBe(true)
  })

  it('that is suppressed gets no email and no code, and nothing is left over', async () => {
    memory.suppressed.add(sha256(address))
    memory.suppressed.add(sha256(teamAddress))
    await relayAll()
    for (const [id, to] of [
      ['1', address],
      ['2', teamAddress],
    ] as const) {
      const expiresAt = new Date(now + 60_000).toISOString()
      await ports.askForCode.put({ id, address: to, expiresAt }, now)
      await relayCode(ports, id)
    }
    expect(memory.mailbox).toEqual([])
    expect(memory.codes.size).toBe(0)
    expect(memory.pending.size).toBe(0)
    expect([...memory.ledger.values()].every(({ settled }) => settled)).toBe(true)
  })
})

describe('whoever has the address', () => {
  const bounce = (of: string) => event('Bounce', { bounce: { bounceType: 'Permanent' } }, [of])
  const state = () => newestIn(memory, journey)!.state

  it('is marked in every journey of theirs once, whatever comes how often', async () => {
    const contact = { name: 'Amina', role: 'Head', telephone: undefined }
    await ports.peopleWriter.putContact(state().lead, address, 'ffffffffffffffff', contact)
    const { number } = newestIn(memory, journey)!
    await recordMailEvent(ports, event('Complaint', { complaint: {} }))
    await recordMailEvent(ports, bounce(address))
    await recordMailEvent(ports, bounce('nobody@school.example'))
    expect(newestIn(memory, journey)!.number).toBe(number + 1)
    expect(newestIn(memory, journey)!).toMatchObject({ actor: 'mail', command: { kind: 'mark-unreachable' } })
    expect(state().unreachable).toEqual({ [state().lead]: new Date(now).toISOString() })
  })

  it('is marked in the others when one fails, and there when it is told again', async () => {
    const contact = { name: 'Amina', role: 'Head', telephone: undefined }
    await ports.peopleWriter.putContact(state().lead, address, 'ffffffffffffffff', contact)
    const journeys: Ports['journeys'] = {
      ...ports.journeys,
      newest: async (id) => {
        if (id !== journey) throw new Error('Not now')
        return ports.journeys.newest(id)
      },
    }
    await expect(recordMailEvent({ ...ports, journeys }, bounce(address))).rejects.toThrow(AggregateError)
    expect(state().unreachable).toHaveProperty(state().lead)
    await recordMailEvent(ports, bounce(address))
    expect(Object.keys(state().unreachable!)).toHaveLength(1)
  })

  it('is asked after: the colleagues get one email each, the lead none, and the summary says so', async () => {
    const colleague = await ports.peopleWriter.admit('bola@school.example')
    await carryOut(ports, journey, 'lead', { kind: 'invite-colleague', person: colleague })
    await relayAll()
    memory.mailbox.length = 0
    for (let time = 0; time < 2; time++) {
      await recordMailEvent(ports, bounce(address))
      await relayAll()
    }
    expect(memory.mailbox.map(({ to, subject }) => [to, subject])).toEqual([
      ['bola@school.example', 'We cannot reach your lead by email'],
    ])
    expect(memory.summaries.get(journey)).toMatchObject({ unreachable: 'lead' })
  })
})

describe('writing again', () => {
  const state = () => newestIn(memory, journey)!.state
  const press = (because: 'works' | 'asked', shown = state().lead) =>
    writeAgain(ports, newestIn(memory, journey)!, 'team', { shown, because })
  const complaint = () => recordMailEvent(ports, event('Complaint', { complaint: {} }))
  const bounce = () => recordMailEvent(ports, event('Bounce', { bounce: { bounceType: 'Permanent' } }))
  const opened = () => {
    const { position, execution } = state()
    const open = { kind: 'open', wait: position.at, executionSeq: execution.seq } as const
    return carryOut(ports, journey, 'workflow', { ...open, enteredAt: new Date(now).toISOString() })
  }

  it('frees the address, ends the mark, and sends the email of the open step, which tells whether it works', async () => {
    await opened()
    await relayAll()
    await bounce()
    memory.mailbox.length = 0
    now += day
    expect(await press('works')).toBe('done')
    await relayAll()
    expect(state().unreachable).toEqual({})
    expect(state().position).toMatchObject({ since: new Date(now).toISOString(), reminded: 0 })
    expect(memory.mailbox.map(({ to, subject }) => [to, subject])).toEqual([
      [address, expect.stringContaining('Step 1 of 7')],
    ])
    expect(await press('works')).toBe('already')
    await bounce()
    expect(state().unreachable).toHaveProperty(state().lead)
  })

  it('needs them to have asked when they complained, and that is on record', async () => {
    await complaint()
    expect(await press('works')).toBe('only-if-asked')
    expect(await ports.suppressions.has(sha256(address))).toBe(true)
    expect(await press('asked')).toBe('done')
    const commands = (await ports.journeys.all(journey)).map(({ command }) => command)
    expect(commands.at(-2)).toMatchObject({ kind: 'mark-reachable', because: 'asked' })
  })

  it('is refused when the lead has changed since, and can be done again when it was cut short', async () => {
    await bounce()
    expect(await press('works', 'another')).toBe('stale')
    const { append } = ports.commits
    const cut = { ...ports.commits, append: () => Promise.reject(new Error('The process ended')) }
    const newest = newestIn(memory, journey)!
    const pressed = { shown: state().lead, because: 'works' } as const
    await expect(writeAgain({ ...ports, commits: cut }, newest, 'team', pressed)).rejects.toThrow()
    expect(await ports.suppressions.has(sha256(address))).toBe(false)
    expect(state().unreachable).toHaveProperty(state().lead)
    expect(await writeAgain({ ...ports, commits: { ...cut, append } }, newest, 'team', pressed)).toBe('done')
    expect(state().unreachable).toEqual({})
  })
})

describe('an address that is known for not working', () => {
  const bad = 'gone@school.example'
  const state = () => newestIn(memory, journey)!.state
  beforeEach(() => memory.suppressed.add(sha256(bad)))

  it('is marked at once when its owner becomes the lead', async () => {
    const contact = { name: 'Bola', role: 'Head', telephone: undefined }
    const changed = { address: bad, contact }
    expect(await changeLead(ports, newestIn(memory, journey)!, 'team', changed)).toBe('changed')
    expect(Object.keys(state().unreachable!)).toEqual([state().lead])
  })

  it('is marked when the team registers somebody with it', async () => {
    const answers = { organisationName: 'Other', leadName: 'Bola', leadRole: 'Head', leadEmail: bad }
    const other = await registerFor(ports, 'team', mintSecret(), answers, 'telephone')
    expect(Object.keys(newestIn(memory, other)!.state.unreachable!)).toHaveLength(1)
  })

  it('is not asked to help or to judge; nothing is kept of it', async () => {
    const event = newestIn(memory, journey)!
    expect(await inviteColleague(ports, event, 'lead', { name: 'Bola', address: bad })).toBe('unreachable')
    const answers = { validatorName: 'Bola', validatorSector: 'health', validatorEmail: bad, chair: 'no' }
    expect(await inviteValidator(ports, event, 'team', answers)).toBe('unreachable')
    expect(await ports.people.personOf(sha256(bad))).toBeUndefined()
  })
})

describe('a reminder', () => {
  const remind = async () => {
    now += 15 * day
    const { visit } = newestIn(memory, journey)!.state.position
    await carryOut(ports, journey, 'sweep', { kind: 'remind', visit, nth: 1 })
    await relayAll()
    const email = memory.mailbox.at(-1)!
    return /\/reminders\/([\w-]{43})$/m.exec(email.text)![1]!
  }

  it('has a link that stops reminders, twice to the same end, for 400 days', async () => {
    const secret = await remind()
    expect(memory.mailbox.at(-1)!.headers).toEqual({
      'List-Unsubscribe': `<https://mark.example/reminders/${secret}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    expect(JSON.stringify([...memory.stopLinks])).not.toContain(secret)
    expect(await stopReminders(ports, secret)).toBe('stopped')
    expect(await stopReminders(ports, secret)).toBe('stopped')
    const { state, number, actor, command } = newestIn(memory, journey)!
    expect(state.remindersStopped).toBe(true)
    expect([actor, command]).toEqual([state.lead, { kind: 'stop-reminders' }])
    now += 400 * day
    expect(await stopReminders(ports, secret)).toBe('unknown')
    expect(newestIn(memory, journey)!.number).toBe(number)
  })

  it('to somebody who is not the lead any more stops nothing', async () => {
    const secret = await remind()
    await carryOut(ports, journey, 'team', { kind: 'change-lead', lead: 'another' })
    expect(await stopReminders(ports, secret)).toBe('stopped')
    expect(newestIn(memory, journey)!.state.remindersStopped).toBe(false)
  })

  it('is the only email with such headers', async () => {
    await relayAll()
    expect(memory.mailbox.map(({ headers }) => headers)).toEqual([undefined])
  })
})
