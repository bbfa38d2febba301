// The pages of a lead: their journeys, the hub, a step, its sections, and handing it in.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../functions/app/secrets.ts'
import type { FunctionName } from '../../functions/inventory.ts'
import { stepsOf } from '../../workflows/model.ts'
import { newest as definition } from '../../workflows/released/index.ts'
import {
  add,
  alreadyThere,
  asOf,
  call,
  calls,
  changes,
  committed,
  ddb,
  eventRows,
  eventsUntil,
  eventsUntilReturned,
  everyday,
  formOf,
  given,
  journey,
  lead,
  leadAddress,
  leadSecret,
  log,
  now,
  organisationName,
  type Row,
  sample,
  serial,
  sessionRow,
  submissionId,
  tokenFor,
  type WebEvent,
  withBody,
  withForm,
} from './support.ts'

const escapedName = organisationName.replace('&', '&amp;')
const second = '0000000000000002'

describe('the journeys of somebody', () => {
  it('are opened at once when there is one', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    const answer = await call('show-journeys')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/journeys/${journey}` } })
  })

  it('are listed when there are several, and none of somebody else', async () => {
    const others = '0000000000000003'
    const foreign = add([], {
      kind: 'register',
      individual: false,
      lead: 'somebody-else',
      submission: { id: 'x', hash: 'y' },
    })
    given(
      ...everyday(),
      ...[second, others, '0000000000000004'].map((each) => ({
        pk: `ADDRESS#${sha256(leadAddress)}`,
        sk: `JOURNEY#${each}`,
      })),
      ...eventRows(eventsUntil('raising-awareness')),
      ...eventRows(asOf(second, eventsUntil('validation'))),
      ...eventRows(asOf(others, foreign)),
    )
    const { statusCode, body } = await call('show-journeys')
    expect(statusCode).toBe(200)
    expect(body).toContain(`href="/journeys/${journey}"`)
    expect(body).toContain(escapedName)
    expect([...body.matchAll(/href="\/journeys\/(\w{16})"/g)].map(([, id]) => id)).toEqual([second, journey])
    expect(body).not.toContain('/confirm"')
    expect(body).toContain('Sign out')
    expect(body).not.toContain('href="/team"')
  })

  it('are none yet', async () => {
    given(sessionRow(leadSecret, lead, leadAddress))
    const { statusCode, body } = await call('show-journeys')
    expect(statusCode).toBe(200)
    expect(body).toContain('There is no journey under your address yet.')
    expect(body).toContain('href="/register"')
  })
})

describe('a registration that waits to be confirmed', () => {
  const waiting = eventRows(eventsUntil('confirmation'))
  const foreign = eventRows(
    add([], {
      kind: 'register',
      individual: false,
      lead: 'somebody-else',
      submission: { id: 'x', hash: 'y' },
    }),
  )

  it('is offered, and not opened, when it is the only one', async () => {
    given(...everyday(), ...waiting)
    const { statusCode, body } = await call('show-journeys')
    expect(statusCode).toBe(200)
    expect(body).toContain(`Did you register <bdi>${escapedName}</bdi>?`)
    expect(body).toContain(
      `<form method="post" action="/journeys/${journey}/confirm"><input type="hidden" name="token" value="${tokenFor('confirm-registration')}"><button`,
    )
    expect(body).not.toContain(`href="/journeys/${journey}"`)
    expect(changes()).toEqual([])
  })

  it('is offered below those that are confirmed', async () => {
    given(
      ...everyday(),
      { pk: `ADDRESS#${sha256(leadAddress)}`, sk: `JOURNEY#${second}` },
      ...eventRows(eventsUntil('raising-awareness')),
      ...eventRows(asOf(second, eventsUntil('confirmation'))),
    )
    const { statusCode, body } = await call('show-journeys')
    expect(statusCode).toBe(200)
    const [link, form] = [`href="/journeys/${journey}"`, `action="/journeys/${second}/confirm"`]
    expect(body.indexOf(link)).toBeGreaterThan(0)
    expect(body.indexOf(form)).toBeGreaterThan(body.indexOf(link))
    expect(body).not.toContain(`href="/journeys/${second}"`)
    expect(body).not.toContain(`/journeys/${journey}/confirm`)
  })

  it('is not offered to anybody else', async () => {
    given(...everyday(), ...foreign)
    const { body } = await call('show-journeys')
    expect(body).not.toContain('/confirm"')
    expect(body).toContain('There is no journey under your address yet.')
  })

  it('is confirmed by its lead, and begins', async () => {
    given(...everyday(), ...waiting)
    const answer = await call('confirm-registration')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/journeys/${journey}` } })
    expect(committed()).toMatchObject({
      key: `EVENTS#${journey}|000002`,
      actor: lead,
      command: { kind: 'confirm-address' },
      effects: [{ kind: 'start-execution' }, { kind: 'send-email', email: 'acknowledgement', to: lead }],
    })
    expect(changes().map(({ key }) => key)).toEqual([
      `PENDING#0|${journey}#000002`,
      `EVENTS#${journey}|000002`,
    ])
  })

  it.each(['raising-awareness', 'complete'])(
    'changes nothing when it was confirmed: at %s',
    async (place) => {
      given(...everyday(), ...eventRows(eventsUntil(place)))
      const answer = await call('confirm-registration')
      expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/journeys/${journey}` } })
      expect(changes()).toEqual([])
      expect(log).toEqual([])
    },
  )

  it('is confirmed once by two clicks at once', async () => {
    given(...everyday())
    alreadyThere('EVENTS#', 1)
    const confirmed = eventRows(eventsUntil('raising-awareness'))
    let reads = 0
    ddb.on(QueryCommand).callsFake(() => ({ Items: [(reads++ < 2 ? waiting : confirmed).at(-1)] }))
    expect((await call('confirm-registration')).statusCode).toBe(303)
    expect(reads).toBe(3)
    expect(changes().filter(({ pk }) => pk.startsWith('EVENTS#'))).toHaveLength(1)
  })

  it.each<[string, Row[]]>([
    ['of somebody else', foreign],
    ['that there is none of', []],
  ])('%s is not confirmed, and both look the same', async (_, rows) => {
    given(...everyday(), ...rows)
    const answer = await call('confirm-registration')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/journeys/${journey}` } })
    expect(changes()).toEqual([])
    expect((await call('show-hub', sample('show-hub'))).statusCode).toBe(404)
  })
})

