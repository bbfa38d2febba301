// The team's list, and the email made of it, over ports in memory.
import { beforeEach, describe, expect, it } from 'vitest'
import { listJourneys } from '../../../../functions/app/list-journeys.ts'
import type { Ports, Summary } from '../../../../functions/app/ports.ts'
import { sha256 } from '../../../../functions/app/secrets.ts'
import { sendTeamDigest } from '../../../../functions/app/send-team-digest.ts'
import { taskInWords } from '../../../../functions/web/team.ts'
import { emptyMemory, type Memory, memoryPorts, teamAddress } from '../../../support/memory-ports.ts'

let memory: Memory
let now: string
let ports: Ports

const summary = (journey: string, over: Partial<Summary>): Summary => ({
  journey,
  version: 1,
  organisationName: `Organisation ${journey}`,
  level: 'bronze',
  at: 'raising-awareness',
  since: '2027-01-04T09:00:00.000Z',
  phase: 'foundation',
  dueAt: undefined,
  paused: false,
  postcode: undefined,
  panel: { members: 0, hasChair: false },
  unreachable: undefined,
  failed: false,
  ...over,
})
const put = async (...summaries: readonly Summary[]) => {
  for (const each of summaries) await ports.summaryWriter.put(each)
}
const check = { at: 'foundation-check', phase: 'foundation' }
const validation = { at: 'validation', phase: 'achieving' }

beforeEach(() => {
  memory = emptyMemory()
  // A Monday.
  now = '2027-01-11T08:00:00.000Z'
  ports = memoryPorts(memory, { now: () => Date.parse(now) })
})

describe('the list', () => {
  it('has what waits for the team, oldest first, with what to do', async () => {
    const { panelSize } = ports.settings
    await put(
      summary('newer', { ...check, since: '2027-01-05T09:00:00.000Z' }),
      summary('older', { ...validation, since: '2027-01-03T09:00:00.000Z' }),
      summary('short', { ...validation, panel: { members: panelSize - 1, hasChair: true } }),
      summary('headless', { ...validation, panel: { members: panelSize, hasChair: false } }),
      summary('judging', { ...validation, panel: { members: panelSize, hasChair: true } }),
    )
    const { waiting, phases } = await listJourneys(ports)
    expect(waiting.map(({ journey, tasks }) => [journey, ...tasks.map(taskInWords)])).toEqual([
      ['older', 'Choose a panel'],
      ['short', 'Complete the panel'],
      ['headless', 'Complete the panel'],
      ['newer', 'Check the Foundation phase'],
    ])
    expect(phases).toMatchObject([{ phase: 'achieving', lines: [{ journey: 'judging' }] }])
  })

  it('has what is wrong with a journey too, beside what else there is to do about it', async () => {
    await put(
      summary('lost', { unreachable: 'lead', since: '2027-01-01T09:00:00.000Z' }),
      summary('stuck', { ...check, failed: true, unreachable: 'lead', since: '2027-01-02T09:00:00.000Z' }),
      summary('silent', {
        ...validation,
        panel: { members: ports.settings.panelSize, hasChair: true },
        unreachable: 'chair',
      }),
    )
    const { waiting, phases } = await listJourneys(ports)
    expect(waiting.map(({ journey, tasks }) => [journey, ...tasks.map(taskInWords)])).toEqual([
      ['lost', 'The lead cannot be reached: change the contact, or try the address again'],
      [
        'stuck',
        'This journey is stuck: set it going again',
        'The lead cannot be reached: change the contact, or try the address again',
        'Check the Foundation phase',
      ],
      ['silent', 'The chair cannot be reached: telephone them, or choose another chair'],
    ])
    expect(phases).toEqual([])
    await sendTeamDigest(ports)
    expect(memory.mailbox[0]!.subject).toBe('3 journeys are waiting for you')
    expect(memory.mailbox[0]!.text).toContain('Organisation lost: The lead cannot be reached')
    expect(memory.mailbox[0]!.text).toContain('Organisation stuck: This journey is stuck: set it going again')
  })

  it('has every other journey by its phase, and those that ended apart', async () => {
    await put(
      summary('awarded', { at: 'complete', phase: 'complete' }),
      summary('issued', { at: 'issue-award', phase: 'complete' }),
      summary('first', {}),
      summary('gone', { at: 'withdrawn', phase: 'withdrawn' }),
      summary('shut', { at: 'closed', phase: 'closed' }),
      summary('unconfirmed', { at: 'confirmation', phase: undefined }),
    )
    const { waiting, phases, ended } = await listJourneys(ports)
    expect(waiting).toEqual([])
    expect(phases.map(({ phase, lines }) => [phase, lines.map(({ journey }) => journey)])).toEqual([
      ['foundation', ['first']],
      ['complete', ['awarded', 'issued']],
    ])
    expect(ended.map(({ journey }) => journey)).toEqual(['gone', 'shut'])
  })

  it('marks those that may be the same', async () => {
    await put(
      summary('one', { organisationName: 'The Hope Trust', postcode: 'LS1 1UR' }),
      summary('two', { organisationName: 'hope trust', postcode: 'LS2 9JT', ...check }),
      summary('three', { organisationName: 'Hope', postcode: 'LS2 9JT' }),
      summary('four', { organisationName: 'Hope', postcode: 'LS9 9ZZ' }),
      summary('dealt with', { organisationName: 'Hope', at: 'closed', phase: 'closed' }),
    )
    const { waiting, phases, ended } = await listJourneys(ports)
    expect(ended[0]!.namesakes).toEqual([])
    const same = [...waiting, ...phases.flatMap(({ lines }) => lines)].map(({ journey, namesakes }) => [
      journey,
      namesakes.map((each) => each.journey),
    ])
    expect(same).toEqual([
      ['two', ['one', 'three']],
      ['one', ['two']],
      ['three', ['four', 'two']],
      ['four', ['three']],
    ])
  })
})

