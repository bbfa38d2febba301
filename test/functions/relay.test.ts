// What no person calls: the relay, the sweep, and what SES tells us; what they send and start, and what they leave.
import { SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses'
import {
  ExecutionAlreadyExists,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type ParsedMail, simpleParser } from 'mailparser'
import { describe, expect, it, vi } from 'vitest'
import type { TableStream } from '../../events/table-stream.ts'
import { sha256 } from '../../functions/app/secrets.ts'
import { type StoredEvent, storeEvent } from '../../workflows/journey-events.ts'
import { newest as definition } from '../../workflows/released/index.ts'
import {
  add,
  alreadyThere,
  askedSecret,
  asOf,
  call,
  calls,
  chairAddress,
  committed,
  conditionFailed,
  ddb,
  environment,
  eventRows,
  eventsUntil,
  eventsUntilJudged,
  eventsUntilReturned,
  everyday,
  given,
  journey,
  lead,
  leadAddress,
  log,
  now,
  organisationName,
  type Row,
  sample,
  ses,
  sfn,
  stateOf,
  teamAddress,
  validators,
  writes,
} from './support.ts'

const machine = `${environment.STATE_MACHINE_ARN_PREFIX}quality-mark-${definition.id}`
const requestId = sha256(askedSecret)
const token = { pk: `TASK#${journey}`, token: 'a-task-token' }

/** The stream's record of one event, in place of the sample's two. */
function record(sk: string, eventName = 'INSERT', pk = `EVENTS#${journey}`): TableStream['Records'][number] {
  const [first] = sample<TableStream>('relay').Records
  return {
    ...first!,
    eventName,
    dynamodb: { ...first!.dynamodb, Keys: { pk: { S: pk }, sk: { S: sk } } },
  } as never
}
const relay = (...Records: TableStream['Records']) => call<unknown>('relay', { Records })
const relayNewest = (events: readonly StoredEvent[]) => relay(record(String(events.length).padStart(6, '0')))

function codeRequest(address: string, expiresAt = '2027-01-04T11:00:00.000Z', atUnmovedMs = Date.now()): Row {
  return { pk: 'PENDING#0', sk: `code#${requestId}`, id: requestId, address, expiresAt, atUnmovedMs }
}
const codeKey = 'PENDING#0'
const relayCode = () => relay(record(`code#${requestId}`, 'INSERT', codeKey))

function sent(): Promise<(ParsedMail & { destinations: unknown; tags: unknown })[]> {
  return Promise.all(
    ses.commandCalls(SendRawEmailCommand).map(async ({ args: [{ input }] }) => ({
      ...(await simpleParser(Buffer.from(input.RawMessage!.Data!))),
      destinations: input.Destinations,
      tags: input.Tags,
    })),
  )
}
const keys = () => writes().map(({ kind, key }) => `${kind} ${key}`)

describe('the relay', () => {
  it('does its sample: starts the execution, acknowledges, emails the code, and clears both notes', async () => {
    given(...everyday(), ...eventRows(eventsUntil('registration')), codeRequest(leadAddress))
    expect(await call<unknown>('relay')).toEqual({ batchItemFailures: [] })
    expect(sfn.calls().map(({ args: [{ input }] }) => input)).toEqual([
      {
        stateMachineArn: machine,
        name: `${journey}-1`,
        input: JSON.stringify({ journey, round: 1, executionSeq: 1, resumeAt: 'registration' }),
      },
    ])
    const [acknowledgement, code] = await sent()
    expect(acknowledgement).toMatchObject({
      subject: 'You have registered your interest in the Cultural Cohesion Quality Mark',
      destinations: [leadAddress],
      tags: [{ Name: 'effect', Value: `${journey}-2-1` }],
    })
    expect(acknowledgement!.text).toContain(organisationName)
    expect(acknowledgement!.text).toContain(`https://mark.example/journeys/${journey}`)
    expect(code).toMatchObject({ destinations: [leadAddress], tags: [{ Name: 'effect', Value: 'code' }] })
    const written = keys()
    expect(written).toEqual([
      `put SUMMARY#${journey}|SUMMARY`,
      // Where a second registration of the same organisation is looked for: no name and no postcode stands there.
      `put SAME#${sha256('name', 'harehills friends')}|JOURNEY#${journey}`,
      `put SAME#${sha256('postcode', 'LS8 5HS')}|JOURNEY#${journey}`,
      `put MAIL#${journey}-2-1|MAIL`,
      `update MAIL#${journey}-2-1|MAIL`,
      `delete PENDING#0|${journey}#000002`,
      `put SECRET#${requestId}|SECRET`,
      `delete PENDING#0|code#${requestId}`,
    ])
    expect(log).toEqual([])
  })

  it('summarises the journey under its version, for the list and the due dates', async () => {
    const events = eventsUntil('registration')
    given(...everyday(), ...eventRows(events))
    await relayNewest(events)
    const [summary] = writes()
    const since = stateOf(events).position.since
    const dueAt = new Date(Date.parse(since) + 3_600_000).toISOString()
    expect(summary).toMatchObject({
      condition: 'attribute_not_exists(pk) OR version < :version',
      input: { ExpressionAttributeValues: { ':version': 2 } },
    })
    expect(summary!.input.Item).toEqual({
      pk: `SUMMARY#${journey}`,
      sk: 'SUMMARY',
      journey,
      version: 2,
      organisationName,
      level: 'bronze',
      at: 'registration',
      since,
      phase: 'foundation',
      dueAt,
      paused: false,
      postcode: 'LS8 5HS',
      panel: { members: 0, hasChair: false },
      failed: false,
      listPk: 'PHASE#foundation#0',
      listSk: since,
      duePk: 'DUE#0',
      dueSk: dueAt,
    })
  })

  it('resumes the wait that is over, with the token that it alone reads', async () => {
    const events = eventsUntil('raising-awareness')
    given(...everyday(), ...eventRows(events), { ...token, sk: 'registration#1' })
    await relayNewest(events)
    expect(sfn.commandCalls(SendTaskSuccessCommand).map(({ args: [{ input }] }) => input)).toEqual([
      { taskToken: 'a-task-token', output: '{}' },
    ])
    expect(sfn.calls()).toHaveLength(1)
    expect(keys().at(-1)).toBe(`delete PENDING#0|${journey}#000003`)
    expect(JSON.stringify(writes().map(({ input }) => input))).not.toContain('a-task-token')
  })

  it('has nobody to resume while the token is not there', async () => {
    const events = eventsUntil('raising-awareness')
    given(...everyday(), ...eventRows(events))
    await relayNewest(events)
    expect(sfn.calls()).toEqual([])
    expect(keys().at(-1)).toBe(`delete PENDING#0|${journey}#000003`)
  })

  it('sends an execution back to the step that was returned, and its lead the comment', async () => {
    const events = eventsUntilReturned()
    given(...everyday(), ...eventRows(events), { ...token, sk: 'foundation-check#1' })
    await relayNewest(events)
    expect(sfn.commandCalls(SendTaskFailureCommand).map(({ args: [{ input }] }) => input)).toEqual([
      { taskToken: 'a-task-token', error: 'Reopened', cause: '{"resumeAt":"registration"}' },
    ])
    const [email] = await sent()
    expect(email!.text).toContain('> Thank you!\n> Please count the volunteers too.')
    expect(email!.text).toContain(`https://mark.example/journeys/${journey}/steps/registration`)
  })

  it.each(['waiting', 'sent', 'not to go'])('sends no second email when the first is %s', async (state) => {
    const events = eventsUntil('registration')
    const ledger = {
      pk: `MAIL#${journey}-2-1`,
      sk: 'MAIL',
      claimedAt: now,
      ...(state === 'sent' && { sentAt: now }),
      ...(state === 'not to go' && { notToGoAt: now }),
    }
    given(...everyday(), ...eventRows(events), ledger)
    ddb.on(PutCommand).callsFake(({ Item }: { Item: Row }) => {
      if (Item.sk === 'MAIL') throw conditionFailed()
      return {}
    })
    ddb.on(UpdateCommand).rejects(conditionFailed())
    await relayNewest(events)
    expect(ses.calls()).toEqual([])
    expect(sfn.calls()).toHaveLength(1)
    expect(keys().includes(`delete PENDING#0|${journey}#000002`)).toBe(state !== 'waiting')
    expect(log).toEqual([])
  })

  it.each<[string, (rows: Row[]) => Row[]]>([
    [
      'was suppressed',
      (rows) => [...rows, { pk: `SUPPRESSED#${sha256(leadAddress)}`, sk: 'MAIL', why: 'bounce', at: now }],
    ],
    ['was erased', (rows) => rows.filter(({ pk, sk }) => pk !== `PERSON#${lead}` || sk !== 'PERSON')],
  ])('writes to nobody whose address %s, and is done with that', async (_, change) => {
    const events = eventsUntil('registration')
    given(...change([...everyday(), ...eventRows(events)]))
    await relayNewest(events)
    expect(ses.calls()).toEqual([])
    expect(writes().find(({ kind }) => kind === 'update')).toMatchObject({
      key: `MAIL#${journey}-2-1|MAIL`,
      input: { UpdateExpression: 'SET notToGoAt = :now' },
    })
    expect(keys().at(-1)).toBe(`delete PENDING#0|${journey}#000002`)
    expect(sfn.calls()).toHaveLength(1)
    expect(log).toEqual([])
  })

  it('asks a validator with a link that is a locator, and tells the chair when all have judged', async () => {
    const events = eventsUntilJudged()
    given(...everyday(), ...eventRows(events))
    const invited = events.findIndex(({ body }) => body.includes('"invite-validator"')) + 1
    await relay(record(String(invited).padStart(6, '0')))
    await relayNewest(events)
    const [invitation, turn, ...more] = await sent()
    expect(more).toEqual([])
    expect(invitation).toMatchObject({
      subject: 'Would you validate a journey to Bronze?',
      destinations: [chairAddress],
    })
    expect(turn).toMatchObject({
      subject: 'The panel has judged: it is your turn to decide',
      destinations: [chairAddress],
    })
    for (const { text, html } of [invitation!, turn!]) {
      const links = [...`${text} ${html}`.matchAll(/https:\/\/mark\.example\/\w[^\s"<]*/g)].map(
        ([link]) => link,
      )
      expect(new Set(links)).toEqual(new Set([`https://mark.example/cases/${journey}`]))
      expect(text).not.toContain('Everybody knows.')
    }
    expect(sfn.calls()).toEqual([])
  })

  it('summarises how many can judge, without those who have a conflict', async () => {
    const judged = eventsUntilJudged()
    const { visit } = stateOf(judged).position
    const [person] = validators
    const conflict = { kind: 'declare', person, visit, panelSize: 3, conflict: true } as const
    for (const [events, panel] of [
      [judged, { members: 3, hasChair: true }],
      [add(judged, conflict), { members: 2, hasChair: false }],
    ] as const) {
      ddb.resetHistory()
      given(...everyday(), ...eventRows(events))
      await relayNewest(events)
      expect(writes()[0]!.input.Item).toMatchObject({ at: 'validation', phase: 'achieving', panel })
    }
  })

  it('gives a rejected email back to be sent again, and goes on with everything else', async () => {
    const events = eventsUntil('registration')
    given(...everyday(), ...eventRows(events), codeRequest(leadAddress))
    const rejected = new SESServiceException({ name: 'MessageRejected', $fault: 'client', $metadata: {} })
    ses.on(SendRawEmailCommand).rejectsOnce(rejected).resolves({ MessageId: 'x' })
    await call<unknown>('relay')
    expect(sfn.calls()).toHaveLength(1)
    expect(await sent()).toHaveLength(2)
    const written = keys()
    expect(written).toContain(`delete MAIL#${journey}-2-1|MAIL`)
    expect(written).not.toContain(`delete PENDING#0|${journey}#000002`)
    expect(written).toContain(`delete PENDING#0|code#${requestId}`)
    expect(log).toHaveLength(1)
  })

  it('keeps the claim of an email of which nobody knows, and leaves the note', async () => {
    const events = eventsUntil('registration')
    given(...everyday(), ...eventRows(events))
    ses.on(SendRawEmailCommand).rejects(new Error(`connection lost while writing to ${leadAddress}`))
    await relayNewest(events)
    const written = keys()
    expect(written).toContain(`put MAIL#${journey}-2-1|MAIL`)
    expect(written.filter((key) => /^(delete|update)/.test(key))).toEqual([])
    expect(log).toHaveLength(1)
    expect(log[0]).not.toContain('example.org')
  })

  it('leaves the note of an event whose effect failed, and does the event behind it', async () => {
    const events = eventsUntil('raising-awareness')
    given(...everyday(), ...eventRows(events))
    sfn.on(StartExecutionCommand).rejects(new Error('not now'))
    await relay(record('000002'), record('000003'))
    const written = keys()
    expect(written).not.toContain(`delete PENDING#0|${journey}#000002`)
    expect(written).toContain(`delete PENDING#0|${journey}#000003`)
    expect(JSON.parse(log[0]!)).toMatchObject({ where: 'relay', errors: [{ name: 'Error' }] })
  })

  it('is content when the execution was started before', async () => {
    const events = eventsUntil('registration')
    given(...everyday(), ...eventRows(events))
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: '', $metadata: {} }))
    await relayNewest(events)
    expect(keys()).toContain(`delete PENDING#0|${journey}#000002`)
  })

  it('does nothing for what it is not woken by, nor for what is gone', async () => {
    given()
    await relay(
      record('000002', 'REMOVE'),
      record(`${journey}#000002`, 'INSERT', 'PENDING#0'),
      record('SUMMARY', 'MODIFY', `SUMMARY#${journey}`),
      record('000099'),
      record(`code#${requestId}`, 'INSERT', codeKey),
    )
    expect(writes()).toEqual([])
    expect(calls()).toHaveLength(2)
    expect([...ses.calls(), ...sfn.calls(), ...log]).toEqual([])
  })

  it('throws on what is no stream event', async () => {
    await expect(call('relay', { Records: [{ eventName: 'INSERT' }] })).rejects.toMatchObject({
      name: '$ZodError',
    })
  })
})

