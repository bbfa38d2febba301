// The tasks of the state machine: keep a token and open a step, record an award; what goes wrong throws.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import type { OpenStepTask } from '../../events/workflow-tasks.ts'
import { storeEvent } from '../../workflows/journey-events.ts'
import {
  add,
  alreadyThere,
  call,
  calls,
  committed,
  conditionFailed,
  ddb,
  eventRows,
  eventsUntil,
  everyday,
  given,
  journey,
  lead,
  log,
  organisationName,
  sample,
  serial,
  stateOf,
  writes,
} from './support.ts'

const opening = sample<OpenStepTask>('open-step')

describe('open-step', () => {
  it('stores the token first, then commits that the step is open, with its email', async () => {
    given(...eventRows(eventsUntil('raising-awareness')))
    expect(await call<unknown>('open-step')).toEqual({})
    const [token, note, event, ...more] = writes()
    expect(more).toEqual([])
    expect(token).toMatchObject({
      kind: 'put',
      key: `TASK#${journey}|raising-awareness#1`,
      condition:
        'attribute_not_exists(pk) OR enteredAt < :entered OR (enteredAt = :entered AND retryCount < :retry)',
      input: {
        Item: { token: opening.taskToken, enteredAt: opening.enteredAt, retryCount: 0 },
        ExpressionAttributeValues: { ':entered': opening.enteredAt, ':retry': 0 },
      },
    })
    expect(note!.key).toBe(`PENDING#0|${journey}#000004`)
    expect(event!.key).toBe(`EVENTS#${journey}|000004`)
    expect(committed()).toMatchObject({
      actor: 'workflow',
      command: { kind: 'open', wait: 'raising-awareness', executionSeq: 1, enteredAt: opening.enteredAt },
      state: { execution: { seq: 1, opened: { wait: 'raising-awareness' } }, position: { announced: true } },
      effects: [{ kind: 'send-email', email: 'step-opened', to: lead, about: { step: 'raising-awareness' } }],
    })
  })

  it('keeps the token to itself: not in the event, the answer or the log', async () => {
    given(...eventRows(eventsUntil('raising-awareness')))
    const answer = await call<unknown>('open-step')
    const events = writes().filter(({ pk }) => !pk.startsWith('TASK#'))
    expect(JSON.stringify([answer, events.map(({ input }) => input), log])).not.toContain(opening.taskToken)
  })

  it('resumes what is complete already, and says so only once', async () => {
    const before = eventsUntil('commitment-and-pledge')
    given(...eventRows(before))
    await call<unknown>('open-step')
    expect(committed().effects).toEqual([{ kind: 'resume', executionSeq: 1, wait: 'raising-awareness' }])
  })

  it('called twice stores the token again and commits nothing', async () => {
    const { taskToken: _, retryCount: __, journey: ___, ...open } = opening
    const opened = add(eventsUntil('raising-awareness'), { kind: 'open', ...open })
    given(...eventRows(opened))
    ddb.on(PutCommand).rejects(conditionFailed())
    expect(await call<unknown>('open-step')).toEqual({})
    expect(writes().map(({ pk }) => pk.split('#')[0])).toEqual(['TASK'])
    expect(log).toEqual([])
  })

  it('throws Superseded, the name on which the machine ends, for an execution that was replaced', async () => {
    given(...eventRows(eventsUntil('raising-awareness')))
    await expect(call('open-step', { ...opening, executionSeq: 2 })).rejects.toMatchObject({
      name: 'Superseded',
    })
    expect(writes().some(({ pk }) => pk.startsWith('EVENTS#'))).toBe(false)
  })

  it('throws when there is no such journey or wait', async () => {
    given()
    await expect(call('open-step')).rejects.toThrow('See the log')
    given(...eventRows(eventsUntil('raising-awareness')))
    await expect(call('open-step', { ...opening, wait: 'no-such-wait' })).rejects.toThrow('See the log')
  })

  it('throws what the table throws, and logs where but not what', async () => {
    given(...eventRows(eventsUntil('raising-awareness')))
    ddb.on(PutCommand).rejects(new Error('Amina Hussain cannot be stored'))
    await expect(call('open-step')).rejects.toThrow()
    expect(log).toHaveLength(1)
    expect(JSON.parse(log[0]!)).toMatchObject({ where: 'open-step', errors: [{ name: 'Error' }] })
    expect(log[0]).not.toContain('Amina')
  })

  it.each([
    ['no token', { taskToken: '' }],
    ['a moment that is none', { enteredAt: 'yesterday' }],
    ['an execution number that is none', { executionSeq: 0 }],
    ['a retry count that is none', { retryCount: -1 }],
    ['something unknown', { resumeAt: 'registration' }],
  ])('throws on a payload with %s', async (_, change) => {
    await expect(call('open-step', { ...opening, ...change })).rejects.toMatchObject({ name: '$ZodError' })
    expect(calls()).toEqual([])
    expect(log[0]).not.toContain(opening.taskToken)
  })
})