describe('the daily email', () => {
  const digests = () => memory.mailbox.filter(({ tag }) => tag.startsWith('digest-'))

  it('goes once a day to each of the team when something waits', async () => {
    await put(summary('older', { ...validation, since: '2027-01-03T09:00:00.000Z' }), summary('newer', check))
    await sendTeamDigest(ports)
    await sendTeamDigest(ports)
    expect(digests().map(({ to, tag, subject }) => [to, tag, subject])).toEqual([
      [teamAddress, 'digest-2027-01-11-0', '2 journeys are waiting for you'],
    ])
    expect(digests()[0]!.text).toContain(
      '- Organisation older: Choose a panel (since 3 January 2027)\n  https://mark.example/team/journeys/older',
    )
    await expect(`${digests()[0]!.subject}\n\n${digests()[0]!.text}`).toMatchFileSnapshot(
      '../emails/team-digest.txt',
    )
    now = '2027-01-12T08:00:00.000Z'
    await sendTeamDigest(ports)
    expect(digests()).toHaveLength(2)
  })

  it.each([
    ['when nothing waits', '2027-01-11T08:00:00.000Z', {}],
    ['at the weekend', '2027-01-10T08:00:00.000Z', check],
    ['on a bank holiday', '2027-05-03T07:00:00.000Z', check],
  ])('does not go %s', async (_, at, over) => {
    now = at
    await put(summary('one', over))
    await sendTeamDigest(ports)
    expect(digests()).toEqual([])
  })

  it('never goes to a suppressed address', async () => {
    await put(summary('one', check))
    await ports.suppressionWriter.put({ addressHash: sha256(teamAddress), why: 'bounce', at: now })
    await sendTeamDigest(ports)
    expect(digests()).toEqual([])
  })

  it('is tried again where it was rejected, and there alone', async () => {
    await put(summary('one', check))
    const two = { ...ports.settings, teamAddresses: ['bad@leeds.example', teamAddress] }
    let outcome: 'accepted' | 'rejected' = 'rejected'
    const mail: Ports['mail'] = {
      send: async (email) =>
        email.to === 'bad@leeds.example' && outcome === 'rejected' ? 'rejected' : ports.mail.send(email),
    }
    await expect(sendTeamDigest({ ...ports, settings: two, mail })).rejects.toThrow('digest-2027-01-11-0')
    outcome = 'accepted'
    await sendTeamDigest({ ...ports, settings: two, mail })
    expect(digests().map(({ to }) => to)).toEqual([teamAddress, 'bad@leeds.example'])
  })
})