describe('the hub', () => {
  const hub = (query?: Record<string, string>): WebEvent => {
    const { queryStringParameters: _, ...event } = sample('show-hub')
    return { ...event, ...(query && { queryStringParameters: query }) }
  }

  it.each([
    ['registration', 'Next: Registering for the Cultural Cohesion Quality Mark', ['registration']],
    ['raising-awareness', 'Next: Raising Awareness', ['raising-awareness']],
    ['foundation-check', 'There is nothing to do just now', []],
    ['validation', 'There is nothing to do just now', []],
    ['issue-award', 'Your award is being issued', []],
    ['complete', 'Congratulations', []],
  ])('of a journey at %s says what is next', async (place, heading, steps) => {
    given(...everyday(), ...eventRows(eventsUntil(place)))
    const { statusCode, body } = await call('show-hub', hub())
    expect(statusCode).toBe(200)
    expect(body).toContain(`<bdi>${escapedName}</bdi>`)
    expect(body).toContain(`<h2 class="govuk-heading-m">${heading}</h2>`)
    const stepsIn = (links: RegExp) => [...body.matchAll(links)].map(([, step]) => step)
    expect(stepsIn(/class="govuk-button" href="\/journeys\/\w{16}\/steps\/([\w-]+)"/g)).toEqual(steps)
    // Every step can be looked at; drafts are open from registration on.
    const listed = body.slice(body.indexOf('class="govuk-task-list"'))
    expect([...listed.matchAll(/href="\/journeys\/\w{16}\/steps\/([\w-]+)"/g)].map(([, id]) => id)).toEqual(
      stepsOf(definition).map(({ id }) => id),
    )
    expect(body.includes(`href="/awards/${serial}"`)).toBe(place === 'complete')
    expect(changes()).toEqual([])
  })

  it('of a returned step asks to look again', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    const { body } = await call('show-hub', hub())
    expect(body).toContain('Please look again at: Registering for the Cultural Cohesion Quality Mark')
    expect(body).toContain(`href="/journeys/${journey}/steps/registration"`)
  })

  it('tells a lead whose address does not work how to give another one', async () => {
    const events = eventsUntil('raising-awareness')
    const marked = add(events, { kind: 'mark-unreachable', person: lead, panelSize: 3 })
    const told = 'Our emails to you do not arrive'
    given(...everyday(), ...eventRows(events))
    expect((await call('show-hub')).body).not.toContain(told)
    given(...everyday(), ...eventRows(marked))
    expect((await call('show-hub')).body).toContain(told)
  })

  it('keeps the awards of earlier rounds at hand', async () => {
    const events = eventsUntil('complete')
    given(...everyday(), ...eventRows(add(events, { kind: 'start-round' })))
    expect((await call('show-hub')).body).toContain(`href="/awards/${serial}"`)
  })

  it('thanks for what has been handed in, if it has', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    const thanks = (step: string) => `“${step}” has been handed in.`
    const registration = 'Registering for the Cultural Cohesion Quality Mark'
    expect((await call('show-hub', hub({ handedIn: 'registration' }))).body).toContain(thanks(registration))
    for (const step of ['raising-awareness', 'nonsense', 'validation', 'confirmation']) {
      const { statusCode, body } = await call('show-hub', hub({ handedIn: step }))
      expect(statusCode).toBe(200)
      expect(body).not.toContain('has been handed in.')
    }
    expect((await call('show-hub', hub({ utm_source: 'mail' }))).statusCode).toBe(200)
    for (const odd of ['Registration', 'registration,registration', '<b>', '']) {
      expect((await call('show-hub', hub({ handedIn: odd }))).statusCode).toBe(404)
    }
  })

  it('thanks for nothing that is done but was never handed in', async () => {
    given(...everyday(), ...eventRows(eventsUntil('reflective-transparency')))
    expect((await call('show-hub', hub({ handedIn: 'foundation-check' }))).body).not.toContain('handed in.')
  })

  it('thanks for nothing that every object has', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    const { statusCode, body } = await call('show-hub', hub({ handedIn: 'constructor' }))
    expect(statusCode).toBe(200)
    expect(body).not.toContain('has been handed in.')
  })

  it('of a journey that is not confirmed leads to where it is', async () => {
    given(...everyday(), ...eventRows(eventsUntil('confirmation')))
    for (const query of [undefined, { handedIn: 'registration' }]) {
      expect(await call('show-hub', hub(query))).toMatchObject({
        statusCode: 303,
        headers: { location: '/journeys' },
      })
    }
    expect(changes()).toEqual([])
  })

  it('is not found by anybody else', async () => {
    const others = everyday().filter(({ kind }) => kind !== 'session')
    given(
      ...others,
      sessionRow(leadSecret, 'somebody-else', 'b@example.org'),
      ...eventRows(eventsUntil('complete')),
    )
    const { statusCode, body } = await call('show-hub')
    expect(statusCode).toBe(404)
    expect(body).not.toContain('Harehills')
  })

  it('reads the newest event of the journey, consistently', async () => {
    given(...everyday(), ...eventRows(eventsUntil('foundation-check')))
    await call('show-hub')
    const queries = calls().filter(({ args: [command] }) => command.constructor.name === 'QueryCommand')
    expect(queries.map(({ args: [{ input }] }) => input)).toMatchObject([
      {
        ExpressionAttributeValues: { ':pk': `EVENTS#${journey}` },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      },
    ])
  })
})

