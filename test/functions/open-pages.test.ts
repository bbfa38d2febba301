// The pages that anybody can open: what they lead to, and the public page of an award.
import { describe, expect, it } from 'vitest'
import { call, ddb, given, journey, sample, serial, withHeaders } from './support.ts'

it('shows a start page that leads to registering and signing in', async () => {
  const { body } = await call('show-start')
  expect(body).toContain('<h1>Cultural Cohesion Quality Mark</h1>')
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
    expect(ddb.calls().every(({ args: [command] }) => command.constructor.name === 'GetCommand')).toBe(true)
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
