// The validation through the real pages: a panel is invited, declares, looks, and its chair decides.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable, type Table } from '../../functions/adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoRecordWriter } from '../../functions/adapters/dynamo-records.ts'
import { carryOut } from '../../functions/app/carry-out.ts'
import { keepRecord } from '../../functions/app/keep-record.ts'
import { type Browser, createBrowser } from '../../infra/demo/browser.ts'
import {
  conclude,
  emailTo,
  giveView,
  handInNext,
  inventedSchool,
  inventedView,
  inviteValidator,
  mailTo,
  reachValidation,
  registerSchool,
  signIn,
  teamAddress,
  until,
  withCode,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import type { Command, JourneyState } from '../../workflows/journey-state.ts'
import { waitsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'

const chair = { name: 'Chair Example', email: 'chair@panel.example', chair: true }
const second = { name: 'Second Example', email: 'second@panel.example', chair: false }
const third = { name: 'Third Example', email: 'third@panel.example', chair: false }
const panel = [chair, second, third]

let folder: string
let system: System
let table: Table
let team: Browser
/** Signed in once they are known. */
const browsers = new Map<string, Browser>()
let schools = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '3' } })
  table = openTable()
  team = await signIn(system, teamAddress)
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

async function registered() {
  const number = ++schools
  const organisationName = `School Number ${number}.`
  const address = `lead${number}@school.example`
  const school = await registerSchool(system, {
    ...inventedSchool,
    organisationName,
    contactEmail: address,
  })
  return { school, address, organisationName, journey: school.page.url.pathname.split('/')[2]! }
}

/** Everything before is handed in and accepted as the pages would do it: they have tests of their own. */
async function atValidation() {
  const found = await registered()
  const ports = {
    journeys: dynamoJourneys(table),
    commits: dynamoCommits(table),
    recordWriter: dynamoRecordWriter(table),
    clock: { now: () => new Date(), unmovedMs: () => performance.now() },
  }
  const { organisationName } = found
  const answers = { organisationName, impactStatement: 'What we did together' }
  for (const wait of waitsOf(newest).slice(0, -1)) {
    const { visit } = (await stateOf(found.journey)).position
    const command: Command =
      wait.kind === 'step'
        ? {
            kind: 'submit',
            step: wait.id,
            visit,
            submission: await keepRecord(ports, found.journey, `1#${wait.id}`, 'somebody', { answers }),
          }
        : { kind: 'accept', wait: wait.id, visit }
    expect(await carryOut(ports, found.journey, 'somebody', command)).toMatchObject({ kind: 'accepted' })
  }
  return found
}

async function browserOf({ email }: { readonly email: string }): Promise<Browser> {
  const known = browsers.get(email) ?? (await signIn(system, email))
  browsers.set(email, known)
  return known
}

/** Everybody is invited, and all but those of `without` give a view. */
async function judged(journey: string, without: readonly string[] = []) {
  for (const validator of panel) await inviteValidator(team, journey, validator)
  for (const validator of panel.filter(({ email }) => !without.includes(email)))
    await giveView(await browserOf(validator), journey)
  return browserOf(chair)
}

async function stateOf(journey: string): Promise<JourneyState> {
  return (await dynamoJourneys(table).newest(journey))!.state
}

async function numberOf(journey: string): Promise<number> {
  return (await dynamoJourneys(table).newest(journey))!.number
}

const text = ({ page }: Browser) => page.root.querySelector('main')!.text.replace(/\s+/g, ' ')