const stepOf = (name: FunctionName, step: string, section?: string, entry?: string): WebEvent => ({
  ...sample(name),
  pathParameters: { journey, step, ...(section && { section }), ...(entry && { entry }) },
})

/** What was saved in a section, or in one of its entries. */
function draftRow(step: string, section: string, typed: Record<string, string[]>, change: Row = {}): Row {
  const { entry = '', round = 1 } = change
  const at = '2027-01-04T09:40:00.000Z'
  return {
    pk: `DRAFT#${journey}`,
    sk: `ROUND#${round}#${step}#${section}#${entry}`,
    ...{ journey, round, step, section, entry, typed, revision: 1, by: lead, at, begunAt: at },
    ...change,
  }
}

const registered = { organisationType: ['neighbourhood'], peopleInScope: ['1250'] }
const committedTo = { decidingBody: ['committee'], decidedOn: ['14 12 2026'] }
const pledged = { pledgeWording: ['We stand together.'], commitmentDeclared: ['yes'] }
/** Everything that step 3 asks. */
const stepThree = [
  draftRow('commitment-and-pledge', 'decision', committedTo),
  draftRow('commitment-and-pledge', 'pledge', pledged),
  draftRow('commitment-and-pledge', 'signature', { signatureWay: ['lead-signs'] }, { round: 0 }),
  draftRow('commitment-and-pledge', 'proof', {
    pledgeMethods: ['paper'],
    proofLink: ['https://www.example.org/proof'],
  }),
]