describe('a code that was asked for', () => {
  it.each([leadAddress, teamAddress])('is minted, stored salted and emailed to %s', async (address) => {
    given(...everyday(), codeRequest(address))
    await relayCode()
    const [email] = await sent()
    const code = /^(\d{6}) is your code$/.exec(email!.subject!)![1]!
    expect(email!.text).toContain(`\n${code}\n`)
    expect(email!.destinations).toEqual([address])
    const [stored, removed] = writes()
    const { salt, codeHash, ...rest } = stored!.input.Item!
    expect(rest).toEqual({
      pk: `SECRET#${requestId}`,
      sk: 'SECRET',
      kind: 'code',
      address,
      tries: 0,
      expiresAt: '2027-01-04T10:10:00.000Z',
      ttl: Date.parse('2027-01-04T10:10:00Z') / 1000,
    })
    expect(codeHash).toBe(sha256(salt, code))
    expect(salt).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(stored!.input)).not.toContain(code)
    expect(removed).toMatchObject({ kind: 'delete', key: `PENDING#0|code#${requestId}` })
  })

  it('takes along the registration that it is to confirm', async () => {
    given(...everyday(), { ...codeRequest(leadAddress), journey })
    await relayCode()
    const [stored] = writes()
    expect(stored!.input.Item).toMatchObject({ pk: `SECRET#${requestId}`, address: leadAddress, journey })
    // The code runs from when it is sent, not as long as the request.
    expect(stored!.input.Item).toMatchObject({ expiresAt: '2027-01-04T10:10:00.000Z' })
    expect(stored!.input.Item).not.toHaveProperty('atUnmovedMs')
  })

  it.each([
    ['nobody knows', codeRequest('nobody@example.org')],
    ['has waited for an hour', codeRequest(leadAddress, now)],
  ])('is forgotten for an address that %s', async (_, request) => {
    given(...everyday(), request)
    await relayCode()
    expect(ses.calls()).toEqual([])
    expect(keys()).toEqual([`delete PENDING#0|code#${requestId}`])
  })

  it('stays asked for when the email was rejected', async () => {
    given(...everyday(), codeRequest(leadAddress))
    ses
      .on(SendRawEmailCommand)
      .rejects(new SESServiceException({ name: 'X', $fault: 'client', $metadata: {} }))
    await relayCode()
    expect(keys()).toEqual([`put SECRET#${requestId}|SECRET`])
    expect(log).toHaveLength(1)
  })
})

