// The pages of the team: its list, a case, and the decision that a case waits for.
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../functions/app/secrets.ts'
import {
  call,
  calls,
  changes,
  committed,
  environment,
  eventRows,
  eventsUntil,
  eventsUntilJudged,
  everyday,
  given,
  journey,
  lead,
  leadAddress,
  log,
  organisationName,
  type Row,
  sample,
  teamPerson,
  teamSecret,
  tokenFor,
  type WebEvent,
  withForm,
} from './support.ts'

const escapedName = organisationName.replace('&', '&amp;')

describe('the team’s list', () => {
  const summary = (id: string, at: string, phase: string, since: string): Row => ({
    pk: `SUMMARY#${id}`,
    sk: 'SUMMARY',
    journey: id,
    version: 4,
    organisationName: `Name of <${id}>`,
    level: 'bronze',
    at,
    since,
    phase,
    paused: false,
    postcode: 'LS8 5HS',
    panel: { members: 0, hasChair: false },
    listPk: `PHASE#${phase}#0`,
    listSk: since,
  })
  /** At the validation, with so many on the panel. */
  const panel = (id: string, members: number, hasChair: boolean, since: string): Row => ({
    ...summary(id, 'validation', 'achieving', since),
    panel: { members, hasChair },
  })
  const rows = [
    summary('0000000000000001', 'foundation-check', 'foundation', '2027-01-03T10:00:00.000Z'),
    summary('0000000000000002', 'raising-awareness', 'foundation', '2026-12-01T10:00:00.000Z'),
    summary('0000000000000003', 'validation', 'achieving', '2027-01-02T10:00:00.000Z'),
    summary('0000000000000004', 'complete', 'complete', '2027-01-01T10:00:00.000Z'),
    panel('0000000000000006', 2, true, '2027-01-02T11:00:00.000Z'),
    panel('0000000000000007', 3, false, '2027-01-02T12:00:00.000Z'),
    panel('0000000000000008', 3, true, '2027-01-02T13:00:00.000Z'),
    summary('0000000000000009', 'withdrawn', 'withdrawn', '2027-01-01T08:00:00.000Z'),
  ]

  it('has what waits for the team first, the oldest on top, then every other', async () => {
    given(...everyday(), ...rows)
    const { body } = await call('show-team')
    const [waiting, rest] = body.split('Every other journey') as [string, string]
    const [others, ended] = rest.split('Withdrawn and closed') as [string, string]
    const journeysIn = (html: string) =>
      [...html.matchAll(/href="\/team\/journeys\/(\w{16})"[^>]*><bdi>[^<]*<\/bdi><\/a>/g)].map(([, id]) => id)
    expect(journeysIn(waiting)).toEqual([
      '0000000000000003',
      '0000000000000006',
      '0000000000000007',
      '0000000000000001',
    ])
    expect([...waiting.matchAll(/class="app-action">([^<]+)</g)].map(([, task]) => task)).toEqual([
      'Choose a panel',
      'Complete the panel',
      'Complete the panel',
      'Check the Foundation phase',
    ])
    // Of the validations only the one whose panel is complete waits for somebody else.
    expect(journeysIn(others)).toEqual(['0000000000000002', '0000000000000008', '0000000000000004'])
    expect(journeysIn(ended)).toEqual(['0000000000000009'])
    expect(body).toContain('<bdi>Name of &lt;0000000000000001&gt;</bdi>')
    expect(body).toContain('href="/team"')
  })

  it('asks the index for the keys alone, and reads each journey again', async () => {
    // The index is behind: this journey has gone on to another phase.
    given(...everyday(), ...rows, {
      ...summary('0000000000000005', 'positive-action', 'achieving', '2027'),
      listPk: 'PHASE#foundation#0',
    })
    const { body } = await call('show-team')
    expect(body).not.toContain('0000000000000005')
    const reads = calls().map(({ args: [{ input }] }) => input as unknown as Row)
    expect(
      reads.filter(({ IndexName }) => IndexName).map((input) => input.ExpressionAttributeValues),
    ).toEqual(
      ['foundation', 'developing', 'achieving', 'complete', 'withdrawn', 'closed'].map((phase) => ({
        ':pk': `PHASE#${phase}#0`,
      })),
    )
    const batches = reads.flatMap(({ RequestItems }) => (RequestItems ? [RequestItems as Row] : []))
    expect(batches).toHaveLength(4)
    for (const batch of batches) expect(batch[environment.TABLE_NAME]).toMatchObject({ ConsistentRead: true })
  })

  it('can be empty', async () => {
    given(...everyday())
    const { body } = await call('show-team')
    expect(body).toContain('Nothing is waiting for you.')
    expect(body).toContain('There are no other journeys yet.')
  })
})