/** What was written, without the index row that follows each save of a draft. */
function withoutNotes() {
  const all = changes()
  const notes = all.filter(({ sk }) => sk === 'INDEX#1')
  expect(notes.length).toBe(all.filter(({ sk }) => /^ROUND#\d+#/.test(sk)).length)
  return all.filter((each) => !notes.includes(each))
}

/** The press of the button on the page of the check. */
const handingIn = (step: string, visit: number): WebEvent =>
  withForm(stepOf('submit-step', step), (form) => form.set('visit', String(visit)))

/** A section's form, or an entry's. */
function saving(
  step: string,
  section: string,
  typed: Record<string, string[]>,
  revision = 0,
  { entry, action = 'save' }: { entry?: string; action?: string } = {},
): WebEvent {
  const form = new URLSearchParams({ token: tokenFor('submit-section'), revision: String(revision), action })
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value)
  return withBody(stepOf('submit-section', step, section, entry), form.toString())
}

describe('a step', () => {
  it('that was returned shows the team’s words, and leads to what was answered before', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    const { statusCode, body } = await call('show-step')
    expect(statusCode).toBe(200)
    expect(body).toContain('Thank you!\nPlease count the volunteers too.')
    const here = `/journeys/${journey}/steps/registration`
    expect(body).toContain(`href="${here}/organisation"`)
    expect(body).toContain(`href="${here}/check"`)
    // A contact's own details are not asked again.
    expect(body).not.toContain(`${here}/contact"`)
    expect(body).not.toContain('name="visit"')

    const section = await call('show-section', stepOf('show-section', 'registration', 'organisation'))
    expect(section.statusCode).toBe(200)
    expect(section.body).toMatch(/value="community-group" checked/)
    expect(section.body).toContain('name="peopleInScope" value="1200"')
    expect(section.body).toContain('name="revision" value="0"')
    expect(section.body).toContain(`name="token" value="${tokenFor('submit-section')}"`)
    expect(section.body).not.toContain('contactEmail')

    const check = await call('show-check')
    expect(check.statusCode).toBe(200)
    expect(check.body).toContain(escapedName)
    expect(check.body).toContain('1,200')
    expect(check.body).toContain('name="visit" value="6"')
    expect(check.body).toContain(`name="token" value="${tokenFor('submit-step')}"`)
    for (const each of [body, section.body, check.body]) expect(each).not.toContain(leadSecret)
    expect(changes()).toEqual([])
  })

  it.each<[string, Row[]]>([
    ['nothing is filled in', []],
    ['one part is missing', stepThree.slice(1)],
    ['an answer is missing', [draftRow('commitment-and-pledge', 'decision', {}), ...stepThree.slice(1)]],
    [
      'an answer is wrong',
      [...stepThree.slice(0, 3), draftRow('commitment-and-pledge', 'proof', { proofLink: ['no'] })],
    ],
  ])('of which %s cannot be handed in', async (_, drafts) => {
    given(...everyday(), ...eventRows(eventsUntil('commitment-and-pledge')), ...drafts)
    const here = `/journeys/${journey}/steps/commitment-and-pledge`
    const { statusCode, body } = await call('show-step', stepOf('show-step', 'commitment-and-pledge'))
    expect(statusCode).toBe(200)
    expect(body).toMatch(/(Begin|Go on) with/)
    expect(body).not.toContain(`${here}/check`)
    const check = await call('show-check', stepOf('show-check', 'commitment-and-pledge'))
    expect(check).toMatchObject({ statusCode: 303, headers: { location: here } })
    const sent = await call('submit-step', handingIn('commitment-and-pledge', 4))
    expect(sent).toMatchObject({ statusCode: 303, headers: { location: here } })
    expect(changes()).toEqual([])
  })

  it('whose turn has not come can be filled in and not handed in', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')), ...stepThree)
    const { statusCode, body } = await call('show-step', stepOf('show-step', 'commitment-and-pledge'))
    expect(statusCode).toBe(200)
    expect(body).toContain('You can hand this step in when its turn comes')
    expect(body).toContain('/steps/commitment-and-pledge/proof"')
    expect(body).not.toContain('/check"')
    expect(await call('show-check', stepOf('show-check', 'commitment-and-pledge'))).toMatchObject({
      statusCode: 303,
    })
  })

  it('that is handed in shows what was, and cannot be changed', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    const here = `/journeys/${journey}/steps/registration`
    const { statusCode, body } = await call('show-step')
    expect(statusCode).toBe(200)
    expect(body).toContain('You handed this step in on')
    expect(body).toContain(escapedName)
    expect(body).not.toContain(`href="${here}/`)
    for (const answer of [
      await call('show-section', stepOf('show-section', 'registration', 'organisation')),
      await call('show-check'),
    ])
      expect(answer).toMatchObject({ statusCode: 303, headers: { location: here } })
    const saved = await call('submit-section', saving('registration', 'organisation', registered))
    expect(saved.statusCode).toBe(409)
    expect(saved.body).toContain('<h1 class="govuk-heading-l">This step has already been handed in</h1>')
    // What was typed can be copied from there.
    expect(saved.body.split('<bdi>1250</bdi>')).toHaveLength(2)
    expect(changes()).toEqual([])
  })

  it('and its forms are not found by anybody else', async () => {
    const others = everyday().filter(({ kind }) => kind !== 'session')
    given(
      ...others,
      sessionRow(leadSecret, 'somebody-else', 'b@example.org'),
      ...eventRows(eventsUntilReturned()),
    )
    for (const name of [
      'show-step',
      'show-check',
      'show-section',
      'submit-section',
      'submit-step',
    ] as const) {
      const { statusCode, body } = await call(name)
      expect(statusCode).toBe(404)
      expect(body).not.toContain('Harehills')
    }
    expect(changes()).toEqual([])
  })

  it('is filled in by a colleague, and handed in by the lead alone', async () => {
    const colleague = 'n4w8c2k6z0t5r9qm'
    const events = add(eventsUntil('commitment-and-pledge'), { kind: 'invite-colleague', person: colleague })
    given(
      ...everyday().filter(({ kind }) => kind !== 'session'),
      sessionRow(leadSecret, colleague, 'b@example.org'),
      ...eventRows(events),
      ...stepThree,
    )
    const { body } = await call('show-step', stepOf('show-step', 'commitment-and-pledge'))
    expect(body).toContain('Your lead can hand the step in')
    expect(body).not.toContain('/check"')
    expect((await call('show-check', stepOf('show-check', 'commitment-and-pledge'))).statusCode).toBe(303)
    expect((await call('submit-step', handingIn('commitment-and-pledge', 4))).statusCode).toBe(404)
    expect(changes()).toEqual([])
    const saved = await call('submit-section', saving('commitment-and-pledge', 'decision', committedTo, 1))
    expect(saved.statusCode).toBe(303)
    expect(withoutNotes()).toMatchObject([{ pk: `DRAFT#${journey}`, input: { Item: { by: colleague } } }])
  })

  it('is handed in: the answers first, then the event that points to them', async () => {
    given(
      ...everyday(),
      ...eventRows(eventsUntilReturned()),
      draftRow('registration', 'organisation', registered),
      draftRow('registration', 'web', {
        webPresence: ['website'],
        website: ['www.example.org/harehills'],
      }),
    )
    const answer = await call('submit-step')
    expect(answer).toMatchObject({
      statusCode: 303,
      headers: { location: `/journeys/${journey}?handedIn=registration` },
      cookies: [],
    })
    const [record, note, event, ...more] = changes()
    expect(more).toEqual([])
    const content = {
      answers: {
        organisationName,
        applyingAs: 'group',
        organisationType: 'neighbourhood',
        peopleInScope: 1250,
        sectors: ['education', 'third-sector'],
        postcode: 'LS8 5HS',
        webPresence: 'website',
        website: 'https://www.example.org/harehills',
      },
      entries: {},
    }
    expect(record).toMatchObject({
      pk: `RECORD#${journey}`,
      condition: 'attribute_not_exists(pk)',
      input: { Item: { journey, by: lead, at: now, content } },
    })
    const { salt } = record!.input.Item as { salt: string }
    expect(salt).toMatch(/^[\w-]{43}$/)
    expect(note).toMatchObject({ key: `PENDING#0|${journey}#000007`, kind: 'put', condition: undefined })
    expect(event!.key).toBe(`EVENTS#${journey}|000007`)
    const { command, state, effects, actor } = committed()
    expect(actor).toBe(lead)
    expect(command).toEqual({
      kind: 'submit',
      step: 'registration',
      visit: 6,
      submission: { id: record!.sk, hash: sha256(salt, JSON.stringify(content)) },
      individual: false,
      individualsValidated: true,
    })
    expect(state.position.at).toBe('foundation-check')
    expect(effects).toEqual([{ kind: 'resume', executionSeq: 1, wait: 'registration' }])
    expect(event!.input.Item!.previousHash).toBe(eventsUntilReturned().at(-1)!.hash)
    expect(JSON.stringify(event!.input)).not.toContain('Harehills')
  })

  it('counts as a use of the session', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    await call('submit-step')
    const [touch] = calls().flatMap(({ args: [{ input }] }) => ('UpdateExpression' in input ? [input] : []))
    expect(touch).toMatchObject({
      Key: { pk: `SECRET#${sha256(leadSecret)}`, sk: 'SECRET' },
      UpdateExpression: 'SET usedAt = :at',
      ExpressionAttributeValues: { ':at': now },
    })
  })

  it.each<[string, string, readonly Row[], WebEvent]>([
    [
      'has already been handed in',
      'This step has already been handed in',
      [...eventRows(eventsUntil('foundation-check')), ...stepThree],
      handingIn('commitment-and-pledge', 4),
    ],
    [
      'was opened before something changed',
      'This step has changed since you opened it',
      eventRows(eventsUntilReturned()),
      handingIn('registration', 1),
    ],
    [
      'has not come up yet',
      'This step cannot be handed in yet',
      [...eventRows(eventsUntil('raising-awareness')), ...stepThree],
      handingIn('commitment-and-pledge', 3),
    ],
    [
      'is of a journey that is not confirmed',
      'Your email address is not confirmed yet',
      [...eventRows(eventsUntil('confirmation')), ...stepThree],
      handingIn('commitment-and-pledge', 1),
    ],
    [
      'is of a journey that was withdrawn',
      'This journey has ended',
      [...eventRows(add(eventsUntil('commitment-and-pledge'), { kind: 'withdraw' })), ...stepThree],
      handingIn('commitment-and-pledge', 4),
    ],
  ])('that %s is refused with 409, and nothing is committed', async (_, title, rows, event) => {
    given(...everyday(), ...rows)
    const { statusCode, body } = await call('submit-step', event)
    expect(statusCode).toBe(409)
    expect(body).toContain(`<h1 class="govuk-heading-l">${title}</h1>`)
    expect(body).toContain(`href="/journeys/${journey}"`)
    expect(changes().filter(({ pk }) => !pk.startsWith('RECORD#'))).toEqual([])
    expect(log).toEqual([])
  })

  it('needs to know which visit it is of', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    for (const visit of ['', '-5', '5.0', '1234567', '0x5', ' 5']) {
      const event = withForm(sample('submit-step'), (form) => form.set('visit', visit))
      expect((await call('submit-step', event)).statusCode).toBe(400)
    }
    expect(changes()).toEqual([])
  })

  it('handed in by two clicks at once is handed in once', async () => {
    const before = eventsUntilReturned()
    given(...everyday(), ...eventRows(before))
    alreadyThere('EVENTS#', 1)
    // What the one who lost the race finds when it reads again.
    const after = add(before, {
      kind: 'submit',
      step: 'registration',
      visit: 6,
      submission: { id: submissionId, hash: 'x' },
    })
    let reads = 0
    const drafts = everyday().filter(({ pk }) => String(pk).startsWith('DRAFT#'))
    ddb
      .on(QueryCommand)
      .callsFake(({ ExpressionAttributeValues: { ':pk': pk } }) =>
        pk.startsWith('DRAFT#')
          ? { Items: drafts }
          : { Items: [eventRows(reads++ < 2 ? before : after).at(-1)] },
      )
    const { statusCode, body } = await call('submit-step')
    expect(statusCode).toBe(409)
    expect(body).toContain('This step has already been handed in')
    expect(reads).toBe(3)
  })
})

