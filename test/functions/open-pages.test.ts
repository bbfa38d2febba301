// The pages that anybody can open: what they lead to, and the public page of an award.
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import {
  add,
  alreadyThere,
  call,
  calls,
  conditionFailed,
  ddb,
  environment,
  eventRows,
  eventsUntil,
  everyday,
  given,
  journey,
  now,
  type Row,
  sample,
  serial,
  withForm,
  withHeaders,
  writes,
} from './support.ts'

it('shows a start page that leads to registering and signing in', async () => {
  const { body } = await call('show-start')
  expect(body).toContain('<h1 class="govuk-heading-xl">Cultural Cohesion Quality Mark</h1>')
  expect(body).toContain('href="/register"')
  expect(body).toContain('href="/sign-in"')
})

it('makes no link of the Host header', async () => {
  const event = withHeaders(sample('show-start'), {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
  })
  expect((await call('show-start', event)).body).not.toContain('evil.example')
})

it('shows a form to register with, and in each a random text of its own', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => /name="nonce" value="([\w-]{43})"/.exec((await call('show-register')).body)?.[1]),
  )
  expect(nonces).toEqual([expect.any(String), expect.any(String)])
  expect(nonces[0]).not.toBe(nonces[1])
  const { body } = await call('show-register')
  expect(body).toContain('<form method="post" action="/register"')
  expect(body).not.toContain('There is a problem')
  // A mail scanner submits forms: nothing is preselected.
  expect(body).not.toMatch(/ checked/)
})

it('shows the forms to sign in with, and nothing of an earlier cookie', async () => {
  expect((await call('show-sign-in')).body).toContain('<form method="post" action="/sign-in"')
  const { body } = await call('show-code')
  expect(body).toContain('<form method="post" action="/sign-in/code"')
  expect(body).toContain('autocomplete="one-time-code"')
  for (const cookie of sample('show-code').cookies!) expect(body).not.toContain(cookie.split('=')[1])
})

it('says on the start page how to reach the team', async () => {
  const { body } = await call('show-start')
  for (const way of [
    environment.CONTACT_ADDRESS,
    environment.CONTACT_TELEPHONE,
    environment.CONTACT_HANDLE,
    ...environment.CONTACT_HASHTAGS.split(' '),
  ])
    expect(body).toContain(way)
  expect(body).toMatch(/from the undated CCQM brochure/i)
})

it('links every page to what is said of privacy, cookies and accessibility', async () => {
  const paths = {
    privacy: 'show-privacy',
    cookies: 'show-cookies',
    accessibility: 'show-accessibility',
  } as const
  for (const shown of [...Object.values(paths), 'show-start', 'show-not-found'] as const) {
    const { body } = await call(shown)
    for (const path of Object.keys(paths)) expect(body).toContain(`href="/${path}"`)
  }
})

it('names in its cookies page each cookie that is set, and how long it stays', async () => {
  const { body } = await call('show-cookies')
  given()
  const [cookie] = (await call('submit-sign-in')).cookies
  expect(cookie).toMatch(/^__Host-sign-in=.*Max-Age=3600;/)
  expect(body).toMatch(/sign-in<.*One hour/)
  expect(body).toMatch(/session<.*12 hours/)
})

