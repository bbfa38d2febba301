import { beforeEach, describe, expect, it } from 'vitest'
import { readEmails, resendEmail } from '../../../../functions/app/journey-emails.ts'
import type { Ports } from '../../../../functions/app/ports.ts'
import { emailsPage } from '../../../../functions/web/journey-emails.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import {
  conclude,
  confirm,
  judged,
  type Move,
  open,
  pass,
  play,
  register,
  toSecondStep,
  toValidation,
} from '../../../support/play.ts'

const journey = 'the-journey'
const now = new Date('2027-02-01T09:00:00Z')
let ports: Ports

async function after(moves: readonly Move[]) {
  for (const event of play(moves)) await ports.commits.append(event)
  return ports.journeys.all(journey)
}
const idOf = async (subject: RegExp) =>
  (await readEmails(ports, await ports.journeys.all(journey)))!.emails.find((each) =>
    subject.test(each.subject),
  )!.id
const resend = async (subject: RegExp, after: number) =>
  resendEmail(ports, await ports.journeys.all(journey), 'team', { id: await idOf(subject), after })

beforeEach(() => {
  ports = memoryPorts(emptyMemory(), { now: () => now.getTime() })
})

describe('the emails of a journey', () => {
  it('have the subjects that they had, the newest first', async () => {
    const events = await after([...toValidation, ...judged, conclude('not-yet')])
    const { emails } = (await readEmails(ports, events))!
    expect(emails.map(({ subject }) => subject)).toEqual([
      'Your journey to Bronze goes on',
      'The panel has judged: it is your turn to decide',
      ...Array(3).fill('Would you validate a journey to Bronze?'),
      expect.stringMatching(/^Step 7 of 7/),
      expect.stringMatching(/^Step 6 of 7/),
      expect.stringMatching(/^Step 5 of 7/),
      expect.stringMatching(/^Step 4 of 7/),
      expect.stringMatching(/^Step 3 of 7/),
      expect.stringMatching(/^Step 2 of 7/),
      'You have registered your interest in the Cultural Cohesion Quality Mark',
    ])
    // Where the journey is now, only these are still true.
    expect(emails.filter(({ canGoAgain }) => canGoAgain).map(({ subject }) => subject)).toEqual([
      'Your journey to Bronze goes on',
      expect.stringMatching(/^Step 6 of 7/),
      'You have registered your interest in the Cultural Cohesion Quality Mark',
    ])
  })

  it('went only if that is known', async () => {
    const events = await after([register, confirm])
    const read = async () => (await readEmails(ports, events))!.emails[0]!
    const { id, askedAt } = await read()
    await ports.ledger.claim(id, now)
    expect(await read()).toMatchObject({ askedAt, outcome: undefined })
    await ports.ledger.markSent(id, now)
    expect(await read()).toMatchObject({ outcome: { kind: 'sent' } })
  })

  it('are none of a journey that is none', async () => {
    expect(await readEmails(ports, [])).toBeUndefined()
  })
})

describe('sending one again', () => {
  it('goes to the lead of today, about the same thing', async () => {
    const events = await after([...toSecondStep, open, { kind: 'change-lead', lead: 'another' }])
    expect(await resend(/^Step 2/, events.length)).toBe('resent')
    const { effects, actor } = (await ports.journeys.newest(journey))!
    expect(effects).toEqual([
      { kind: 'send-email', email: 'step-opened', to: 'another', about: { step: 'raising-awareness' } },
    ])
    expect(actor).toBe('team')
  })

  it('happens once for a page, and again for a newer one', async () => {
    const shown = (await after([...toSecondStep, open])).length
    expect(await resend(/^You have registered/, shown)).toBe('resent')
    expect(await resend(/^You have registered/, shown)).toBe('already')
    expect(await resend(/^Step 2/, shown)).toBe('resent')
    expect(await resend(/^You have registered/, shown + 2)).toBe('resent')
  })

  it('is refused for what was never sent, and for what is for others', async () => {
    const events = await after([...toValidation, ...judged])
    const again = (id: string) => resendEmail(ports, events, 'team', { id, after: events.length })
    expect(await again(`${journey}-1-7`)).toBe('unknown')
    expect(await again('')).toBe('unknown')
    expect(await resend(/^Would you validate/, events.length)).toBe('unknown')
  })

  it('is refused when the step that it speaks of is over', async () => {
    const events = await after([...toSecondStep, open, pass, open])
    expect(await resend(/^Step 2/, events.length)).toBe('stale')
    expect(await resend(/^Step 3/, events.length)).toBe('resent')
  })

  it('is refused while we do not write to the lead', async () => {
    const unreachable: Move = { kind: 'mark-unreachable', person: 'lead', panelSize: 3 }
    const events = await after([...toSecondStep, open, unreachable])
    const view = (await readEmails(ports, events))!
    expect(view.unreachable).toBe(true)
    const page = emailsPage({ ...view, lead: 'amina@example.org', token: 'a-token' }).body.html
    expect(page).toContain('href="/team/journeys/the-journey/lead"')
    expect(page).not.toContain('Send again')
    expect(await resend(/^Step 2/, events.length)).toBe('not-yet')
  })

  it('is refused when the journey has ended', async () => {
    const events = await after([register, confirm, { kind: 'withdraw' }])
    expect((await readEmails(ports, events))!.lead).toBeUndefined()
    expect(await resend(/^You have registered/, events.length)).toBe('ended')
  })
})
