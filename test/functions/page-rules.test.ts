// What holds for every page alike: its headers, who may see it, where it may be sent from, and what it says when it fails.
import { describe, expect, it } from 'vitest'
import { idFrom, sha256 } from '../../functions/app/secrets.ts'
import { type FunctionName, inventory } from '../../functions/inventory.ts'
import { styleSheet, styleSheetName } from '../../functions/web/style-sheet.css.ts'
import { word } from '../../workflows/words.ts'
import {
  add,
  call,
  calls,
  capturedLink,
  chair,
  chairSecret,
  changes,
  colleague,
  commitmentDrafts,
  committed,
  ddb,
  entryWithFile,
  environment,
  eventRows,
  eventsUntil,
  eventsUntilAsked,
  eventsUntilJudged,
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
  type Row,
  sample,
  sessionRow,
  signatoryRows,
  signatorySecret,
  teamAddress,
  teamPerson,
  teamSecret,
  tokenFor,
  type WebAnswer,
  type WebEvent,
  withBody,
  withForm,
  withHeaders,
  writes,
} from './support.ts'

const award = {
  pk: 'AWARD#K7Q2-9FXM',
  sk: 'AWARD',
  serial: 'K7Q2-9FXM',
  level: 'bronze',
  journey: 'h3k9w2m7x5p4t8q1',
  round: 1,
  awardedAt: '2027-01-03T12:00:00.000Z',
}

const stopLink = {
  pk: `SECRET#${sha256(sample('stop-reminders').pathParameters!.secret!)}`,
  sk: 'SECRET',
  kind: 'stop-reminders',
  journey,
  person: lead,
  expiresAt: '2027-02-04T10:00:00.000Z',
}

const at = {
  confirmation: eventRows(eventsUntil('confirmation')),
  awareness: eventRows(eventsUntil('raising-awareness')),
  commitment: [...eventRows(eventsUntil('commitment-and-pledge')), ...commitmentDrafts()],
  asked: [...eventRows(eventsUntilAsked()), ...commitmentDrafts(), ...signatoryRows()],
  check: eventRows(eventsUntil('foundation-check')),
  returned: eventRows(eventsUntilReturned()),
  colleague: eventRows(add(eventsUntil('foundation-check'), { kind: 'invite-colleague', person: colleague })),
  validation: eventRows(eventsUntil('validation')),
  invited: eventRows(
    add(eventsUntil('validation'), { kind: 'invite-validator', person: chair, chair: true }),
  ),
  judged: eventRows(eventsUntilJudged()),
  complete: eventRows(eventsUntil('complete')),
  failed: eventRows(add(eventsUntil('foundation-check'), { kind: 'mark-failed', executionSeq: 1 })),
}

const suppressed = { pk: `SUPPRESSED#${sha256(leadAddress)}`, sk: 'MAIL', why: 'bounce', at: now }

/** Where the team or a lead goes back to. */
const hub = `/journeys/${journey}`
const teamCase = `/team/journeys/${journey}`
const validation = `/cases/${journey}`
const signing = `/sign/${journey}`

const registered = formOf(sample('submit-register-for'))

const entry = `/journeys/${journey}/steps/positive-action/diary/b4d8f2h6k0m4p8r2`
const filePath = `/journeys/${journey}/files/w5q2n8x4k7m3t9c6`

/** An entry of the diary that everybody may see. */
function publicEntry(): Row[] {
  const [draft, file] = entryWithFile({ status: 'clean', kind: 'jpg' })
  const said = { evidenceVisibility: ['public'], evidenceConsent: ['nobody-recognisable'] }
  return [{ ...draft, typed: { ...(draft!.typed as Row), ...said } }, file!]
}

const whose = { journey, publishedAt: now, by: lead, name: 'Harehills & Friends', individual: false }
const idea = {
  ...whose,
  pk: `PUBLIC#${journey}`,
  sk: 'IDEA#b4d8f2h6k0m4p8r2',
  listPk: 'IDEAS#every#0',
  listSk: `2026-09-01#${journey}#b4d8f2h6k0m4p8r2##`,
  entry: 'b4d8f2h6k0m4p8r2',
  on: '2026-09-01',
  title: 'An assembly',
  changed: 'Everybody listens.',
  areas: ['attitudes'],
  sectors: [],
  files: { w5q2n8x4k7m3t9c6: { caption: 'Our assembly', kind: 'jpg', bytes: 1200 } },
}
/** What everybody can see of the journey. */
const published = [
  { ...whose, pk: `PUBLIC#${journey}`, sk: 'PAGE', shows: ['updates'], about: {}, copies: {} },
  idea,
  { ...idea, sk: `${idea.sk}#attitudes`, listPk: 'IDEAS#attitudes#0' },
]