describe('the sweep', () => {
  const hourMs = 3_600_000
  const leftOver = (number: number, ageMs: number): Row => ({
    pk: 'PENDING#0',
    sk: `${journey}#${String(number).padStart(6, '0')}`,
    // Time that passes by itself; the faked clock does not move it.
    atUnmovedMs: performance.timeOrigin + performance.now() - ageMs,
  })

  it('takes up what was left over for a minute, and leaves what is younger', async () => {
    const events = eventsUntil('raising-awareness')
    given(...everyday(), ...eventRows(events), leftOver(2, 61_000), leftOver(3, 30_000))
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 1, due: 0 })
    expect(sfn.commandCalls(StartExecutionCommand)).toHaveLength(1)
    expect(await sent()).toHaveLength(1)
    const written = keys()
    expect(written).toContain(`delete PENDING#0|${journey}#000002`)
    expect(written).not.toContain(`delete PENDING#0|${journey}#000003`)
  })

  it('says how old the oldest is that is left over, in a line of JSON and figures alone, and else nothing', async () => {
    const lines: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    given(...everyday(), leftOver(2, 30_000))
    await call<unknown>('sweep')
    expect(lines).toEqual([])
    // It is not time to try this one again, but it is left over.
    given(...everyday(), leftOver(2, 2 * hourMs - 600_000), leftOver(3, 70_000))
    await call<unknown>('sweep')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      where: 'sweep',
      leftOver: 2,
      oldestSeconds: expect.closeTo(6600, -2),
    })
  })

  it('takes up a code', async () => {
    given(
      ...everyday(),
      codeRequest(leadAddress, '2027-01-04T11:00:00.000Z', performance.timeOrigin - 61_000),
    )
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 1, due: 0 })
    expect(await sent()).toHaveLength(1)
  })

  it('removes a note whose event never came, after an hour and only if nobody put it again', async () => {
    const young = leftOver(7, hourMs - 10_000)
    given(young)
    await call<unknown>('sweep')
    expect(writes()).toEqual([])
    const old = leftOver(7, hourMs + 1000)
    given(old)
    await call<unknown>('sweep')
    expect(writes()).toMatchObject([
      {
        key: `PENDING#0|${journey}#000007`,
        kind: 'delete',
        condition: 'atUnmovedMs = :at',
        input: { ExpressionAttributeValues: { ':at': old.atUnmovedMs } },
      },
    ])
  })

  const minuteMs = 60_000
  it.each([
    ['a minute', minuteMs, true],
    ['half an hour', 30 * minuteMs, true],
    ['just over an hour', hourMs + 50_000, true],
    ['an hour and five minutes', hourMs + 5 * minuteMs, false],
    ['just under two hours', 2 * hourMs - 10_000, false],
    ['two hours', 2 * hourMs + 30_000, true],
    ['two hours and two minutes', 2 * hourMs + 2 * minuteMs, false],
    ['a day', 24 * hourMs + 30_000, true],
  ])('tries what was left over for %s: every minute at first, later once an hour', async (_, age, tried) => {
    given(...everyday(), ...eventRows(eventsUntil('registration')), leftOver(2, age))
    expect(await call<unknown>('sweep')).toEqual({ leftOver: tried ? 1 : 0, due: 0 })
    expect(sfn.commandCalls(StartExecutionCommand)).toHaveLength(tried ? 1 : 0)
  })

  it('does what is due first, then events, then codes', async () => {
    vi.setSystemTime(new Date('2027-01-04T10:02:00.000Z'))
    const other = '0000000000000002'
    given(
      ...everyday(),
      ...eventRows(eventsUntil('registration')),
      codeRequest(leadAddress, '2027-01-04T11:00:00.000Z', performance.timeOrigin - 61_000),
      leftOver(2, 61_000),
      // Its note sorts before that of a code by its key, the other's behind it.
      { ...leftOver(1, 61_000), sk: `${other}#000001` },
      ...eventRows(asOf(other, eventsUntil('confirmation'))),
      due('2027-01-04T10:02:00.000Z'),
    )
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 3, due: 1 })
    const written = keys().filter((key) => /^(put EVENTS|delete PENDING)/.test(key))
    expect(written).toEqual([
      `put EVENTS#${journey}|000003`,
      `delete PENDING#0|${other}#000001`,
      `delete PENDING#0|${journey}#000002`,
      `delete PENDING#0|code#${requestId}`,
    ])
  })

  it('stops after ten seconds, and leaves the rest to the next', async () => {
    const events = eventsUntil('raising-awareness')
    const code = codeRequest(leadAddress, '2027-01-04T11:00:00.000Z', performance.timeOrigin - 61_000)
    given(...everyday(), ...eventRows(events), leftOver(2, 61_000), leftOver(3, 61_000), code)
    const real = performance.now.bind(performance)
    let passed = 9000
    vi.spyOn(performance, 'now').mockImplementation(() => real() + passed)
    // The first event takes so long that nothing is begun behind it.
    sfn.on(StartExecutionCommand).callsFake(() => {
      passed += 10_000
      return {}
    })
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 3, due: 0 })
    expect(keys().filter((key) => key.startsWith('delete PENDING'))).toEqual([
      `delete PENDING#0|${journey}#000002`,
    ])
    expect(log).toEqual([])
  })

  const due = (at: string): Row => ({ pk: `SUMMARY#${journey}`, sk: 'SUMMARY', duePk: 'DUE#0', dueSk: at })

  it('starts a lost execution anew: commits the next number', async () => {
    // The journey has waited since 09:02 for an execution to come.
    const events = eventRows(eventsUntil('registration'))
    given(...everyday(), ...events, due('2027-01-04T09:59:00.000Z'))
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 0, due: 0 })
    expect(writes()).toEqual([])

    vi.setSystemTime(new Date('2027-01-04T10:02:00.000Z'))
    given(...everyday(), ...events, due('2027-01-04T10:02:00.000Z'))
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 0, due: 1 })
    expect(committed()).toMatchObject({
      number: 3,
      actor: 'sweep',
      command: { kind: 'restart', executionSeq: 1 },
      state: { execution: { seq: 2, opened: null } },
      effects: [
        { kind: 'start-execution', executionSeq: 2, resumeAt: 'registration' },
        { kind: 'stop-execution', executionSeq: 1 },
      ],
    })
  })

  /** The execution has come to the step, so that nothing but the reminder is due. */
  const opened = () => {
    const events = eventsUntil('registration')
    const enteredAt = stateOf(events).position.since
    return add(events, { kind: 'open', wait: 'registration', executionSeq: 1, enteredAt })
  }

  it('reminds when it is due, and not before', async () => {
    const events = opened()
    given(...everyday(), ...eventRows(events), due('2027-01-18T09:02:00.000Z'))
    vi.setSystemTime(new Date('2027-01-18T09:01:59.999Z'))
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 0, due: 0 })
    // The index is ahead of the state: the state decides.
    given(...everyday(), ...eventRows(events), due('2027-01-04T10:00:00.000Z'))
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 0, due: 0 })
    expect(writes()).toEqual([])

    vi.setSystemTime(new Date('2027-01-18T09:02:00.000Z'))
    expect(await call<unknown>('sweep')).toEqual({ leftOver: 0, due: 1 })
    expect(committed()).toMatchObject({
      actor: 'sweep',
      command: { kind: 'remind', nth: 1 },
      state: { position: { at: 'registration', reminded: 1 } },
      effects: [{ kind: 'send-email', email: 'reminder', to: lead }],
    })
  })

  it('sends a reminder with a link that stops them, of which the table holds the hash alone', async () => {
    const events = opened()
    given(...everyday(), ...eventRows(events), due('2027-01-18T09:02:00.000Z'))
    vi.setSystemTime(new Date('2027-01-18T09:02:00.000Z'))
    await call<unknown>('sweep')
    const { key, hash, ...event } = committed()
    const reminded = [...events, storeEvent(event, events.at(-1))]
    expect(reminded.at(-1)!.hash).toBe(hash)
    ddb.resetHistory()
    given(...everyday(), ...eventRows(reminded))
    await relayNewest(reminded)
    const [email] = await sent()
    const secret = /https:\/\/mark\.example\/reminders\/([\w-]{43})\b/.exec(email!.text!)![1]!
    // mailparser reads List-Unsubscribe and List-Unsubscribe-Post into one.
    expect(email!.headers.get('list')).toMatchObject({
      unsubscribe: { url: `https://mark.example/reminders/${secret}` },
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
    })
    const link = writes().find(({ pk }) => pk.startsWith('SECRET#'))!
    expect(link.pk).toBe(`SECRET#${sha256(secret)}`)
    expect(link.input.Item).toMatchObject({ journey, person: lead })
    expect(JSON.stringify(writes().map(({ input }) => input))).not.toContain(secret)
    expect(key).toContain(journey)
  })

  it('does not remind while a journey is paused, or when its lead stopped reminders', async () => {
    vi.setSystemTime(new Date('2027-03-18T10:00:00.000Z'))
    for (const kind of ['pause', 'stop-reminders', 'withdraw'] as const) {
      given(...everyday(), ...eventRows(add(opened(), { kind })), due('2027-01-18T09:02:00.000Z'))
      expect(await call<unknown>('sweep')).toEqual({ leftOver: 0, due: 0 })
    }
    expect(writes()).toEqual([])
  })

  it('asks for what was due by now', async () => {
    given(...everyday(), ...eventRows(eventsUntil('registration')), due('2027-01-04T10:00:00.001Z'))
    await call<unknown>('sweep')
    const [query] = calls().flatMap(({ args: [{ input }] }) => ('IndexName' in input ? [input] : []))
    expect(query).toMatchObject({
      IndexName: 'due',
      KeyConditionExpression: '#pk = :pk AND dueSk <= :by',
      ExpressionAttributeNames: { '#pk': 'duePk' },
      ExpressionAttributeValues: { ':pk': 'DUE#0', ':by': now },
      Limit: 100,
    })
    expect(writes()).toEqual([])
  })

  it('tries everything, then throws what went wrong, with its kind but not its words in the log', async () => {
    const events = eventsUntil('raising-awareness')
    given(...everyday(), ...eventRows(events), leftOver(2, 61_000), leftOver(3, 61_000))
    sfn.on(StartExecutionCommand).rejects(new Error('Amina Hussain'))
    await expect(call('sweep')).rejects.toThrow('See the log')
    expect(keys()).toContain(`delete PENDING#0|${journey}#000003`)
    expect(log).toHaveLength(1)
    expect(JSON.parse(log[0]!)).toMatchObject({ where: 'sweep', errors: [{ name: 'Error' }] })
    expect(log[0]).not.toContain('Amina')
  })

  it('is relayed in turn: the new execution starts, then the one before is ended', async () => {
    const restarted = restart(eventsUntil('raising-awareness'))
    given(...everyday(), ...eventRows(restarted))
    await relayNewest(restarted)
    expect(sfn.calls().map(({ args: [command] }) => command.constructor.name)).toEqual([
      'StartExecutionCommand',
      'StopExecutionCommand',
    ])
    expect(sfn.commandCalls(StopExecutionCommand)[0]!.args[0].input).toEqual({
      executionArn: `${machine.replace(':stateMachine:', ':execution:')}:${journey}-1`,
    })
    expect(sfn.commandCalls(StartExecutionCommand)[0]!.args[0].input.name).toBe(`${journey}-2`)
  })

  /** The event that the sweep commits an hour later. */
  function restart(events: readonly StoredEvent[]): StoredEvent[] {
    let padded = [...events]
    // Each event of `add` is a minute later than the one before; a wait needs an hour.
    for (let minute = 0; minute < 65; minute++) {
      const wait = minute % 2 === 0 ? 'registration' : 'commitment-and-pledge'
      padded = add(padded, {
        kind: 'open',
        wait,
        executionSeq: 1,
        enteredAt: new Date(Date.parse(now) + minute * 1000).toISOString(),
      })
    }
    return add(padded, { kind: 'restart', executionSeq: 1 })
  }

  it('throws on what no schedule of ours sends', async () => {
    for (const input of [{}, { schedule: 'other' }, { schedule: 'sweep', more: 1 }]) {
      await expect(call('sweep', input)).rejects.toMatchObject({ name: '$ZodError' })
    }
    expect(calls()).toEqual([])
  })
})

