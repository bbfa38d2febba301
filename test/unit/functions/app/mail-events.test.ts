// To whom we write no more, and what that does to emails and codes that are asked for.
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import type { Ports } from '../../../../functions/app/ports.ts'
import { recordMailEvent } from '../../../../functions/app/record-mail-event.ts'
import { register } from '../../../../functions/app/register.ts'
import { relayCode } from '../../../../functions/app/relay-code.ts'
import { relayEvent } from '../../../../functions/app/relay-event.ts'
import { mintSecret, sha256 } from '../../../../functions/app/secrets.ts'
import { stopReminders } from '../../../../functions/app/stop-reminders.ts'
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
    contactName: 'Amina',
    contactRole: 'Head',
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