/** What somebody said in their pledge, who lets everybody read it. */
const said = {
  pk: `SAID#${journey}`,
  sk: 'PLEDGE#p3m7x1v5b9d2f6h0',
  listPk: `SAID#${journey}`,
  listSk: `${now}#p3m7x1v5b9d2f6h0`,
  id: 'p3m7x1v5b9d2f6h0',
  journey,
  at: now,
  team: 'Year 4',
  name: 'N.',
  words: 'I will ask <b>somebody</b> to play.',
  forEverybody: true,
}

interface Expected {
  readonly status: number
  readonly location?: string
  /** HTML, unless it is something else. */
  readonly type?: string
  /** A form that is sent elsewhere, if it has one. */
  readonly sendsTo?: string
  /** Where the journey is for that: by default at the first check. */
  readonly rows?: Row[]
  /** Who has to be signed in; nobody for the rest. */
  readonly who?: 'lead' | 'team' | 'validator' | 'signatory'
}

/** What each page answers to its sample. */
const expected: Partial<Record<FunctionName, Expected>> = {
  'show-start': { status: 200 },
  'show-privacy': { status: 200 },
  'show-cookies': { status: 200 },
  'show-accessibility': { status: 200 },
  'show-questions': { status: 200 },
  'show-library': { status: 200 },
  'show-safe-discussion': { status: 200 },
  'show-style': { status: 200, type: 'text/css; charset=utf-8' },
  'show-not-found': { status: 404 },
  'show-register': { status: 200 },
  'submit-register': { status: 303, location: '/sign-in/code', rows: [] },
  'show-sign-in': { status: 200 },
  'submit-sign-in': { status: 303, location: '/sign-in/code' },
  'show-code': { status: 200 },
  'submit-code': { status: 422 },
  'submit-sign-out': { status: 303, location: '/', who: 'lead' },
  'show-held': { status: 200, who: 'lead' },
  'drop-held': { status: 303, location: '/journeys', who: 'lead' },
  'show-journeys': { status: 303, location: hub, who: 'lead' },
  'confirm-registration': { status: 303, location: hub, rows: at.confirmation, who: 'lead' },
  'show-hub': { status: 200, who: 'lead' },
  'show-people': { status: 200, rows: at.colleague, who: 'lead' },
  'invite-colleague': { status: 303, location: `${hub}/people`, who: 'lead' },
  'remove-colleague': { status: 303, location: `${hub}/people`, rows: at.colleague, who: 'lead' },
  'show-next-round': { status: 200, rows: at.complete, who: 'lead' },
  'start-round': { status: 303, location: hub, rows: at.complete, who: 'lead' },
  'show-withdraw': { status: 200, who: 'lead' },
  'withdraw-journey': { status: 303, location: hub, who: 'lead' },
  'show-public-settings': { status: 200, rows: [...at.check, ...publicEntry()], who: 'lead' },
  'show-preview': { status: 200, who: 'lead' },
  'publish-page': { status: 303, location: `${hub}/public?done=published`, who: 'lead' },
  'publish-idea': {
    status: 303,
    location: `${hub}/public?done=ideaPublished`,
    rows: [...at.check, ...publicEntry()],
    who: 'lead',
  },
  'show-pledges': { status: 200, rows: [...at.check, said], who: 'lead' },
  'moderate-pledge': {
    status: 303,
    location: `${hub}/pledges?done=shown`,
    rows: [...at.check, said],
    who: 'lead',
  },
  'show-step': { status: 200, rows: at.returned, who: 'lead' },
  'submit-step': {
    status: 303,
    location: `${hub}?handedIn=registration`,
    rows: at.returned,
    who: 'lead',
  },
  'show-signature': { status: 200, rows: at.commitment, who: 'lead' },
  'ask-for-signature': { status: 303, location: `${hub}/signature`, rows: at.commitment, who: 'lead' },
  'show-commitment': { status: 200, rows: at.asked, who: 'signatory' },
  'sign-commitment': { status: 303, location: signing, rows: at.asked, who: 'signatory' },
  'show-check': { status: 200, rows: at.returned, who: 'lead' },
  'show-section': { status: 200, rows: at.awareness, who: 'lead' },
  'submit-section': {
    status: 303,
    location: `${hub}/steps/commitment-and-pledge`,
    rows: at.awareness,
    who: 'lead',
  },
  'add-plan-rows': {
    status: 303,
    location: `${hub}/steps/reflective-transparency/plan`,
    rows: at.awareness,
    who: 'lead',
  },
  'show-what-changed': { status: 200, rows: at.awareness, who: 'lead' },
  'show-add-file': { status: 200, rows: [...at.check, ...entryWithFile()], who: 'lead' },
  'add-file': {
    status: 303,
    location: `${filePath}/upload`,
    rows: [...at.check, ...entryWithFile()],
    who: 'lead',
  },
  'show-upload': {
    status: 200,
    sendsTo: environment.EVIDENCE_URL,
    rows: [...at.check, ...entryWithFile()],
    who: 'lead',
  },
  'show-arrived': { status: 200, rows: [...at.check, ...entryWithFile({ status: 'arrived' })], who: 'lead' },
  'show-remove-file': { status: 200, rows: [...at.check, ...entryWithFile()], who: 'lead' },
  'remove-file': { status: 303, location: entry, rows: [...at.check, ...entryWithFile()], who: 'lead' },
  'open-file': {
    status: 303,
    location: expect.stringContaining(`${environment.EVIDENCE_URL}/clean/${journey}/w5q2n8x4k7m3t9c6?`),
    rows: [...at.check, ...entryWithFile({ status: 'clean', kind: 'jpg' })],
    who: 'lead',
  },
  'show-team': { status: 200, who: 'team' },
  'show-register-for': { status: 200, who: 'team' },
  'submit-register-for': {
    status: 303,
    location: `/team/journeys/${idFrom(registered.get('nonce')!, registered.get('leadEmail')!)}`,
    rows: [],
    who: 'team',
  },
  'show-lead': { status: 200, who: 'team' },
  'change-lead': { status: 303, location: `${teamCase}?done=lead`, who: 'team' },
  'write-again': {
    status: 303,
    location: `${teamCase}?done=write-again`,
    rows: [...at.check, suppressed],
    who: 'team',
  },
  // The journey follows the newest rules already.
  'show-rules': { status: 303, location: teamCase, who: 'team' },
  'move-journey': { status: 409, who: 'team' },
  'restart-execution': { status: 303, location: `${teamCase}?done=restart`, rows: at.failed, who: 'team' },
  'show-emails': { status: 200, who: 'team' },
  'resend-email': { status: 303, location: `${teamCase}/emails`, who: 'team' },
  'show-pause': { status: 200, who: 'team' },
  'pause-journey': { status: 303, location: teamCase, who: 'team' },
  'show-close': { status: 200, who: 'team' },
  'close-journey': { status: 303, location: teamCase, who: 'team' },
  'show-case': { status: 200, who: 'team' },
  'submit-check': { status: 303, location: teamCase, who: 'team' },
  'show-pledge': { status: 200 },
  'submit-pledge': { status: 303, location: `/pledge/${journey}/thanks` },
  'show-pledged': { status: 200 },
  'show-stop-reminders': { status: 200, rows: [...at.check, stopLink] },
  'stop-reminders': { status: 200, rows: [...at.check, stopLink] },
  'invite-validator': { status: 303, location: `${teamCase}#panel`, rows: at.validation, who: 'team' },
  'remove-validator': { status: 303, location: `${teamCase}#panel`, rows: at.judged, who: 'team' },
  'show-validation': { status: 200, rows: at.judged, who: 'validator' },
  'submit-declaration': { status: 303, location: validation, rows: at.invited, who: 'validator' },
  'submit-judgement': { status: 303, location: validation, rows: at.judged, who: 'validator' },
  'show-conclusion': { status: 200, rows: at.judged, who: 'validator' },
  'submit-conclusion': { status: 303, location: validation, rows: at.judged, who: 'validator' },
  'show-capture': { status: 200, rows: [...at.judged, ...capturedLink], who: 'validator' },
  'show-award': { status: 200, rows: [award] },
  'show-organisation': { status: 200, rows: published },
  'open-public-file': {
    status: 303,
    location: expect.stringContaining(`${environment.EVIDENCE_URL}/clean/${journey}/w5q2n8x4k7m3t9c6?`),
    rows: [...published, ...entryWithFile({ status: 'clean', kind: 'jpg' })],
  },
  'show-ideas': { status: 200, rows: published },
}