describe('issue-award', () => {
  const recorded = (of: string) => ({ pk: `AWARD#${serial}`, sk: 'AWARD', serial, journey: of })
  const decidedAt = () => stateOf(eventsUntil('issue-award')).decided!.at

  it('records award and name once, then commits, and with that asks for the email', async () => {
    given(...everyday(), ...eventRows(eventsUntil('issue-award')))
    expect(await call<unknown>('issue-award')).toEqual({})
    const [award, name, shown, note, event, ...more] = writes()
    expect(more).toEqual([])
    expect(name).toMatchObject({
      key: `AWARD-NAME#${serial}|NAME`,
      condition: 'attribute_not_exists(pk)',
      input: { Item: { name: organisationName } },
    })
    expect(award).toMatchObject({ key: `AWARD#${serial}|AWARD`, condition: 'attribute_not_exists(pk)' })
    expect(award!.input.Item).toEqual({
      pk: `AWARD#${serial}`,
      sk: 'AWARD',
      serial,
      level: 'bronze',
      journey,
      round: 1,
      awardedAt: decidedAt(),
    })
    expect(shown).toMatchObject({
      key: `PUBLIC#${journey}|AWARD#${serial}`,
      condition: 'attribute_not_exists(pk)',
      input: { Item: { serial, level: 'bronze', awardedAt: decidedAt() } },
    })
    const number = String(eventsUntil('issue-award').length + 1).padStart(6, '0')
    expect(note!.key).toBe(`PENDING#0|${journey}#${number}`)
    expect(event!.key).toBe(`EVENTS#${journey}|${number}`)
    expect(committed()).toMatchObject({
      actor: 'workflow',
      command: { kind: 'award', executionSeq: 1 },
      state: { position: { at: 'complete' }, awards: [{ level: 'bronze', serial }] },
      effects: [{ kind: 'send-email', email: 'award', to: lead, about: { serial } }],
    })
  })

  it('goes on when the award was recorded before and the process ended there', async () => {
    given(...everyday(), ...eventRows(eventsUntil('issue-award')), recorded(journey))
    alreadyThere('AWARD')
    await call<unknown>('issue-award')
    expect(committed().state.position.at).toBe('complete')
  })

  it('goes on when the process ended between the award and its name', async () => {
    given(...everyday(), ...eventRows(eventsUntil('issue-award')), recorded(journey))
    alreadyThere('AWARD#')
    await call<unknown>('issue-award')
    expect(writes().map(({ pk }) => pk.split('#')[0])).toEqual([
      'AWARD',
      'AWARD-NAME',
      'PUBLIC',
      'PENDING',
      'EVENTS',
    ])
  })

  it('throws when the serial is that of another award, and puts no name to it', async () => {
    given(...everyday(), ...eventRows(eventsUntil('issue-award')), recorded('0000000000000002'))
    alreadyThere('AWARD#')
    await expect(call('issue-award')).rejects.toThrow('See the log')
    expect(writes().map(({ pk }) => pk.split('#')[0])).toEqual(['AWARD'])
  })

  it('called twice writes nothing the second time', async () => {
    given(...everyday(), ...eventRows(eventsUntil('complete')))
    expect(await call<unknown>('issue-award')).toEqual({})
    expect(writes()).toEqual([])
  })

  it('records nothing that was not decided, nor for an execution that was replaced', async () => {
    given(...everyday(), ...eventRows(eventsUntil('validation')))
    await expect(call('issue-award')).rejects.toThrow('See the log')
    given(...everyday(), ...eventRows(eventsUntil('issue-award')))
    await expect(call('issue-award', { journey, executionSeq: 2 })).rejects.toMatchObject({
      name: 'Superseded',
    })
    given()
    await expect(call('issue-award')).rejects.toThrow('See the log')
    expect(writes()).toEqual([])
  })

  it.each([{ journey }, { journey: '', executionSeq: 1 }, { journey, executionSeq: 1.5 }, null])(
    'throws on %j',
    async (payload) => {
      await expect(call('issue-award', payload)).rejects.toMatchObject({ name: '$ZodError' })
      expect(writes()).toEqual([])
    },
  )
})

it('plays events that are chained', () => {
  const [first, second] = eventsUntil('raising-awareness')
  expect(second!.previousHash).toBe(first!.hash)
  const { hash: _, ...rest } = first!
  expect(storeEvent(JSON.parse(rest.body), undefined).hash).toBe(first!.hash)
})