describe('the link that a validator gets', () => {
  it('shows what it is to anybody, leads through a code to the case, and decides nothing however often', async () => {
    const { school, organisationName } = await registered()
    const journey = await reachValidation(school, team, organisationName)
    await inviteValidator(team, journey, chair)
    expect(text(team)).toContain('Chair Example (chair)')
    expect(text(team)).toContain('Please invite 2 more.')
    const email = await emailTo(system, chair.email, /Would you validate/)
    const link = new URL(/http:\S+\/cases\/\S+/.exec(email.text)![0]).pathname
    expect(link).toBe(`/cases/${journey}`)
    const before = await numberOf(journey)

    const browser = createBrowser(system.webUrl)
    for (let visit = 0; visit < 3; visit++) await browser.open(link)
    expect(browser.page).toMatchObject({
      status: 200,
      heading: 'Validation of the Cultural Cohesion Quality Mark',
    })
    expect(browser.page.html).not.toContain(organisationName)
    const unknown = await createBrowser(system.webUrl).open('/cases/0123456789abcdef')
    expect(unknown.html.replaceAll('0123456789abcdef', journey)).toBe(browser.page.html)

    await withCode(system, browser, chair.email, () => browser.send({ email: chair.email }))
    expect(browser.page.url.pathname).toBe(link)
    expect(browser.page.heading).toContain('Do you have a conflict of interest?')
    expect(text(browser)).toContain(organisationName)
    expect(text(browser)).not.toContain('Handed in on')
    expect(browser.page.root.querySelectorAll('[checked]')).toEqual([])
    await browser.open(`${link}/decision`)
    expect(browser.page.heading).toContain('Do you have a conflict of interest?')
    expect(await numberOf(journey)).toBe(before)

    expect(await browser.send({})).toMatchObject({ status: 422 })
    expect(text(browser)).toContain('Select whether you have a conflict of interest')
    await browser.send({ conflict: 'no' })
    expect(browser.page.heading).toContain(organisationName)
    expect(text(browser)).toContain('An assembly about the quality mark')
    expect(browser.page.root.querySelectorAll('[checked]')).toEqual([])
    browsers.set(chair.email, browser)
  })

  it('is of no use to somebody else, to the team or to the organisation', async () => {
    const { journey, school } = await atValidation()
    await inviteValidator(team, journey, chair)
    const other = await registerSchool(system, { ...inventedSchool, contactEmail: 'other@school.example' })
    for (const browser of [other, team, school]) {
      for (const path of [`/cases/${journey}`, `/cases/${journey}/decision`])
        expect((await browser.open(path)).status).toBe(404)
    }
    const asked = await browserOf(chair)
    await asked.open(`/cases/${journey}`)
    const mine = asked.page.root.querySelector('main form')!.getAttribute('action')!
    for (const path of [mine, `/cases/${journey}/view`, `/cases/${journey}/decision`]) {
      const response = await post(other, path, { visit: '1', conflict: 'no' })
      // What is typed into comes back to whoever sent it, and goes nowhere else.
      if (response.status === 303) expect(response.headers.get('location')).toBe('/held')
      else expect(response.status).toBe(403)
    }
    expect((await stateOf(journey)).panel).toMatchObject([{ declared: null }])
  })

  it('asks for no code but ours, and leads to no page but ours', async () => {
    const browser = createBrowser(system.webUrl)
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/sign-out',
      '/journeys/x',
    ])
      expect((await browser.open(`/sign-in?next=${encodeURIComponent(next)}`)).status).toBe(404)
    await browser.open('/sign-in?next=/cases/0123456789abcdef')
    await browser.send({ email: 'nobody@panel.example', next: 'https://evil.example/' })
    expect(browser.page.status).toBe(400)
    const { url } = await browser.open('/team/journeys/0123456789abcdef')
    expect(url.pathname + url.search).toBe('/sign-in?next=%2Fteam%2Fjourneys%2F0123456789abcdef')
    await withCode(system, browser, teamAddress, () => browser.send({ email: teamAddress }))
    expect(browser.page.url.pathname).toBe('/team/journeys/0123456789abcdef')
  })
})