const names = Object.keys(inventory) as FunctionName[]
const pages = names.filter((name) => 'http' in inventory[name].on)
const method = (name: FunctionName) => sample(name).requestContext.http.method
const sent = pages.filter((name) => method(name) === 'POST')
const needs = (port: string) => (name: FunctionName) =>
  (inventory[name].needs as readonly string[]).includes(port)
const signedIn = pages.filter(needs('sessions'))
const of = (who: Expected['who']) => pages.filter((name) => expected[name]!.who === who)
const teamOnly = of('team')
/** Its link is the authority (see secretLinkPage): it can be sent from anywhere, without a cookie. */
const oneClick: FunctionName = 'stop-reminders'
const sentFromOurPages = sent.filter((name) => name !== oneClick)
/** What is typed into these is held when the sign-in has ended. */
const typedInto: readonly FunctionName[] = sent
  .filter(needs('heldFormWriter'))
  .filter((name) => name !== 'drop-held')
/** In these there is a button to press, or one answer to choose. */
const pressed: readonly FunctionName[] = [
  'submit-sign-out',
  'drop-held',
  'confirm-registration',
  'remove-colleague',
  'start-round',
  'withdraw-journey',
  'submit-step',
  'remove-file',
  'write-again',
  'move-journey',
  'restart-execution',
  'resend-email',
  'pause-journey',
  'remove-validator',
  'submit-declaration',
  'ask-for-signature',
  'sign-commitment',
  'publish-page',
  'publish-idea',
  'moderate-pledge',
  'add-plan-rows',
]
const secretOf = { lead: leadSecret, team: teamSecret, validator: chairSecret, signatory: signatorySecret }