describe('a case', () => {
  it('shows who it is, what was handed in, and the decision with nothing chosen', async () => {
    given(...everyday(), ...eventRows(eventsUntil('foundation-check')))
    const { statusCode, body } = await call('show-case')
    expect(statusCode).toBe(200)
    expect(body).toContain(`<bdi>${escapedName}</bdi>`)
    expect(body).toContain('Amina Hussain')
    expect(body).toContain(leadAddress)
    expect(body).toContain('1,200')
    expect(body).toContain('Education, Third sector')
    expect(body).toContain(`<form method="post" action="/team/journeys/${journey}"`)
    expect(body).toContain(`name="token" value="${tokenFor('submit-check', teamSecret)}"`)
    expect(body).toContain('name="wait" value="foundation-check"')
    expect(body).toContain('name="visit" value="5"')
    expect(body).not.toMatch(/ checked/)
    const steps = [...body.matchAll(/name="to" value="([\w-]+)"/g)].map(([, step]) => step)
    expect(steps).toEqual(['registration', 'raising-awareness', 'commitment-and-pledge'])
    expect(changes()).toEqual([])
  })

  it.each(['confirmation', 'raising-awareness', 'validation', 'issue-award', 'complete'])(
    'at %s has no decision to make',
    async (place) => {
      given(...everyday(), ...eventRows(eventsUntil(place)))
      const { statusCode, body } = await call('show-case')
      expect(statusCode).toBe(200)
      expect(body).not.toContain('name="decision"')
    },
  )

  it('at the validation shows the panel, and no view of anybody', async () => {
    given(...everyday(), ...eventRows(eventsUntilJudged()))
    const { statusCode, body } = await call('show-case')
    expect(statusCode).toBe(200)
    expect(body).toContain('id="panel"')
    for (const name of ['Grace Okafor', 'Li Wei', 'Ruth Adler']) expect(body).toContain(name)
    // What the views of `everyday` say.
    expect(body).not.toContain('Everybody knows.')
    expect(body).not.toContain('Ask on.')
    const reads = JSON.stringify(calls().map(({ args: [{ input }] }) => input))
    expect(reads).not.toContain('JUDGEMENT#')
  })

  it('is still shown when its people have been erased', async () => {
    given(
      ...everyday().filter(({ kind }) => kind === 'session'),
      ...eventRows(eventsUntil('foundation-check')),
    )
    const { statusCode, body } = await call('show-case')
    expect(statusCode).toBe(200)
    expect(body).toContain('Name removed')
  })
})