describe('what Step Functions tells', () => {
  const event = (change: { name?: string; status?: string }) => {
    const told = sample<{ detail: object }>('record-execution-end')
    return { ...told, detail: { ...told.detail, ...change } }
  }

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'])(
    'of an execution that is %s, its journey remembers',
    async (status) => {
      given(...eventRows(eventsUntil('registration')))
      await call<unknown>('record-execution-end', event({ status }))
      const { actor, command, state } = committed()
      expect([actor, command]).toEqual(['workflow', { kind: 'mark-failed', executionSeq: 1 }])
      expect(state.execution.failedAt).toBe(now)
      expect(JSON.stringify(writes())).not.toMatch(/resumeAt|ZodError|arn:/)
    },
  )

  it('is nothing when the execution is not the journey’s, the journey’s any more, or no journey’s', async () => {
    const events = eventsUntil('registration')
    for (const rows of [
      [],
      eventRows(add(events, { kind: 'mark-failed', executionSeq: 1 })),
      eventRows(add(events, { kind: 'withdraw' })),
      eventRows(eventsUntil('complete')),
    ]) {
      given(...rows)
      expect(await call<unknown>('record-execution-end')).toEqual({})
    }
    given(...eventRows(events))
    for (const name of [`${journey}-2`, `${journey}-0`, journey, 'by-hand', `${journey}-1-1`])
      expect(await call<unknown>('record-execution-end', event({ name }))).toEqual({})
    expect(writes()).toEqual([])
    expect(log).toEqual([])
  })

  it('is believed of failures alone, and of Step Functions alone', async () => {
    for (const wrong of [
      event({ status: 'SUCCEEDED' }),
      event({ status: 'RUNNING' }),
      { ...event({}), source: 'aws.ses' },
    ])
      await expect(call('record-execution-end', wrong)).rejects.toMatchObject({ name: '$ZodError' })
    expect(writes()).toEqual([])
    expect(log.join()).not.toContain('resumeAt')
  })
})