function givenFor(name: FunctionName): void {
  given(...everyday(), ...(expected[name]!.rows ?? at.check))
}

function expectSecurityHeaders({ headers, cookies }: WebAnswer, sendsTo?: string): void {
  expect(headers).toMatchObject({
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self'${sendsTo ? ` ${sendsTo}` : ''}; base-uri 'none'; frame-ancestors 'none'`,
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'strict-origin',
    'cache-control': 'no-store',
  })
  for (const cookie of cookies) {
    expect(cookie).toMatch(
      /^__Host-(session|sign-in)=[\w-]*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    )
  }
}

function expectPage(answer: WebAnswer, status: number, title: string): void {
  expect(answer.statusCode).toBe(status)
  expectSecurityHeaders(answer)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.body).toContain(`<title>${title} – Cultural Cohesion Quality Mark</title>`)
  expect(answer.body).toContain(environment.CONTACT_TELEPHONE)
}

const titles = {
  notFound: 'We cannot find that page',
  noSuchLink: 'This link does not work any more',
  notAForm: 'We could not read what was sent',
  tooLarge: 'That is more than we can take at once',
  otherSite: 'We could not be sure that this came from our page',
  sessionEnded: 'Please sign in again',
  teamOnly: 'This page is for the team',
  unexpected: 'Sorry, something went wrong',
}

it('knows what every page answers', () => {
  expect(Object.keys(expected)).toEqual(pages)
  expect(signedIn.toSorted()).toEqual(
    [...of('lead'), ...of('team'), ...of('validator'), ...of('signatory')].toSorted(),
  )
  expect(sent).toHaveLength(36)
  expect(signedIn).toHaveLength(62)
  expect(sent.filter(needs('sessions')).toSorted()).toEqual([...typedInto, ...pressed].toSorted())
})

describe.each(pages)('%s', (name) => {
  it('answers its sample with every security header', async () => {
    givenFor(name)
    const answer = await call(name)
    expect(answer.statusCode).toBe(expected[name]!.status)
    expect(answer.headers.location).toEqual(expected[name]!.location)
    expectSecurityHeaders(answer, expected[name]!.sendsTo)
    if (answer.statusCode === 303) expect(answer.body).toBe('')
    else expect(answer.headers['content-type']).toBe(expected[name]!.type ?? 'text/html; charset=utf-8')
    expect(log).toEqual([])
    if (method(name) === 'GET') expect(writes()).toEqual([])
  })

  it('says that something went wrong without saying what, on the page and in the log', async () => {
    const secret = 'Amina Hussain cannot be stored'
    ddb.reset()
    ddb.rejects(new Error(secret))
    const usesTable = (inventory[name].needs as readonly string[]).some(
      (port) => !['settings', 'words'].includes(port),
    )
    const answer = await call(
      name,
      name === 'show-not-found' || usesTable ? sample(name) : { nothing: secret },
    )
    if (name === 'show-not-found') return expectPage(answer, 404, titles.notFound)
    expectPage(answer, 500, titles.unexpected)
    expect(answer.body).not.toContain('Amina')
    expect(answer.cookies).toEqual([])
    expect(log).toHaveLength(1)
    expect(log[0]).not.toContain('Amina')
    expect(JSON.parse(log[0]!)).toMatchObject({
      level: 'error',
      where: name,
      errors: [{ at: expect.any(Array) }],
    })
  })
})

it('lets a browser keep the style sheet under its own name, and under no other', async () => {
  const named = (sheet: string) => call('show-style', { ...sample('show-style'), pathParameters: { sheet } })
  for (const [sheet, kept] of [
    [`${styleSheetName}.css`, 'public, max-age=31536000, immutable'],
    ['0123456789abcdef.css', 'no-store'],
  ] as const) {
    const { body, headers } = await named(sheet)
    expect(body).toBe(styleSheet)
    expect(headers['cache-control']).toBe(kept)
  }
  const { body } = await call('show-start')
  expect(body).toContain(`<link rel="stylesheet" href="/style/${styleSheetName}.css">`)
})

/** Their forms come back with what was typed, if something else came with it. */
const withQuestions = [
  'submit-section',
  'submit-register',
  'submit-register-for',
  'submit-pledge',
  'sign-commitment',
  'change-lead',
  'invite-validator',
  'submit-judgement',
  'submit-conclusion',
] as const satisfies readonly FunctionName[]