describe('a section', () => {
  const pk = `DRAFT#${journey}`
  const at = (events = eventsUntil('raising-awareness')) => [...everyday(), ...eventRows(events)]

  it('is saved as it was typed, under the revision after the one that was shown', async () => {
    given(...at(), stepThree[1]!)
    const typed = { pledgeWording: ['One\r\ntwo'], commitmentDeclared: ['  '] }
    const answer = await call('submit-section', saving('commitment-and-pledge', 'pledge', typed, 1))
    expect(answer).toMatchObject({
      statusCode: 303,
      headers: { location: `/journeys/${journey}/steps/commitment-and-pledge` },
    })
    const [draft, ...more] = withoutNotes()
    expect(more).toEqual([])
    expect(draft).toMatchObject({
      kind: 'put',
      key: `${pk}|ROUND#1#commitment-and-pledge#pledge#`,
      condition: 'revision = :before',
      input: { ExpressionAttributeValues: { ':before': 1 } },
    })
    expect(draft!.input.Item).toMatchObject({ revision: 2, by: lead, at: now })
    expect(draft!.input.Item!.typed).toEqual({ pledgeWording: ['One\r\ntwo'] })
  })

  it('is saved for the first time only if nobody else has', async () => {
    given(...at())
    expect((await call('submit-section')).statusCode).toBe(303)
    expect(withoutNotes()).toMatchObject([
      { condition: 'attribute_not_exists(pk)', input: { Item: { revision: 1, begunAt: now } } },
    ])
  })

  it('that somebody else has saved meanwhile comes back with 409, theirs and what was typed', async () => {
    const theirs = draftRow('commitment-and-pledge', 'pledge', pledged, { revision: 4 })
    given(...at(), theirs)
    alreadyThere(pk)
    const typed = { ...pledged, pledgeWording: ['<script>mine</script>'] }
    const { statusCode, body } = await call(
      'submit-section',
      saving('commitment-and-pledge', 'pledge', typed, 1),
    )
    expect(statusCode).toBe(409)
    expect(body).toContain('Somebody has changed this since you opened it')
    expect(body).toContain('We stand together.')
    expect(body).toContain('&lt;script&gt;mine&lt;/script&gt;</textarea>')
    expect(body).not.toContain('<script')
    // Sent again as it stands it replaces theirs, knowingly.
    expect(body).toContain('name="revision" value="4"')
  })

  it('with an answer that cannot be read comes back with 422, and everything that was typed', async () => {
    given(...at())
    const typed = {
      pledgeMethods: [],
      pledgesElsewhere: ['0.5'],
      proofLink: ['"><script>alert(1)</script>'],
      whoIsMissing: [Array(201).fill('word').join(' ')],
    }
    const event = saving('commitment-and-pledge', 'proof', typed)
    const { statusCode, body } = await call('submit-section', event)
    expect(statusCode).toBe(422)
    expect(body).toContain('<title>Error: ')
    const links = [...body.matchAll(/<li><a href="#(\w+)">([^<]+)<\/a>/g)].map(([, id, text]) => [id, text])
    // What is only missing can come later.
    expect(links).toEqual([
      ['pledgesElsewhere', 'Enter a whole number, like 40'],
      ['proofLink', 'Enter a web address in the correct format, like https://www.example.org'],
      ['whoIsMissing', 'Your answer must be 200 words or fewer'],
    ])
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(body).not.toContain('<script')
    expect(body).toContain('name="pledgesElsewhere" value="0.5"')
    expect(body).not.toMatch(/ checked/)
    expect(body).toContain(`name="token" value="${formOf(event).get('token')}"`)
    expect(body).toContain('name="revision" value="0"')
    expect(changes()).toEqual([])
  })

  it.each([
    ['confirmation', eventsUntil('confirmation'), 303],
    ['complete', eventsUntil('complete'), 409],
    ['withdrawn', add(eventsUntil('raising-awareness'), { kind: 'withdraw' }), 409],
  ] as const)('of a journey at %s', async (_, events, status) => {
    given(...at(events))
    expect((await call('submit-section')).statusCode).toBe(status)
    expect(withoutNotes()).toHaveLength(status === 303 ? 1 : 0)
  })

  it('that there is none of is not found, nor an entry of what has none', async () => {
    given(...at())
    const places: [string, string, string?][] = [
      ['raising-awareness', 'commitment'],
      ['registration', 'contact'],
      ['commitment-and-pledge', 'constructor'],
      ['commitment-and-pledge', 'decision', '0123456789abcdef'],
      ['raising-awareness', 'activities', '0123456789ABCDEF'],
      ['raising-awareness', 'activities', '../../registratio'],
    ]
    for (const place of places) {
      expect((await call('show-section', stepOf('show-section', ...place))).statusCode).toBe(404)
      const [step, section, entry] = place
      const event = saving(step, section, {}, 0, entry ? { entry } : {})
      expect((await call('submit-section', event)).statusCode).toBe(404)
    }
    expect(changes()).toEqual([])
  })

  it('of entries takes the reason why it does not apply, and nothing else', async () => {
    given(...at())
    const sent = (typed: Record<string, string[]>, action?: string) =>
      call(
        'submit-section',
        saving('raising-awareness', 'activities', typed, 0, { ...(action && { action }) }),
      )
    for (const typed of [
      { activityWhat: ['A day'] },
      { 'activityWhat-because': ['Why'] },
      { constructor: [''] },
    ])
      expect((await sent(typed)).statusCode).toBe(422)
    expect((await sent({}, 'remove')).statusCode).toBe(400)
    expect(changes()).toEqual([])
    expect((await sent({ 'activity-because': ['We are one person.'] })).statusCode).toBe(303)
    expect(withoutNotes()).toMatchObject([
      {
        sk: 'ROUND#1#raising-awareness#activities#',
        input: { Item: { typed: { 'activity-because': ['We are one person.'] } } },
      },
    ])
  })

  it('takes no fields but its own, each once, and no revision or action but ours', async () => {
    given(...at())
    const sent = (typed: Record<string, string[]>, revision?: number, action?: string) =>
      call(
        'submit-section',
        saving('commitment-and-pledge', 'decision', typed, revision, { ...(action && { action }) }),
      )
    for (const typed of [
      { proofLink: ['https://www.example.org'] },
      { constructor: ['x'] },
      { by: ['somebody'] },
    ])
      expect((await sent(typed)).statusCode).toBe(422)
    expect((await sent({ revision: ['7'] })).statusCode).toBe(400)
    expect((await sent({ decidingBody: ['board', 'committee'] })).statusCode).toBe(422)
    expect((await sent({}, -1)).statusCode).toBe(400)
    expect((await sent({}, 1_000_000)).statusCode).toBe(400)
    expect((await sent({}, 0, 'delete')).statusCode).toBe(400)
    expect(changes()).toEqual([])
  })
})