describe('what SES tells', () => {
  it('notes under its tag that an email went', async () => {
    given()
    await call<unknown>('record-mail-event')
    expect(writes()).toMatchObject([
      {
        kind: 'update',
        key: `MAIL#${journey}-2-1|MAIL`,
        condition:
          'attribute_exists(pk) AND attribute_not_exists(sentAt) AND attribute_not_exists(notToGoAt)',
        input: { UpdateExpression: 'SET sentAt = :now', ExpressionAttributeValues: { ':now': now } },
      },
    ])
  })

  it('can be told twice, and of an email that has no row', async () => {
    ddb.on(UpdateCommand).rejects(conditionFailed())
    expect(await call<unknown>('record-mail-event')).toEqual({})
    expect(log).toEqual([])
  })

  const event = (change: { eventType?: string; tags?: Record<string, string[]> }) => {
    const told = sample<{ detail: { eventType: string; mail: { tags: Record<string, string[]> } } }>(
      'record-mail-event',
    )
    const { eventType = told.detail.eventType, tags = told.detail.mail.tags } = change
    return { ...told, detail: { ...told.detail, eventType, mail: { ...told.detail.mail, tags } } }
  }

  it('changes nothing for another event, or another email', async () => {
    for (const eventType of ['Delivery', 'Bounce', 'Reject', 'Rendering Failure'])
      await call<unknown>('record-mail-event', event({ eventType }))
    await call<unknown>('record-mail-event', event({ tags: { 'ses:operation': ['SendRawEmail'] } }))
    await call<unknown>('record-mail-event', event({ tags: { effect: [] } }))
    expect(writes()).toEqual([])
  })

  const reported = (detail: Record<string, unknown>, destination = [leadAddress]) => {
    const told = event({})
    return { ...told, detail: { ...told.detail, ...detail, mail: { ...told.detail.mail, destination } } }
  }
  const bounced = (bounceType: string) => ({ eventType: 'Bounce', bounce: { bounceType } })
  const complained = (complaintFeedbackType?: string | null) => ({
    eventType: 'Complaint',
    complaint: { complaintFeedbackType },
  })

  it.each([
    ['bounce', bounced('Permanent')],
    ['complaint', complained('abuse')],
    ['complaint', complained(null)],
    ['complaint', complained()],
  ])('suppresses an address for good after a %s: %j', async (why, detail) => {
    given()
    await call<unknown>('record-mail-event', reported(detail, [leadAddress.toUpperCase()]))
    expect(writes()).toMatchObject([
      {
        key: `SUPPRESSED#${sha256(leadAddress)}|MAIL`,
        // A complaint counts for more.
        condition: `attribute_not_exists(pk)${why === 'complaint' ? ' OR why = :bounce' : ''}`,
        input: { Item: { why, at: now } },
      },
    ])
    expect(JSON.stringify(writes())).not.toContain('example.org')
  })

  it('suppresses nobody for a bounce that passes, nor for what was moved out of the junk folder', async () => {
    given()
    for (const detail of [bounced('Transient'), bounced('Undetermined'), complained('not-spam')])
      await call<unknown>('record-mail-event', reported(detail))
    // Only one that says so, whatever else it carries.
    await call<unknown>('record-mail-event', reported({ ...bounced('Permanent'), eventType: 'Delivery' }))
    expect(writes()).toEqual([])
  })

  it('can be told of a bounce twice', async () => {
    alreadyThere('SUPPRESSED#')
    expect(await call<unknown>('record-mail-event', reported(bounced('Permanent')))).toEqual({})
    expect(log).toEqual([])
  })

  it('marks whoever has the address in each of their journeys', async () => {
    given(...everyday(), ...eventRows(eventsUntil('registration')))
    await call<unknown>('record-mail-event', reported(bounced('Permanent')))
    const { actor, command, state } = committed()
    expect(actor).toBe('mail')
    expect(command).toEqual({ kind: 'mark-unreachable', person: lead, panelSize: 3 })
    expect(state.unreachable).toEqual({ [lead]: now })
  })

  it('is believed of SES alone', async () => {
    await expect(call('record-mail-event', { ...event({}), source: 'somebody' })).rejects.toMatchObject({
      name: '$ZodError',
    })
    expect(writes()).toEqual([])
    expect(log[0]).not.toContain('example.org')
  })
})
