// The pages of a lead: their journeys, the hub, a step, and handing it in.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../functions/app/secrets.ts'
import {
  add,
  alreadyThere,
  asOf,
  call,
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
    const foreign = add([], { kind: 'register', lead: 'somebody-else', submission: { id: 'x', hash: 'y' } })
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
    expect(body).toContain(`<a href="/journeys/${journey}">`)
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
    add([], { kind: 'register', lead: 'somebody-else', submission: { id: 'x', hash: 'y' } }),
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
    expect(body).toContain(`<h2>${heading}</h2>`)
    const links = [...body.matchAll(/href="\/journeys\/\w{16}\/steps\/([\w-]+)"/g)].map(([, step]) => step)
    expect([...new Set(links)]).toEqual(steps)
    expect(body.includes(`href="/awards/${serial}"`)).toBe(place === 'complete')
    expect(changes()).toEqual([])
  })

  it('of a returned step asks to look again', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    const { body } = await call('show-hub', hub())
    expect(body).toContain('Please look again at: Registering for the Cultural Cohesion Quality Mark')
    expect(body).toContain(`href="/journeys/${journey}/steps/registration"`)
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
    given(...everyday(), ...eventRows(eventsUntil('complete')))
    await call('show-hub')
    const queries = ddb.calls().filter(({ args: [command] }) => command.constructor.name === 'QueryCommand')
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

describe('a step', () => {
  const stepOf = (name: 'show-step' | 'submit-step', step: string): WebEvent => ({
    ...sample(name),
    pathParameters: { journey, step },
  })

  it('that was returned shows the team’s words, and what was answered before', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    const { statusCode, body } = await call('show-step')
    expect(statusCode).toBe(200)
    expect(body).toContain('Thank you!\nPlease count the volunteers too.')
    expect(body).toContain(`value="${escapedName}"`)
    expect(body).toMatch(/value="group" checked/)
    expect(body).toMatch(/value="third-sector" checked/)
    expect(body).toContain('name="peopleInScope" value="1200"')
    expect(body).toContain('name="visit" value="5"')
    expect(body).toContain(`name="token" value="${tokenFor('submit-step')}"`)
    // A contact's own details are not asked again.
    expect(body).not.toContain('contactEmail')
    expect(body).not.toContain(leadSecret)
  })

  it('without questions is handed in with one press', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    const { body } = await call('show-step', stepOf('show-step', 'raising-awareness'))
    expect(body).toContain('name="visit" value="2"')
    expect(body).not.toContain('What the team said')
  })

  it('that is not at hand leads to the hub', async () => {
    given(...everyday(), ...eventRows(eventsUntil('raising-awareness')))
    for (const step of ['registration', 'commitment-and-pledge', 'demonstrate-and-celebrate']) {
      const answer = await call('show-step', stepOf('show-step', step))
      expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/journeys/${journey}` } })
    }
  })

  it('and its form are not found by anybody else', async () => {
    const others = everyday().filter(({ kind }) => kind !== 'session')
    given(
      ...others,
      sessionRow(leadSecret, 'somebody-else', 'b@example.org'),
      ...eventRows(eventsUntilReturned()),
    )
    expect((await call('show-step')).statusCode).toBe(404)
    expect((await call('submit-step')).statusCode).toBe(404)
    expect(changes()).toEqual([])
  })

  it('is handed in: the answers first, then the event that points to them', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
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
        sectors: ['education'],
        postcode: 'LS8 5HS',
        peopleInScope: 1250,
        website: 'https://www.example.org/harehills',
      },
    }
    expect(record).toMatchObject({
      pk: `RECORD#${journey}`,
      condition: 'attribute_not_exists(pk)',
      input: { Item: { journey, by: lead, at: now, content } },
    })
    const { salt } = record!.input.Item as { salt: string }
    expect(salt).toMatch(/^[\w-]{43}$/)
    expect(note).toMatchObject({ key: `PENDING#0|${journey}#000006`, kind: 'put', condition: undefined })
    expect(event!.key).toBe(`EVENTS#${journey}|000006`)
    const { command, state, effects, actor } = committed()
    expect(actor).toBe(lead)
    expect(command).toEqual({
      kind: 'submit',
      step: 'registration',
      visit: 5,
      submission: { id: record!.sk, hash: sha256(salt, JSON.stringify(content)) },
    })
    expect(state.position.at).toBe('foundation-check')
    expect(effects).toEqual([{ kind: 'resume', executionSeq: 1, wait: 'registration' }])
    expect(event!.input.Item!.previousHash).toBe(eventsUntilReturned().at(-1)!.hash)
    expect(JSON.stringify(event!.input)).not.toContain('Harehills')
  })

  it('counts as a use of the session', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    await call('submit-step')
    const [touch] = ddb
      .calls()
      .flatMap(({ args: [{ input }] }) => ('UpdateExpression' in input ? [input] : []))
    expect(touch).toMatchObject({
      Key: { pk: `SECRET#${sha256(leadSecret)}`, sk: 'SECRET' },
      UpdateExpression: 'SET usedAt = :at',
      ExpressionAttributeValues: { ':at': now },
    })
  })

  it('with a wrong answer comes back with 422, and everything that was typed', async () => {
    given(...everyday(), ...eventRows(eventsUntilReturned()))
    const event = withForm(sample('submit-step'), (form) => {
      form.set('peopleInScope', '0')
      form.delete('sectors')
      form.set('website', '"><script>alert(1)</script>')
    })
    const { statusCode, body } = await call('submit-step', event)
    expect(statusCode).toBe(422)
    expect(body).toContain('<title>Error: Registering')
    expect(body).toContain('<li><a href="#sectors">Select at least one sector</a></li>')
    expect(body).toContain('<li><a href="#peopleInScope">Enter a number that is 1 or more</a></li>')
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(body).not.toContain('<script')
    expect(body).toContain('name="peopleInScope" value="0"')
    expect(body).toMatch(/value="neighbourhood" checked/)
    expect(body).not.toMatch(/value="education" checked/)
    expect(body).toContain(`name="token" value="${formOf(event).get('token')}"`)
    expect(body).toContain('name="visit" value="5"')
    expect(changes()).toEqual([])
  })

  const empty = (step: string, visit: string) => {
    const event = stepOf('submit-step', step)
    return withForm(event, (form) => {
      for (const field of [...form.keys()]) if (field !== 'token') form.delete(field)
      form.set('visit', visit)
    })
  }

  it.each<[string, string, readonly Row[], WebEvent]>([
    [
      'has already been handed in',
      'This step has already been handed in',
      eventRows(eventsUntil('commitment-and-pledge')),
      empty('raising-awareness', '2'),
    ],
    [
      'was opened before something changed',
      'This step has changed since you opened it',
      eventRows(eventsUntilReturned()),
      withForm(sample('submit-step'), (form) => form.set('visit', '1')),
    ],
    [
      'has not come up yet',
      'This step cannot be handed in yet',
      eventRows(eventsUntil('raising-awareness')),
      empty('positive-action', '2'),
    ],
    [
      'is of a journey that is not confirmed',
      'Your email address is not confirmed yet',
      eventRows(eventsUntil('confirmation')),
      empty('raising-awareness', '1'),
    ],
  ])('that %s is refused with 409, and nothing is committed', async (_, title, rows, event) => {
    given(...everyday(), ...rows)
    const { statusCode, body } = await call('submit-step', event)
    expect(statusCode).toBe(409)
    expect(body).toContain(`<h1>${title}</h1>`)
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
      visit: 5,
      submission: { id: submissionId, hash: 'x' },
    })
    let reads = 0
    ddb.on(QueryCommand).callsFake(() => ({ Items: [eventRows(reads++ < 2 ? before : after).at(-1)] }))
    const { statusCode, body } = await call('submit-step')
    expect(statusCode).toBe(409)
    expect(body).toContain('This step has already been handed in')
    expect(reads).toBe(3)
  })
})