describe('the panel', () => {
  it('is put together by the team, which never sees a view', async () => {
    const { journey, address, organisationName } = await atValidation()
    await inviteValidator(team, journey, { ...chair, email: '' })
    expect(team.page.status).toBe(422)
    expect(text(team)).toContain('Enter their email address')
    expect(team.page.root.querySelector('#validatorName')!.getAttribute('value')).toBe(chair.name)
    await inviteValidator(team, journey, { ...second, email: address })
    expect(text(team)).toContain('This person works on the journey')
    expect((await stateOf(journey)).panel).toEqual([])

    await judged(journey, [third.email])
    await inviteValidator(team, journey, second)
    expect(text(team)).toContain('This person is on the panel already')
    await team.open(`/team/journeys/${journey}`)
    expect(text(team)).toMatch(/Second Example.*Has given a view.*Third Example.*Invited/)
    expect(text(team)).toContain('We wait for the views of 1.')
    expect(team.page.html).not.toContain(inventedView.viewStrengths)

    const person = (await stateOf(journey)).panel[2]!.person
    await team.send({}, `/team/journeys/${journey}/validators/${person}/remove`)
    expect(text(team)).not.toContain('Third Example')
    expect((await (await browserOf(third)).open(`/cases/${journey}`)).status).toBe(404)
    expect((await stateOf(journey)).panel).toHaveLength(2)
    const [several, lone] = [await browserOf(chair), await browserOf(second)]
    await several.open('/journeys')
    expect(several.page.heading).toBe('Cases that you validate')
    expect(text(several)).toMatch(new RegExp(`${organisationName} ?Bronze validation ?We have your view`))
    expect((await lone.open('/journeys')).url.pathname).toBe(`/cases/${journey}`)
  })

  it('is closed for good to somebody with a conflict, and the team sees it', async () => {
    const { journey } = await atValidation()
    for (const validator of panel) await inviteValidator(team, journey, validator)
    const browser = await browserOf(third)
    await browser.open(`/cases/${journey}`)
    await browser.send({ conflict: 'yes' })
    expect(browser.page.heading).toBe('Thank you for telling us')
    expect(text(browser)).not.toContain('What we did together')
    const { declared } = (await stateOf(journey)).panel[2]!
    expect(declared).toBe('conflict')
    await team.open(`/team/journeys/${journey}`)
    expect(text(team)).toMatch(/Third Example.*Conflict of interest/)
    expect(text(team)).toContain('Please invite 1 more.')
    expect(text(team)).not.toMatch(/Take off the panel: Third Example/)
    await (await browserOf(second)).open(`/cases/${journey}`)
    await (await browserOf(second)).send({ conflict: 'no' })
    await giveView(await browserOf(second), journey)
    await (await browserOf(second)).send({}, `/cases/${journey}/declaration`)
    expect((await browserOf(second)).page.heading).toBe('Thank you for telling us')
    expect((await stateOf(journey)).panel[1]).toMatchObject({ declared: 'conflict', judgement: null })
  })

  it('gives views that can be replaced, and shows them to the chair alone and only at the end', async () => {
    const { journey } = await atValidation()
    await judged(journey, [third.email])
    const first = await browserOf(chair)
    await first.open(`/cases/${journey}/decision`)
    expect(first.page.url.pathname).toBe(`/cases/${journey}`)
    const twice = await browserOf(second)
    const replaced = { ...inventedView, viewStrengths: 'I have thought again.' }
    const before = (await stateOf(journey)).panel[1]!.judgement
    await giveView(twice, journey, replaced)
    expect((await stateOf(journey)).panel[1]!.judgement).not.toEqual(before)
    expect(twice.page.root.querySelector('#viewStrengths')!.text.trim()).toBe('I have thought again.')
    await giveView(twice, journey, { ...replaced, viewStrengths: '', recommendation: 'not-yet' })
    expect(twice.page.status).toBe(422)
    expect(twice.page.root.querySelector('title')!.text).toMatch(/^Error: /)
    expect(text(twice)).toContain('Enter their strengths')
    expect(twice.page.root.querySelector('[name=recommendation][checked]')!.getAttribute('value')).toBe(
      'not-yet',
    )

    await giveView(await browserOf(third), journey)
    await emailTo(system, chair.email, /it is your turn to decide/)
    await first.open(`/cases/${journey}`)
    await first.follow('Go to the decision')
    expect(text(first)).toContain('I have thought again.')
    expect(first.page.root.querySelectorAll('.app-views section')).toHaveLength(3)
    expect(first.page.root.querySelector('[name=outcome][checked]')).toBe(null)
    expect((await twice.open(`/cases/${journey}/decision`)).url.pathname).toBe(`/cases/${journey}`)

    await first.open(`/cases/${journey}/decision`)
    await giveView(twice, journey, { ...inventedView, recommendation: 'not-yet' })
    await first.send({ outcome: 'awarded', reasons: 'All agree.' })
    expect(first.page).toMatchObject({
      status: 409,
      heading: 'The case has changed since you opened that page',
    })
    expect((await stateOf(journey)).position.at).toBe('validation')
  })
})