describe('a decision', () => {
  const deciding = (fields: Record<string, string | undefined>): WebEvent =>
    withForm(sample('submit-check'), (form) => {
      for (const [field, value] of Object.entries(fields)) {
        if (value === undefined) form.delete(field)
        else form.set(field, value)
      }
    })
  const accepting = (wait: string, visit: number) =>
    deciding({ wait, visit: String(visit), decision: 'accept', to: undefined, comment: '' })

  it('to return a step keeps the comment first, then commits', async () => {
    given(...everyday(), ...eventRows(eventsUntil('foundation-check')))
    const answer = await call('submit-check')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/team/journeys/${journey}` } })
    const [record, note, event, ...more] = changes()
    expect(more).toEqual([])
    const content = { comment: 'Thank you!\nPlease count the volunteers too.' }
    expect(record).toMatchObject({
      pk: `RECORD#${journey}`,
      condition: 'attribute_not_exists(pk)',
      input: { Item: { by: teamPerson, content } },
    })
    expect(record!.sk).toMatch(/^ROUND#1#foundation-check#[0-9a-z]{16}$/)
    expect(note!.key).toBe(`PENDING#0|${journey}#000006`)
    expect(event!.key).toBe(`EVENTS#${journey}|000006`)
    const { command, state, effects, actor } = committed()
    expect(actor).toBe(teamPerson)
    const hash = sha256(String(record!.input.Item!.salt), JSON.stringify(content))
    expect(command).toEqual({
      kind: 'return',
      wait: 'foundation-check',
      visit: 5,
      to: 'registration',
      comment: { id: record!.sk, hash },
    })
    expect(state.position.at).toBe('registration')
    expect(effects).toEqual([
      { kind: 'resume', executionSeq: 1, wait: 'foundation-check' },
      {
        kind: 'send-email',
        email: 'returned',
        to: lead,
        about: { step: 'registration', comment: record!.sk },
      },
    ])
    expect(JSON.stringify(event!.input)).not.toContain('volunteers')
  })

  it('to accept a phase sends the journey on, without a record or a serial', async () => {
    given(...everyday(), ...eventRows(eventsUntil('foundation-check')))
    expect((await call('submit-check', accepting('foundation-check', 5))).statusCode).toBe(303)
    expect(committed()).toMatchObject({
      command: { kind: 'accept', wait: 'foundation-check', visit: 5 },
      state: { position: { at: 'reflective-transparency' }, decided: null },
      effects: [{ kind: 'resume', wait: 'foundation-check' }],
    })
    expect(committed().command).not.toHaveProperty('serial')
    expect(changes().map(({ pk }) => pk.split('#')[0])).toEqual(['PENDING', 'EVENTS'])
  })

  it.each<[string, Record<string, string | undefined>, [string, string][]]>([
    ['nothing chosen', { decision: undefined }, [['decision', 'Select what you decide']]],
    ['something else', { decision: 'reject' }, [['decision', 'Select what you decide']]],
    ['no step', { to: undefined }, [['to', 'Select the step that you return']]],
    ['no reason', { comment: ' \r\n ' }, [['comment', 'Write what they should look at']]],
    [
      'too long a reason',
      { comment: 'x'.repeat(4001) },
      [['comment', 'Your answer must be 4000 characters or fewer']],
    ],
    [
      'accepting, and a reason that nobody would read',
      { decision: 'accept', to: undefined, comment: 'Well done!' },
      [['comment', 'You chose to accept, so nobody would read this. Take it out, or return the step']],
    ],
    [
      'a reason that cannot be seen',
      { comment: 'x\u2060y' },
      [['comment', 'Your answer has a character that we cannot store. Type it again instead of pasting it']],
    ],
    [
      'a reason that deceives, and no step',
      { to: undefined, comment: 'x\u202ey' },
      [
        ['to', 'Select the step that you return'],
        ['comment', 'Your answer has a character that we cannot store. Type it again instead of pasting it'],
      ],
    ],
  ])('with %s comes back with 422 and what was typed', async (_, fields, messages) => {
    given(...everyday(), ...eventRows(eventsUntil('foundation-check')))
    const { statusCode, body } = await call('submit-check', deciding(fields))
    expect(statusCode).toBe(422)
    expect(body).toContain(`<title>Error: ${escapedName}`)
    expect(body).toContain('There is a problem')
    const links = [...body.matchAll(/<li><a href="#(\w+)">([^<]+)<\/a>/g)].map(([, id, text]) => [id, text])
    expect(links).toEqual(messages)
    for (const [id] of messages) expect(body).toContain(`id="${id}"`)
    if (fields.comment === undefined) expect(body).toContain('Please count the volunteers too.</textarea>')
    expect(/value="return" checked/.test(body)).toBe(!('decision' in fields))
    expect(/value="accept" checked/.test(body)).toBe(fields.decision === 'accept')
    if (fields.decision === 'accept') expect(body).toContain('Well done!</textarea>')
    expect(/value="registration" checked/.test(body)).toBe(!('to' in fields))
    expect(changes()).toEqual([])
  })

  it('to accept is taken with blanks where the comment would be', async () => {
    given(...everyday(), ...eventRows(eventsUntil('foundation-check')))
    const blank = deciding({ decision: 'accept', to: undefined, comment: ' \r\n ' })
    expect((await call('submit-check', blank)).statusCode).toBe(303)
    expect(committed().command.kind).toBe('accept')
  })

  it.each(['wait', 'to'])(
    'whose %s is no name of a step is one that no page of ours sends',
    async (field) => {
      given(...everyday(), ...eventRows(eventsUntil('foundation-check')))
      for (const odd of ['', 'Registration', '<b>', 'x'.repeat(61), 'registration#1', '__proto__']) {
        expect((await call('submit-check', deciding({ [field]: odd }))).statusCode).toBe(400)
      }
      expect(changes()).toEqual([])
      expect(log).toEqual([])
    },
  )

  it.each<[string, string, string, WebEvent]>([
    [
      'has been made',
      'reflective-transparency',
      'This has already been decided',
      accepting('foundation-check', 5),
    ],
    [
      'is of an earlier visit',
      'foundation-check',
      'This has changed since you opened it',
      accepting('foundation-check', 4),
    ],
    [
      'is not due',
      'raising-awareness',
      'There is nothing to decide here yet',
      accepting('foundation-check', 5),
    ],
    [
      'is the panel’s',
      'validation',
      'There is no such decision to make',
      accepting('validation', eventsUntil('validation').length),
    ],
    [
      'returns a step from the validation',
      'validation',
      'There is no such decision to make',
      deciding({ wait: 'validation', visit: String(eventsUntil('validation').length) }),
    ],
    ['is none', 'raising-awareness', 'There is no such decision to make', accepting('raising-awareness', 3)],
    ['is unheard of', 'foundation-check', 'There is no such decision to make', accepting('constructor', 5)],
    [
      'returns a later step',
      'foundation-check',
      'There is no such decision to make',
      deciding({ to: 'positive-action' }),
    ],
    [
      'is of a journey that is not confirmed',
      'confirmation',
      'This organisation has not confirmed its email address yet',
      accepting('foundation-check', 1),
    ],
  ])('that %s is refused with 409, and nothing is committed', async (_, place, title, event) => {
    given(...everyday(), ...eventRows(eventsUntil(place)))
    const { statusCode, body } = await call('submit-check', event)
    expect(statusCode).toBe(409)
    expect(body).toContain(`<h1 class="govuk-heading-l">${title}</h1>`)
    expect(body).toContain(`href="/team/journeys/${journey}"`)
    expect(changes().filter(({ pk }) => !pk.startsWith('RECORD#'))).toEqual([])
    expect(log).toEqual([])
  })
})