describe('a part that goes on', () => {
  const entry = '0123456789abcdef'
  const [step, section] = ['positive-action', 'diary']
  const story = { evidenceTitle: ['A week of stories'] }
  const here = `/journeys/${journey}/steps/${step}/${section}`
  const sent = () => call('submit-section', saving(step, section, story, 0, { entry }))
  const shown = async (of?: string) =>
    (await call('show-section', stepOf('show-section', step, section, of))).body

  it.each(['validation', 'complete'])('is written in at %s, and says what becomes of it', async (place) => {
    const rows = [...everyday(), ...eventRows(eventsUntil(place))]
    given(...rows)
    expect(await sent()).toMatchObject({ statusCode: 303, headers: { location: here } })
    const [kept] = withoutNotes()
    expect(kept).toMatchObject({ sk: `ROUND#0#${step}#${section}#${entry}` })
    given(...rows, kept!.input.Item as Row)
    for (const body of [await shown(), await shown(entry), await shown('fedcba9876543210')]) {
      expect(body).toContain('You have handed this step in.')
      expect(body).toContain('the next time that you hand it in')
      expect(body).not.toContain('Nothing is missing')
      expect(body).not.toContain('before you can hand')
    }
    expect(await shown(entry)).toContain('A week of stories')
    const hub = (await call('show-hub')).body
    expect(hub).toContain(`href="${here}"`)
  })

  it('is closed with its journey, and says so beside what was typed', async () => {
    const ended = add(eventsUntil('complete'), { kind: 'withdraw' })
    given(...everyday(), ...eventRows(ended))
    const { statusCode, body } = await sent()
    expect(statusCode).toBe(409)
    expect(body).toContain('This journey has ended')
    expect(body).toContain('<bdi>A week of stories</bdi>')
    expect(changes()).toEqual([])
    expect((await call('show-section', stepOf('show-section', step, section))).statusCode).toBe(303)
    expect((await call('show-hub')).body).not.toContain(`href="${here}"`)
  })
})