describe.each(sentFromOurPages)('what is sent to %s', (name) => {
  async function refused(event: WebEvent, status: number, title: string) {
    givenFor(name)
    expectPage(await call(name, event), status, title)
    expect(changes()).toEqual([])
    expect(log).toEqual([])
  }

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['nowhere that a browser says', { 'sec-fetch-site': 'none' }],
    [
      'another site, whatever its Origin claims',
      { 'sec-fetch-site': 'cross-site', origin: 'https://mark.example' },
    ],
    ['an older browser on another site', { 'sec-fetch-site': undefined, origin: 'https://evil.example' }],
    ['an older browser that hides its origin', { 'sec-fetch-site': undefined, origin: 'null' }],
    ['no browser at all', { 'sec-fetch-site': undefined, origin: undefined }],
  ])('is refused from %s', async (_, headers) => {
    await refused(withHeaders(sample(name), headers), 403, titles.otherSite)
  })

  it('is taken from an older browser on our own page', async () => {
    givenFor(name)
    const answer = await call(name, withHeaders(sample(name), { 'sec-fetch-site': undefined }))
    expect(answer.statusCode).toBe(expected[name]!.status)
  })

  it('is refused when it is too large', async () => {
    const { length } = Buffer.from(sample(name).body!, 'base64')
    const padding = (bytes: number) =>
      withBody(
        sample(name),
        `${Buffer.from(sample(name).body!, 'base64')}&x=${'a'.repeat(bytes - length - 3)}`,
      )
    await refused(padding(2 * 1024 * 1024 + 1), 400, titles.tooLarge)
    givenFor(name)
    const { statusCode } = await call(name, padding(2 * 1024 * 1024))
    expect(statusCode).toBe((withQuestions as readonly FunctionName[]).includes(name) ? 422 : 400)
    expect(changes()).toEqual([])
  })

  it.each([undefined, 'multipart/form-data; boundary=x', 'application/json', 'text/plain'])(
    'is refused as %s',
    async (type) => {
      await refused(withHeaders(sample(name), { 'content-type': type }), 400, titles.notAForm)
    },
  )

  it('is taken whatever the case and the parameters of its type', async () => {
    givenFor(name)
    const type = 'Application/X-WWW-Form-Urlencoded; charset=UTF-8'
    const answer = await call(name, withHeaders(sample(name), { 'content-type': type }))
    expect(answer.statusCode).toBe(expected[name]!.status)
  })

  it('is refused when it is not text', async () => {
    const fields = Buffer.from(sample(name).body!, 'base64').toString()
    for (const wrong of ['%FF', '%C3', '%ED%A0%80']) {
      ddb.resetHistory()
      givenFor(name)
      // By the field that it is in; what only a page of ours knows is no form then.
      const { statusCode } = await call(name, withBody(sample(name), `${fields}${wrong}`))
      expect([400, 403, 422]).toContain(statusCode)
      expect(changes()).toEqual([])
    }
  })

  it('is refused with a field twice, without one, or with one of another name', async () => {
    const [first] = new URLSearchParams(Buffer.from(sample(name).body!, 'base64').toString()).keys()
    const wrong = needs('sessions')(name) && first === 'token' ? /^(400|403|422)$/ : /^(400|422)$/
    for (const change of [
      (form: URLSearchParams) => form.append(first!, form.get(first!)!),
      (form: URLSearchParams) => form.delete(first!),
      (form: URLSearchParams) => form.append('extra', ''),
      (form: URLSearchParams) => form.append('constructor', 'x'),
      (form: URLSearchParams) => form.append('__proto__', 'x'),
      (form: URLSearchParams) => form.append('', 'x'),
    ]) {
      ddb.resetHistory()
      givenFor(name)
      const answer = await call(name, withForm(sample(name), change))
      expect(String(answer.statusCode)).toMatch(wrong)
      expect(changes()).toEqual([])
    }
  })
})

describe.each(withQuestions)('the questions of %s', (name) => {
  it.each(['extra', 'constructor', '__proto__', '', '<b>'])(
    'come back with a message when something comes under the name of %j, and change nothing',
    async (stray) => {
      givenFor(name)
      const sent = withForm(sample(name), (form) => form.append(stray, '<b>x'))
      const { statusCode, body } = await call(name, sent)
      expect(statusCode).toBe(422)
      expect(body).toContain(`<li>${word('problem.not-asked')}</li>`)
      expect(body).not.toContain('<b>')
      expect(changes()).toEqual([])
      expect(log).toEqual([])
    },
  )
})

