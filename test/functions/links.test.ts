// Links that were handed in: what stands beside each, for whom; what a page said; and the two functions that look at them.
import { InvokeCommand } from '@aws-sdk/client-lambda'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import {
  add,
  call,
  capturedLink,
  chair,
  chairSecret,
  changes,
  ddb,
  eventRows,
  eventsUntil,
  eventsUntilJudged,
  everyday,
  given,
  journey,
  lambda,
  leadSecret,
  log,
  now,
  type Row,
  sample,
  teamSecret,
  type WebEvent,
} from './support.ts'

const [link, capture] = capturedLink as [Row, Row]
const url = String(link.url)
const check = eventRows(eventsUntil('foundation-check'))
const judged = eventRows(eventsUntilJudged())
/** The registration gives this link. */
const registered = everyday().map((row) => {
  const content = row.content as { answers?: Row } | undefined
  return content?.answers ? { ...row, content: { answers: { ...content.answers, website: url } } } : row
})
const as = (secret: string, event: WebEvent): WebEvent => ({
  ...event,
  cookies: [`__Host-session=${secret}`],
})

function stepEvent(): WebEvent {
  return { ...sample('show-step'), pathParameters: { journey, step: 'registration' } }
}

describe('beside a link', () => {
  const seen = { at: '2027-01-03T10:00:00.000Z', since: '2027-01-03T10:00:00.000Z' }
  it.each<[string, Row, string]>([
    ['works', { ...seen, result: 'works' }, 'Works, seen on 3 January 2027.'],
    ['is gone', { ...seen, result: 'gone' }, 'This page was not found on 3 January 2027'],
    [
      'cannot be checked',
      { ...seen, result: 'cannot-be-checked', why: 'social-media' },
      'We could not check this link on 3 January 2027. It may still work.',
    ],
  ])('that %s stands so, for all who see it', async (_, result, words) => {
    const rows = [{ ...link, seen: result }]
    given(...registered, ...check, ...rows)
    const team = await call('show-case')
    const own = await call('show-step', stepEvent())
    given(...registered, ...judged, ...rows)
    const panel = await call('show-validation')
    for (const { body } of [team, own, panel]) {
      const shown = parse(body).querySelector(`main a[href="${url}"]`)!
      expect(shown.parentNode!.text).toContain(words)
    }
  })

  it('that was not looked at yet it says so, and of one that nobody noted nothing', async () => {
    const { seen: _, capturedAt: __, ...fresh } = link
    given(...registered, ...check, fresh)
    expect((await call('show-case')).body).toContain('We look at this link soon.')
    given(...registered, ...check, { ...fresh, submission: 'ROUND#1#registration#earlier' })
    expect((await call('show-case')).body).not.toContain('We look at this link soon.')
  })

  it('that is gone is warned of, before the step that shows what was done is handed in', async () => {
    const step = (id: string) => call('show-step', { ...stepEvent(), pathParameters: { journey, step: id } })
    for (const [result, warned] of [
      ['gone', true],
      ['works', false],
    ] as const) {
      given(...registered, ...check, { ...link, seen: { ...seen, result } })
      for (const id of ['positive-action', 'demonstrate-and-celebrate'])
        expect((await step(id)).body.includes(`This page was not found when we looked: ${url}`)).toBe(warned)
      expect((await step('reflective-transparency')).body).not.toContain('when we looked')
    }
  })

  it('is the way to what the page said: for validators alone', async () => {
    given(...registered, ...check, ...capturedLink)
    const path = `/cases/${journey}/captures/${link.id}`
    const way = ({ body }: { body: string }) => parse(body).querySelector(`a[href="${path}"]`)?.text
    expect(way(await call('show-case'))).toBeUndefined()
    expect(way(await call('show-step', stepEvent()))).toBeUndefined()
    given(...registered, ...judged, ...capturedLink)
    expect(way(await call('show-validation'))).toBe('What the page said on 3 January 2027')
  })
})