describe('an entry', () => {
  const entry = '0123456789abcdef'
  const activity = { activityOn: ['31 12 2026'], activityWhat: ['A day of stories'] }
  const sent = (typed: Record<string, string[]>, revision = 0, action = 'save') =>
    call('submit-section', saving('raising-awareness', 'activities', typed, revision, { entry, action }))
  const here = `/journeys/${journey}/steps/raising-awareness/activities`
  const saved = draftRow('raising-awareness', 'activities', activity, { entry })

  it('is saved under its own id, and shown in the list', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    expect(await sent(activity)).toMatchObject({ statusCode: 303, headers: { location: here } })
    expect(withoutNotes()).toMatchObject([{ sk: `ROUND#1#raising-awareness#activities#${entry}` }])
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')), saved)
    const { body } = await call('show-section', stepOf('show-section', 'raising-awareness', 'activities'))
    expect(body).toContain('A day of stories')
    expect(body).toContain(`href="${here}/${entry}"`)
  })

  it('is kept with something missing, and says so in the list', async () => {
    const rows = [...everyday(), ...eventRows(eventsUntil('raising-awareness'))]
    given(...rows)
    expect(await sent({ activityOn: ['3 1 2027'] })).toMatchObject({
      statusCode: 303,
      headers: { location: here },
    })
    const [kept] = withoutNotes()
    expect(kept!.input.Item).toMatchObject({ typed: { activityOn: ['3 1 2027'] } })
    given(...rows, kept!.input.Item as Row)
    const { body } = await call('show-section', stepOf('show-section', 'raising-awareness', 'activities'))
    expect(body).toContain('Something is missing')
    expect(body).toContain(`href="${here}/${entry}#activityWhat"`)
  })

  it('with nothing in it, or with what cannot be, comes back', async () => {
    for (const [typed, problems] of [
      [{}, ['activityOn', 'activityWhat']],
      // Tomorrow cannot have been.
      [{ activityOn: ['5 1 2027'] }, ['activityOn']],
    ] as const) {
      given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
      const { statusCode, body } = await sent(typed as unknown as Record<string, string[]>)
      expect(statusCode).toBe(422)
      const links = [...body.matchAll(/<li><a href="#(\w+)">/g)].map(([, id]) => id)
      expect(links).toEqual(problems)
      expect(changes()).toEqual([])
    }
  })

  it('is asked about before it is taken away', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')), saved)
    const { statusCode, body } = await sent({ activityOn: ['never'] }, 1, 'ask-to-remove')
    expect(statusCode).toBe(200)
    expect(body).toContain('“<bdi>A day of stories</bdi>” will be deleted.')
    expect(body).toContain('name="action" value="remove"')
    expect(changes()).toEqual([])
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    expect(await sent({}, 1, 'ask-to-remove')).toMatchObject({ statusCode: 303, headers: { location: here } })
  })

  it('is taken away whatever is typed, its row stays, and the list is without it', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')), saved)
    expect((await sent({ activityOn: ['never'] }, 1, 'remove')).statusCode).toBe(303)
    const [removed, ...more] = withoutNotes()
    expect(more).toEqual([])
    expect(removed!.input.Item).toMatchObject({ revision: 2, typed: {}, removed: true })
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')), { ...saved, ...removed!.input.Item })
    const { body } = await call('show-section', stepOf('show-section', 'raising-awareness', 'activities'))
    expect(body).not.toContain('A day of stories')
    expect(body).toContain('Add the first one')
  })
})