describe.each(signedIn)('%s without a session', (name) => {
  const ended = (change: Partial<Record<'openedAt' | 'usedAt' | 'kind', string>>) => {
    const secret = secretOf[expected[name]!.who!]
    const session = everyday().find(
      (row) => row.kind === 'session' && row.pk === sessionRow(secret, '', '').pk,
    )
    return [{ ...session, ...change }, ...(expected[name]!.rows ?? at.check)]
  }

  async function sentAway(event: WebEvent, rows: readonly Row[], held: readonly string[] = []) {
    ddb.resetHistory()
    given(...rows)
    const answer = await call(name, event)
    const next = comesBackTo(event)
    const signIn = next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'
    const welcome = name === 'show-validation' ? 'Validation' : 'Sign a formal commitment'
    if (name === 'show-validation' || name === 'show-commitment') {
      // What the emailed link shows to anybody: nothing is read of the journey.
      expectPage(answer, 200, welcome)
      expect(answer.body).not.toContain('Harehills')
      expect(answer.body).toContain(`name="next" value="${next}"`)
      expect(calls().every(({ args: [{ input }] }) => /SECRET#/.test(JSON.stringify(input)))).toBe(true)
    } else if (method(name) === 'GET') {
      expect(answer).toMatchObject({ statusCode: 303, headers: { location: signIn }, body: '' })
      expectSecurityHeaders(answer)
    } else {
      expectPage(answer, 403, titles.sessionEnded)
      expect(answer.body).toContain(`href="${signIn}"`)
    }
    expect(writes().map(({ kind, key }) => `${kind} ${key}`)).toEqual(held)
  }

  /** The page that an email leads to, or could. */
  function comesBackTo({ pathParameters: path }: WebEvent): string | undefined {
    if (!path?.journey) return undefined
    const { who } = expected[name]!
    if (who === 'team') return teamCase
    if (who === 'validator') return validation
    if (who === 'signatory') return signing
    if (name === 'open-file') return `${hub}/files/${path.file}`
    return path.step ? `${hub}/steps/${path.step}` : hub
  }

  it('leads to the sign-in: no cookie, one of another name, one that nobody knows', async () => {
    const { cookies: _, ...without } = sample(name)
    await sentAway(without, everyday())
    await sentAway(
      { ...without, cookies: [`session=${leadSecret}`, `__Host-sign-in=${leadSecret}`] },
      everyday(),
    )
    await sentAway({ ...without, cookies: ['__Host-session='] }, everyday())
    await sentAway(sample(name), [])
  })

  it('leads to the sign-in when the session has ended, idle for 4 hours or 12 hours old', async () => {
    const held = typedInto.includes(name) ? [`put HELD#${sha256(secretOf[expected[name]!.who!])}|HELD`] : []
    await sentAway(sample(name), ended({ usedAt: '2027-01-04T06:00:00.000Z' }), held)
    await sentAway(sample(name), ended({ openedAt: '2027-01-03T22:00:00.000Z' }), held)
    await sentAway(sample(name), ended({ kind: 'code' }))
  })

  it('is not sent away a moment before', async () => {
    given(
      ...ended({ usedAt: '2027-01-04T06:00:00.001Z', openedAt: '2027-01-03T22:00:00.001Z' }),
      ...everyday().filter(({ kind }) => kind !== 'session'),
    )
    expect((await call(name)).statusCode).toBe(expected[name]!.status)
  })
})

describe.each(teamOnly)('%s', (name) => {
  it('is for the team alone', async () => {
    givenFor(name)
    const answer = await call(name, { ...sample(name), cookies: [`__Host-session=${leadSecret}`] })
    expectPage(answer, 403, titles.teamOnly)
    expect(answer.body).not.toContain('Harehills')
    expect(writes()).toEqual([])
  })

  it('ends for somebody whose address is no longer on the team', async () => {
    given(...(expected[name]!.rows ?? at.check), sessionRow(teamSecret, teamPerson, `former.${teamAddress}`))
    expectPage(await call(name), 403, titles.teamOnly)
  })
})

const belongs = [...of('lead'), ...of('validator'), ...of('signatory')].filter(
  // Confirming leads to the hub, which is not found then; its own tests say that nothing is committed.
  (name) => sample(name).pathParameters?.journey && name !== 'confirm-registration',
)

describe.each(belongs)('%s for somebody who is signed in and does not belong to it', (name) => {
  const as = (secret: string): WebEvent => {
    const event = { ...sample(name), cookies: [`__Host-session=${secret}`] }
    return event.body ? withForm(event, (form) => form.set('token', tokenFor(name, secret))) : event
  }

  it('is not found', async () => {
    const stranger = 'S'.repeat(43)
    const others = expected[name]!.who === 'lead' ? [chairSecret] : [leadSecret, teamSecret]
    for (const secret of [stranger, ...others]) {
      given(
        ...everyday(),
        ...(expected[name]!.rows ?? at.check),
        sessionRow(stranger, 'x1y2z3w4v5t6s7r8', 'somebody.else@example.org'),
      )
      const answer = await call(name, as(secret))
      expectPage(answer, 404, titles.notFound)
      expect(answer.body).not.toContain('Harehills')
      expect(changes()).toEqual([])
    }
  })
})

describe.each(sent.filter((name) => signedIn.includes(name)))('the token of %s', (name) => {
  it('must be that of this form and this session', async () => {
    const token = new URLSearchParams(Buffer.from(sample(name).body!, 'base64').toString()).get('token')!
    const others = sent.filter((other) => signedIn.includes(other) && other !== name)
    const foreign = others.map(
      (other) => new URLSearchParams(Buffer.from(sample(other).body!, 'base64').toString()).get('token')!,
    )
    for (const wrong of [undefined, '', token.toUpperCase(), `${token.slice(0, -1)}x`, ...foreign]) {
      givenFor(name)
      const event = withForm(sample(name), (form) =>
        wrong === undefined ? form.delete('token') : form.set('token', wrong),
      )
      const answer = await call(name, event)
      if (foreign.includes(wrong!) && typedInto.includes(name)) {
        // It can be of a page from before they signed in again: what was typed is held, and nothing else happens.
        expect([answer.statusCode, answer.headers.location]).toEqual([303, '/held'])
        expect(new Set(writes().map(({ pk }) => pk.split('#')[0]))).toEqual(new Set(['HELD']))
      } else {
        expectPage(answer, 403, titles.otherSite)
        expect(writes()).toEqual([])
      }
    }
  })
})

describe('a path that is not one of ours', () => {
  const withPath = (name: FunctionName, change: Record<string, string>): WebEvent => ({
    ...sample(name),
    pathParameters: { ...sample(name).pathParameters, ...change },
  })
  const wrongJourneys = [
    'h3k9w2m7x5p4t8q',
    'H3K9W2M7X5P4T8Q1',
    'h3k9w2m7x5p4t8qo',
    '../../../../etc/p',
    'constructor',
    ' ',
  ]
  const ofJourneys = pages.filter((name) => sample(name).pathParameters?.journey)
  const cases: [FunctionName, Record<string, string>][] = [
    ...ofJourneys.flatMap((name) =>
      wrongJourneys.map((journey): [FunctionName, Record<string, string>] => [name, { journey }]),
    ),
    // Well formed, and nobody's; what is sent to confirm one leads to its page, which is not found.
    ...ofJourneys
      .filter((name) => name !== 'confirm-registration')
      .map((name): [FunctionName, Record<string, string>] => [name, { journey: '0000000000000000' }]),
    ...pages
      .filter((name) => sample(name).pathParameters?.step)
      .flatMap((name) =>
        ['no-such-step', 'foundation-check', 'confirmation', 'constructor', 'Registration', 'a/b'].map(
          (step): [FunctionName, Record<string, string>] => [name, { step }],
        ),
      ),
    ...(['show-section', 'submit-section'] as const).flatMap((name) =>
      [
        { section: 'no-such-section' },
        { section: 'constructor' },
        { section: 'Pledge' },
        // It has no entries, and the activities are another step's.
        { entry: 'p3m7x1v5b9d2f6h0' },
        { entry: '../secret' },
        { section: 'activities' },
      ].map((path): [FunctionName, Record<string, string>] => [name, path]),
    ),
    // A contact's details are given to register, and kept with the person.
    ['show-section', { step: 'registration', section: 'contact' }],
    ['submit-section', { step: 'registration', section: 'contact' }],
    ...(['remove-colleague', 'remove-validator'] as const).flatMap((name) =>
      ['n4w8c2k6z0t5r9q', 'N4W8C2K6Z0T5R9QM', 'constructor', '../../../../etc/p'].map(
        (person): [FunctionName, Record<string, string>] => [name, { person }],
      ),
    ),
    ...(['show-stop-reminders', 'stop-reminders'] as const).flatMap((name) =>
      ['x'.repeat(42), 'x'.repeat(43), `${'x'.repeat(42)}!`, 'constructor'].map(
        (secret): [FunctionName, Record<string, string>] => [name, { secret }],
      ),
    ),
    ...['constructor', '__proto__', 'Race', ''].flatMap((odd): [FunctionName, Record<string, string>][] => [
      ['show-library', { area: odd }],
      ['show-questions', { step: odd }],
    ]),
    ...['constructor', '0123456789abcdef', '../style.css'].map(
      (sheet): [FunctionName, Record<string, string>] => ['show-style', { sheet }],
    ),
    ...(['show-organisation', 'open-public-file'] as const).flatMap((name) =>
      ['h3k9w2m7x5p4t8q2', 'constructor', '../secret'].map(
        (journey): [FunctionName, Record<string, string>] => [name, { journey }],
      ),
    ),
    ['open-public-file', { file: 'w5q2n8x4k7m3t9c7' }],
    ['publish-idea', { entry: '../secret' }],
    ...['K7Q2-9FXN', 'k7q2-9fxn', 'K7Q29FXM', 'K7Q2-9FXM-', '__proto__'].map(
      (serial): [FunctionName, Record<string, string>] => ['show-award', { serial }],
    ),
  ]

  it.each(cases)('%s %j is not found', async (name, path) => {
    given(...everyday(), ...(expected[name]!.rows ?? at.check), award)
    const title = /^[\w-]{43}$/.test(path.secret ?? '') ? titles.noSuchLink : titles.notFound
    expectPage(await call(name, withPath(name, path)), 404, title)
    expect(changes()).toEqual([])
    expect(log).toEqual([])
  })
})

// RFC 8058: the link is the authority, so what holds for the other forms of where they come from does not hold here.
describe('the one-click link of a reminder', () => {
  const event = sample(oneClick)
  const multipart = (fields: string, type = 'multipart/form-data; boundary=x-1') =>
    withHeaders(withBody(event, fields), { 'content-type': type })
  const part = (name: string, value: string) =>
    `--x-1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const pressed = `${part('List-Unsubscribe', 'One-Click')}--x-1--\r\n`

  async function stops(sentEvent: WebEvent) {
    ddb.resetHistory()
    givenFor(oneClick)
    const answer = await call(oneClick, sentEvent)
    expectPage(answer, 200, 'The reminders are stopped')
    expect(answer.cookies).toEqual([])
    expect(committed()).toMatchObject({
      actor: lead,
      command: { kind: 'stop-reminders' },
      state: { remindersStopped: true },
    })
  }

  async function isRefused(sentEvent: WebEvent, title: string) {
    ddb.resetHistory()
    givenFor(oneClick)
    expectPage(await call(oneClick, sentEvent), 400, title)
    expect(writes()).toEqual([])
    expect(log).toEqual([])
  }

  it('is taken from a mail provider, from our page, and from anywhere else, signed in or not', async () => {
    for (const headers of [
      {},
      { 'sec-fetch-site': 'same-origin', origin: environment.BASE_URL },
      { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' },
      { origin: 'null' },
    ])
      await stops(withHeaders(event, headers))
    await stops({ ...event, cookies: [`__Host-session=${teamSecret}`] })
  })

  it('is taken as either kind of form, with more beside it', async () => {
    await stops(multipart(pressed))
    await stops(
      multipart(`${part('mailbox', 'x')}${pressed}`, 'Multipart/Form-Data; charset=utf-8; boundary="x-1"'),
    )
    await stops(withBody(event, 'mailbox=x&List-Unsubscribe=One-Click'))
  })

  it('is refused when it is anything else, or too large', async () => {
    for (const body of [
      '',
      'List-Unsubscribe=',
      'List-Unsubscribe=one-click',
      'list-unsubscribe=One-Click',
      '%FF',
    ])
      await isRefused(withBody(event, body), titles.notAForm)
    await isRefused(withBody(event, 'List-Unsubscribe=One-Click&List-Unsubscribe=One-Click'), titles.notAForm)
    await isRefused(multipart(part('List-Unsubscribe', 'Two')), titles.notAForm)
    await isRefused(multipart(`${part('List-Unsubscribe', 'One-Click')}${pressed}`), titles.notAForm)
    await isRefused(multipart(pressed, 'multipart/form-data; boundary=another'), titles.notAForm)
    await isRefused(multipart(pressed, 'multipart/form-data'), titles.notAForm)
    for (const type of [undefined, 'application/json', 'text/plain'])
      await isRefused(withHeaders(event, { 'content-type': type }), titles.notAForm)
    const large = 'a'.repeat(2 * 1024 * 1024)
    await isRefused(withBody(event, `List-Unsubscribe=One-Click&x=${large}`), titles.tooLarge)
    await isRefused(multipart(`${part('x', large)}${pressed}`), titles.tooLarge)
  })

  it('stops nothing for a link that has expired, or is a session or a code', async () => {
    for (const change of [{ expiresAt: now }, { kind: 'session' }, { kind: 'code' }]) {
      given(...everyday(), ...at.check, { ...stopLink, ...change })
      expectPage(await call(oneClick), 404, titles.noSuchLink)
      expect(writes()).toEqual([])
    }
  })

  it('says that they have stopped, and stops nothing, for somebody who is not the lead any more', async () => {
    given(...everyday(), ...at.check, { ...stopLink, person: colleague })
    expectPage(await call(oneClick), 200, 'The reminders are stopped')
    expect(writes()).toEqual([])
  })

  it('changes nothing by being looked at', async () => {
    givenFor('show-stop-reminders')
    const { body } = await call('show-stop-reminders')
    expect(body).toContain('name="List-Unsubscribe" value="One-Click"')
    expect(writes()).toEqual([])
  })
})

it('finds no address that leads nowhere, however it is asked for', async () => {
  for (const verb of ['GET', 'POST', 'PUT', 'DELETE']) {
    const event = sample('show-not-found')
    event.requestContext.http.method = verb
    expectPage(await call('show-not-found', event), 404, titles.notFound)
  }
})

// Copying the list of a name for each of its values would take time that grows with the square (7 s for 64 KB).
it('reads a body that names one field again and again as fast as any other', async () => {
  const start = performance.now()
  const answer = await call('submit-sign-in', withBody(sample('submit-sign-in'), 'a&'.repeat(16_384)))
  expect(answer.statusCode).toBe(400)
  expect(performance.now() - start).toBeLessThan(300)
})