describe('the decision', () => {
  it('awards, once, with the award’s email only then; later the link shows it', async () => {
    const { journey, address, school } = await atValidation()
    const browser = await judged(journey)
    const late = await browserOf(second)
    await late.open(`/cases/${journey}`)
    expect(await mailTo(system, address)).not.toContainEqual(
      expect.objectContaining({ subject: expect.stringMatching(/Congratulations/) }),
    )
    await conclude(browser, journey, { reasons: 'We saw a lot.' })
    expect(browser.page.status).toBe(422)
    expect(text(browser)).toContain('Select what you decide')
    expect(browser.page.root.querySelector('#reasons')!.text.trim()).toBe('We saw a lot.')
    const double = createBrowser(system.webUrl)
    for (const [name, value] of browser.cookies) double.cookies.set(name, value)
    await double.open(`/cases/${journey}/decision`)
    await conclude(browser, journey, { outcome: 'awarded', reasons: 'We saw a lot.' })
    expect(browser.page.heading).toContain('What was decided')
    await double.send({ outcome: 'not-yet', reasons: 'No.' }, `/cases/${journey}/decision`)
    expect(double.page).toMatchObject({ status: 409, heading: 'This has already been done' })
    await late.send({ ...inventedView, recommendation: 'not-yet' }, `/cases/${journey}/view`)
    expect(late.page).toMatchObject({ status: 409, heading: 'This has already been done' })

    await emailTo(system, address, /^Congratulations/)
    await until('the award', async () => (await stateOf(journey)).position.at === 'complete')
    for (let visit = 0; visit < 2; visit++) await late.open(`/cases/${journey}`)
    expect(text(late)).toContain('The award was given.')
    expect(text(late)).toContain('We saw a lot.')
    await late.follow('See the award')
    expect(text(late)).toContain('This award is genuine')
    await team.open(`/team/journeys/${journey}`)
    expect(text(team)).toContain('We saw a lot.')
    await school.open('/journeys')
    expect(
      (await mailTo(system, address)).filter(({ subject }) => /Congratulations/.test(subject)),
    ).toHaveLength(1)
    expect((await createBrowser(system.webUrl).open(`/cases/${journey}`)).html).not.toContain('We saw a lot.')
  })

  it('awards with actions, which the lead gets in an email of their own', async () => {
    const { journey, address, school } = await atValidation()
    const browser = await judged(journey)
    await conclude(browser, journey, { outcome: 'awarded-with-actions', reasons: 'Please ask the families.' })
    const email = await emailTo(system, address, /What the validators ask of you/)
    expect(email.text).toContain('> Please ask the families.')
    expect((await emailTo(system, address, /^Congratulations/)).text).not.toContain('Please ask')
    await school.open(`/journeys/${journey}`)
    expect(text(school)).toContain('Please ask the families.')
  })

  it('asks for more evidence of a step, and then the panel gives new views', async () => {
    const { journey, address, school } = await atValidation()
    const browser = await judged(journey)
    const stale = await browserOf(second)
    await stale.open(`/cases/${journey}`)
    await conclude(browser, journey, {
      outcome: 'more-evidence',
      moreOf: 'behaviours-and-structures',
      reasons: 'Who took part?',
    })
    const email = await emailTo(system, address, /would like to see a little more/)
    await school.open(`/journeys/${journey}`)
    expect(text(school)).toContain('The validators have read what you sent')
    expect(email.text).toContain('> Who took part?')
    await stale.send(inventedView, `/cases/${journey}/view`)
    expect(stale.page.status).toBe(409)
    const shown = await browserOf(third)
    await shown.open(`/cases/${journey}`)
    expect(text(shown)).toContain('The panel asked for more evidence.')
    expect(text(shown)).not.toContain('What we did together')

    await school.open(`/journeys/${journey}`)
    await handInNext(school)
    await until('the validation', async () => (await stateOf(journey)).position.at === 'validation')
    expect((await stateOf(journey)).panel.map(({ judgement }) => judgement)).toEqual([null, null, null])
    await emailTo(system, second.email, /^Please look again/)
    await browser.open(`/cases/${journey}`)
    expect(text(browser)).toContain('What the panel decided last')
    expect(text(browser)).toContain('What we did together')
    await stale.open(`/cases/${journey}`)
    for (const validator of panel) await giveView(await browserOf(validator), journey)
    await conclude(browser, journey, { outcome: 'awarded', reasons: 'Now we know.' })
    await emailTo(system, address, /^Congratulations/)
  })

  it('refuses a view of an earlier visit', async () => {
    const { journey, school } = await atValidation()
    const browser = await judged(journey)
    const stale = await browserOf(second)
    await stale.open(`/cases/${journey}`)
    await conclude(browser, journey, {
      outcome: 'more-evidence',
      moreOf: 'demonstrate-and-celebrate',
      reasons: 'A little more.',
    })
    expect((await stateOf(journey)).position.at).toBe('demonstrate-and-celebrate')
    await school.open(`/journeys/${journey}`)
    await handInNext(school)
    await until('the validation', async () => (await stateOf(journey)).position.at === 'validation')
    await stale.send(inventedView, `/cases/${journey}/view`)
    expect(stale.page).toMatchObject({
      status: 409,
      heading: 'The case has changed since you opened that page',
    })
    expect((await stateOf(journey)).panel[1]!.judgement).toBe(null)
  })

  it('leaves the round open at step 6 when it is not yet, with the letter', async () => {
    const { journey, address, school } = await atValidation()
    const browser = await judged(journey)
    await conclude(browser, journey, { outcome: 'not-yet', reasons: 'Go on with your plan.' })
    const letter = await emailTo(system, address, /goes on$/)
    expect(letter.text).toContain('> Go on with your plan.')
    expect((await stateOf(journey)).position.at).toBe('positive-action')
    await school.open(`/journeys/${journey}`)
    await school.follow(/^Go to step 6/)
    expect(text(school)).toContain('Go on with your plan.')
    expect((await mailTo(system, address)).some(({ subject }) => /Congratulations/.test(subject))).toBe(false)
    await team.open(`/team/journeys/${journey}`)
    expect(text(team)).toContain('The award was not given yet.')
  })
})

/** A form that the browser was never shown. */
function post(browser: Browser, path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(new URL(path, system.webUrl), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ token: 'f'.repeat(64), ...fields }),
    headers: {
      origin: new URL(system.webUrl).origin,
      'sec-fetch-site': 'same-origin',
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })
}