describe('what a page said', () => {
  const event = sample('show-capture')
  const invited = eventRows(
    add(eventsUntil('validation'), { kind: 'invite-validator', person: chair, chair: true }),
  )

  it('is shown as text, with its address, date and fingerprint', async () => {
    given(...registered, ...judged, ...capturedLink)
    const { body, statusCode } = await call('show-capture', as(chairSecret, event))
    expect(statusCode).toBe(200)
    const main = parse(body).querySelector('main')!
    expect(main.querySelector('.app-said')!.innerHTML).toBe(
      'Harehills &lt;b&gt;together&lt;/b&gt;\nWe listen.',
    )
    for (const part of [url, String(capture.finalUrl), '3 January 2027 at 10:00', 'f'.repeat(64)])
      expect(main.text).toContain(part)
    const back = parse(body).querySelector('.govuk-back-link')!.getAttribute('href')
    expect(back).toBe(`/cases/${journey}`)
  })

  it.each<[string, string, readonly Row[], readonly Row[]]>([
    ['the lead', leadSecret, judged, capturedLink],
    ['a validator who has not declared', chairSecret, invited, capturedLink],
    ['a validator before the validation', chairSecret, check, capturedLink],
    [
      'a validator, of what was handed in before',
      chairSecret,
      judged,
      [{ ...link, submission: 'ROUND#1#registration#earlier' }, capture],
    ],
    ['the team', teamSecret, judged, capturedLink],
    ['a validator, when there is none', chairSecret, judged, [link]],
  ])('is not there for %s', async (_, secret, events, rows) => {
    given(...registered, ...events, ...rows)
    expect((await call('show-capture', as(secret, event))).statusCode).toBe(404)
  })
})

describe('check-links', () => {
  const due = { ...link, capturedAt: undefined, seen: undefined, duePk: 'LOOK#0', dueSk: now }
  const answered = (payload: unknown, more = {}) => {
    const text = JSON.stringify(payload)
    const Payload = Object.assign(new TextEncoder().encode(text), { transformToString: () => text })
    lambda.on(InvokeCommand).resolves({ Payload, ...more })
  }

  it('asks the other function for each link that is due, and keeps what comes back', async () => {
    given(...registered, ...check, due)
    answered({ kind: 'read', status: 200, finalUrl: url, text: 'We listen.' })
    expect(await call<unknown>('check-links')).toEqual({ looked: 1 })
    const calls = lambda.commandCalls(InvokeCommand).map(({ args: [{ input }] }) => input)
    expect(calls).toEqual([{ FunctionName: 'the-page-fetcher', Payload: JSON.stringify({ url }) }])
    const written = changes().map(({ pk, condition, input }) => [
      pk,
      condition,
      input.Item?.dueSk ?? input.Item?.text,
    ])
    expect(written).toEqual([
      [`LINKS#${journey}`, 'dueSk = :was', '2027-01-04T11:00:00.000Z'],
      [`CAPTURE#${journey}`, 'attribute_not_exists(pk)', 'We listen.'],
      [`LINKS#${journey}`, 'dueSk = :was', '2027-01-11T10:00:00.000Z'],
    ])
    expect(log).toEqual([])
  })

  it('costs one question when nothing is due', async () => {
    given(...registered, ...check, { ...due, dueSk: '2027-01-04T10:00:00.001Z' })
    expect(await call<unknown>('check-links')).toEqual({ looked: 0 })
    expect(ddb.calls()).toHaveLength(1)
    expect(lambda.calls()).toEqual([])
  })

  it.each<[string, () => unknown]>([
    ['fails', () => answered({ errorType: 'Error' }, { FunctionError: 'Unhandled' })],
    ['says something else', () => answered({ kind: 'well' })],
    ['cannot be called', () => lambda.on(InvokeCommand).rejects(new Error(url))],
  ])('fails when the other function %s, without an address in the log', async (_, prepare) => {
    given(...registered, ...check, due)
    prepare()
    await expect(call('check-links')).rejects.toThrow('See the log')
    expect(changes().map(({ pk }) => pk)).toEqual([`LINKS#${journey}`])
    expect(log).toHaveLength(1)
    expect(log[0]).not.toContain('harehills')
  })
})

describe('fetch-page', () => {
  it('does its sample, a page that nobody can have: it is not asked for', async () => {
    expect(await call<unknown>('fetch-page')).toEqual({ kind: 'cannot-be-checked', why: 'not-public' })
    expect(ddb.calls()).toEqual([])
  })
})