describe('the pledge page', () => {
  const rows = (place: string) => [...everyday(), ...eventRows(eventsUntil(place))]
  const tick = (value?: string) =>
    withForm(sample('submit-pledge'), (form) => (value ? form.set('pledge', value) : form.delete('pledge')))

  it('has a random id of its own in each form, nothing ticked, and sets no cookie', async () => {
    given(...rows('foundation-check'))
    const answers = [await call('show-pledge'), await call('show-pledge')]
    const ids = answers.map(({ body }) => /name="id" value="([0-9a-z]{16})"/.exec(body)?.[1])
    expect(ids).toEqual([expect.any(String), expect.any(String)])
    expect(ids[0]).not.toBe(ids[1])
    for (const { body, cookies } of answers) {
      expect(body).toContain('Harehills &amp; Friends')
      expect(body).not.toContain('Amina')
      expect(body).not.toMatch(/ checked/)
      expect(cookies).toEqual([])
    }
  })

  it('counts a pledge under its form’s id, once, with the day and nobody’s name', async () => {
    given(...rows('foundation-check'))
    await call('submit-pledge')
    const [limit, pledge, ...more] = writes()
    expect(more).toEqual([])
    expect(limit!.kind).toBe('update')
    expect(pledge!.condition).toBe('attribute_not_exists(pk)')
    expect(pledge!.input.Item).toEqual({
      pk: `PLEDGES#${journey}#1`,
      sk: 'PLEDGE#p3m7x1v5b9d2f6h0',
      day: '2027-01-04',
    })
    alreadyThere('PLEDGES#')
    expect((await call('submit-pledge')).statusCode).toBe(303)
  })

  const saying = (more: Readonly<Record<string, string>>) =>
    withForm(sample('submit-pledge'), (form) => {
      for (const [name, value] of Object.entries(more)) form.set(name, value)
    })

  it('asks the lead to look again at what tells who somebody is, before everybody reads it', async () => {
    const said = (words: string, forEverybody = true) => ({
      ...{ pk: `SAID#${journey}`, sk: 'PLEDGE#p3m7x1v5b9d2f6h0', id: 'p3m7x1v5b9d2f6h0', journey, at: now },
      ...{ listPk: `SAID#${journey}`, listSk: `${now}#p3m7x1v5b9d2f6h0`, words, forEverybody },
    })
    const look = async (row: Row) => {
      given(...rows('foundation-check'), row)
      return (await call('show-pledges')).body
    }
    expect(await look(said('Write to me: ali@school.example'))).toContain('an email address in it')
    expect(await look(said('I will ask.'))).not.toContain('Look again')
    expect(await look(said('Write to me: ali@school.example', false))).not.toContain('Look again')
  })

  it('keeps what somebody says apart from what counts, before it, and for two years', async () => {
    given(...rows('foundation-check'))
    const more = { pledgeTeam: 'Year 4', pledgeName: 'N.', pledgeWords: 'I will\r\nask.', pledgeShown: 'yes' }
    await call('submit-pledge', saying({ ...more, pledgeGroup: 'members' }))
    const [, said, pledge, ...others] = writes()
    expect(others).toEqual([])
    expect(said!.condition).toBe('attribute_not_exists(pk)')
    expect(said!.input.Item).toEqual({
      pk: `SAID#${journey}`,
      sk: 'PLEDGE#p3m7x1v5b9d2f6h0',
      listPk: `SAID#${journey}`,
      listSk: `${now}#p3m7x1v5b9d2f6h0`,
      id: 'p3m7x1v5b9d2f6h0',
      journey,
      at: now,
      group: 'members',
      team: 'Year 4',
      name: 'N.',
      words: 'I will\nask.',
      forEverybody: true,
      ttl: Date.parse(now) / 1000 + 730 * 86_400,
    })
    expect(pledge!.input.Item).toEqual({
      pk: `PLEDGES#${journey}#1`,
      sk: 'PLEDGE#p3m7x1v5b9d2f6h0',
      day: '2027-01-04',
      group: 'members',
    })
  })

  it('writes nothing more for a group alone, and shows nobody words that are not there', async () => {
    given(...rows('foundation-check'))
    await call('submit-pledge', saying({ pledgeGroup: 'staff', pledgeShown: 'yes' }))
    expect(writes().map(({ key }) => key.split('#')[0])).toEqual(['LIMIT', 'PLEDGES'])
    given(...rows('foundation-check'))
    await call('submit-pledge', saying({ pledgeName: 'N.', pledgeShown: 'yes' }))
    expect(writes().at(-2)!.input.Item).toMatchObject({ name: 'N.', forEverybody: false })
  })

  it('says at each field what is the matter, open, and keeps what was typed', async () => {
    given(...rows('foundation-check'))
    const wrong = { pledgeGroup: 'kings', pledgeTeam: 'x'.repeat(61), pledgeName: 'y'.repeat(41) }
    const { statusCode, body } = await call(
      'submit-pledge',
      saying({ ...wrong, pledgeWords: `<b>${'z'.repeat(280)}` }),
    )
    expect(statusCode).toBe(422)
    for (const id of ['pledgeGroup', 'pledgeTeam', 'pledgeName', 'pledgeWords'])
      expect(body).toContain(`href="#${id}"`)
    expect(body).toContain('Your answer must be 280 characters or fewer')
    expect(body).toContain(`&lt;b&gt;${'z'.repeat(280)}</textarea>`)
    expect(body).toContain('<details class="govuk-details" open>')
    expect(body).toMatch(/name="pledge" value="yes" checked/)
    expect(writes()).toEqual([])
  })

  it('asks again without the tick, keeps the form’s id, and counts nothing', async () => {
    for (const value of [undefined, 'no', 'constructor']) {
      given(...rows('foundation-check'))
      const { statusCode, body } = await call('submit-pledge', tick(value))
      expect(statusCode).toBe(422)
      expect(body).toContain('href="#pledge"')
      expect(body).toContain('name="id" value="p3m7x1v5b9d2f6h0"')
      expect(writes()).toEqual([])
    }
  })

  it('is closed before the address is confirmed, and when the journey has ended', async () => {
    const withdrawn = add(eventsUntil('foundation-check'), { kind: 'withdraw' })
    for (const events of [eventsUntil('confirmation'), withdrawn]) {
      given(...everyday(), ...eventRows(events))
      const title = '<title>Nobody can pledge here now'
      expect((await call('show-pledge')).body).toContain(title)
      expect((await call('show-pledged')).body).toContain(title)
      expect(await call('submit-pledge')).toMatchObject({
        statusCode: 409,
        body: expect.stringContaining(title),
      })
      expect(writes()).toEqual([])
    }
  })

  it('counts none of too many from one place', async () => {
    given(...rows('foundation-check'))
    ddb.on(UpdateCommand).rejects(conditionFailed())
    const { statusCode, body } = await call('submit-pledge')
    expect(statusCode).toBe(429)
    expect(body).toContain('<title>Too many pledges came from here at once')
    expect(writes().map(({ kind }) => kind)).toEqual(['update'])
  })

  it('says how many have pledged', async () => {
    given(...rows('foundation-check'))
    ddb.on(QueryCommand, { Select: 'COUNT' }).resolves({ Count: 412 })
    expect((await call('show-pledged')).body).toContain('412 people have pledged')
  })
})

describe('the page of an award', () => {
  const award = {
    pk: `AWARD#${serial}`,
    sk: 'AWARD',
    serial,
    level: 'silver',
    journey,
    round: 2,
    awardedAt: '2027-01-03T23:30:00.000Z',
  }

  it('shows who holds it, which level, and since when', async () => {
    given(award, { pk: `AWARD-NAME#${serial}`, sk: 'NAME', name: 'Smith & <b>Sons</b>' })
    const { body } = await call('show-award')
    expect(body).toContain('<bdi>Smith &amp; &lt;b&gt;Sons&lt;/b&gt;</bdi>')
    expect(body).toContain('Silver')
    expect(body).toContain('3 January 2027')
    expect(body).toContain(serial)
    expect(body).not.toContain(journey)
    expect(calls().every(({ args: [command] }) => command.constructor.name === 'GetCommand')).toBe(true)
  })

  it('is found however its serial is written', async () => {
    given(award)
    const event = { ...sample('show-award'), pathParameters: { serial: serial.toLowerCase() } }
    const { statusCode, body } = await call('show-award', event)
    expect(statusCode).toBe(200)
    expect(body).toContain(serial)
  })

  it('is still there when the name has been erased', async () => {
    given(award)
    const { statusCode, body } = await call('show-award')
    expect(statusCode).toBe(200)
    expect(body).toContain('The holder’s name has been removed')
  })
})
