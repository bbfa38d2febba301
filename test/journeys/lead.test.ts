// What a lead can do beside handing in, through the real pages: colleagues, pledges, the next level, withdrawing, stopping reminders.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable, type Table } from '../../functions/adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoRecords } from '../../functions/adapters/dynamo-records.ts'
import { carryOut } from '../../functions/app/carry-out.ts'
import { idFrom, mintSerial } from '../../functions/app/secrets.ts'
import { formToken } from '../../functions/app/sign-in.ts'
import { type Browser, createBrowser } from '../../infra/demo/browser.ts'
import {
  emailTo,
  handInNext,
  inventedSchool,
  mailTo,
  reachStepTwo,
  signIn,
  teamAddress,
  until,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import type { Command, JourneyState } from '../../workflows/journey-state.ts'
import { stepsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'

let folder: string
let system: System
let table: Table

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0 })
  table = openTable()
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

const now = new Date()
const pointer = { id: 'ROUND#1#somewhere#0123456789abcdef', hash: 'f'.repeat(64) }

async function register(address: string, organisationName = 'Invented Primary School') {
  const browser = await reachStepTwo(system, { ...inventedSchool, organisationName, contactEmail: address })
  return { browser, hub: browser.page.url.pathname, journey: browser.page.url.pathname.split('/')[2]! }
}

async function stateOf(journey: string): Promise<JourneyState> {
  return (await dynamoJourneys(table).newest(journey))!.state
}

/** Carries commands out as the table's own functions would: what the team and a panel do has tests of its own. */
async function does(journey: string, ...commands: ((state: JourneyState) => Command)[]) {
  const clock = { now: () => now, unmovedMs: () => performance.now() }
  const ports = { journeys: dynamoJourneys(table), commits: dynamoCommits(table), clock }
  for (const command of commands) {
    const outcome = await carryOut(ports, journey, 'somebody', command(await stateOf(journey)))
    if (outcome.kind === 'refused') throw new Error(`Refused: ${outcome.reason}`)
  }
}

const submit = ({ position: { at: step, visit }, submissions }: JourneyState): Command => ({
  kind: 'submit',
  step,
  visit,
  submission: submissions[step] ?? pointer,
})
const accept = ({ position: { at: wait, visit } }: JourneyState): Command => ({ kind: 'accept', wait, visit })
const person = 'validator0123456'
const validate: ((state: JourneyState) => Command)[] = [
  () => ({ kind: 'invite-validator', person, chair: true }),
  ({ position: { visit } }) => ({ kind: 'declare', person, visit, panelSize: 1, conflict: false }),
  ({ position: { visit } }) => ({ kind: 'judge', person, visit, panelSize: 1, judgement: pointer }),
  ({ position: { visit } }) => ({
    kind: 'conclude',
    person,
    visit,
    panelSize: 1,
    outcome: 'awarded',
    reasons: pointer,
    serial: mintSerial(),
  }),
]

async function awarded(journey: string) {
  await until('the award', async () => (await stateOf(journey)).position.at === 'complete')
}

/** Sends a form that no page offers to whoever is signed in, with the right token. */
function post(browser: Browser, path: string, name: string, fields: Readonly<Record<string, string>>) {
  const token = formToken(browser.cookies.get('session')!, name)
  return fetch(new URL(path, system.webUrl), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ token, ...fields }),
    headers: { cookie: `session=${browser.cookies.get('session')}`, 'sec-fetch-site': 'same-origin' },
  })
}

describe('colleagues', () => {
  it('are invited, fill in, hand nothing in, and are taken off', async () => {
    const { browser: lead, hub } = await register('people@school.example')
    await lead.follow('The people who help with this journey')
    const people = lead.page.url.pathname
    expect(lead.page.root.text).toContain('Amina Example')
    await lead.send({ name: '', email: 'nowhere' }, people)
    expect(lead.page).toMatchObject({ status: 422 })
    expect(lead.page.root.text).toContain('Enter your colleague’s name')
    await lead.send({ name: 'Ben Example', email: 'People@school.example' }, people)
    expect(lead.page.root.text).toContain('already belongs to the journey')
    await lead.send({ name: 'Ben Example', email: 'Ben@school.example' }, people)
    expect(lead.page.root.text).toContain('Ben Example')
    expect(lead.page.root.text).toContain('ben@school.example')
    await lead.send({ name: 'Ben', email: 'ben@school.example' }, people)
    expect(lead.page.root.text).toContain('already belongs to the journey')
    const invitation = await emailTo(system, 'ben@school.example', /asked to help/)
    expect(invitation.text).toContain(`${system.webUrl}${hub}`)

    const colleague = await signIn(system, 'ben@school.example')
    expect(colleague.page.url.pathname).toBe(hub)
    expect(colleague.page.root.text).not.toContain('Withdraw')
    await expect(handInNext(colleague)).rejects.toThrow()
    await colleague.open(`${hub}/steps/raising-awareness`)
    expect(colleague.page.root.text).toContain('Your lead can hand the step in')
    await colleague.open(people)
    expect(colleague.page.root.querySelector('main form')).toBeNull()
    for (const page of ['withdraw', 'next-round'])
      expect((await colleague.open(`${hub}/${page}`)).status).toBe(404)
    const invite = { name: 'Somebody', email: 'somebody@school.example' }
    expect((await post(colleague, people, 'invite-colleague', invite)).status).toBe(404)
    expect((await post(colleague, `${hub}/withdraw`, 'withdraw-journey', {})).status).toBe(404)
    expect((await post(colleague, `${hub}/next-round`, 'start-round', { round: '1' })).status).toBe(404)

    await lead.open(people)
    const takeOff = lead.page.root.querySelector(`form[action^="${people}/"]`)!.getAttribute('action')!
    expect((await post(colleague, takeOff, 'remove-colleague', {})).status).toBe(404)
    await lead.send({}, takeOff)
    expect(lead.page.root.text).not.toContain('Ben Example')
    expect((await post(lead, takeOff, 'remove-colleague', {})).status).toBe(303)
    expect((await colleague.open(hub)).status).toBe(404)

    const team = await signIn(system, teamAddress)
    await team.open(people)
    await team.send({ name: 'Ben Example', email: 'ben@school.example' }, people)
    expect(team.page.root.text).toContain('Ben Example')
    expect((await colleague.open(hub)).status).toBe(200)
  })

  it('keep what the lead told of themselves', async () => {
    const { browser: lead } = await register('keeps@school.example')
    await lead.follow('The people who help with this journey')
    await lead.send({ name: 'Mallory', email: 'keeps@school.example' }, lead.page.url.pathname)
    expect(lead.page.root.text).toContain('Amina Example')
  })
})

describe('the next level', () => {
  it('begins after an award, with everything filled in, and none is skipped', async () => {
    const { browser: lead, hub, journey } = await register('levels@school.example', 'Levels School')
    const next = `${hub}/next-round`
    await lead.open(next)
    expect(lead.page.url.pathname).toBe(hub)
    const steps = stepsOf(newest)
    for (const { id } of steps.slice(1)) {
      const { position } = await stateOf(journey)
      if (position.at !== id) await does(journey, accept)
      await lead.open(hub)
      await handInNext(lead)
    }
    await does(journey, ...validate)
    await awarded(journey)
    await lead.open(hub)
    const before = (await stateOf(journey)).submissions

    const second = await signIn(system, 'levels@school.example')
    await second.open(next)
    await lead.follow('Start your journey to Silver')
    expect(lead.page.root.text).toContain('Your Bronze award stays yours')
    await lead.send()
    expect(lead.page.heading).toContain('Working towards Silver')
    expect(lead.page.root.text).toContain('Next: Registering')
    expect(await second.send()).toMatchObject({
      status: 409,
      heading: 'The journey has gone on since you opened that page',
    })

    const records = dynamoRecords(table)
    for (const { id } of steps) {
      const { position } = await stateOf(journey)
      if (position.at !== id) await does(journey, accept)
      await lead.open(`${hub}/steps/${id}`)
      const tags = lead.page.root.querySelectorAll('main .govuk-task-list__status').map(({ text }) => text)
      // What nobody has to answer may have been skipped.
      expect([id, ...new Set(tags)].filter((tag) => tag !== 'Would help')).toEqual([id, 'Done'])
      await handInNextFrom(lead, hub)
      const after = (await stateOf(journey)).submissions[id]!
      expect(after.id).not.toBe(before[id]!.id)
      const [was, is] = await Promise.all([before[id]!, after].map((each) => records.get(journey, each.id)))
      expect([id, is!.content]).toEqual([id, { entries: {}, ...was!.content }])
    }
    for (const level of ['Gold', 'Excellence']) {
      await does(journey, ...validate)
      await awarded(journey)
      await lead.open(hub)
      await lead.follow(`Start your journey to ${level}`)
      await lead.send()
      expect(lead.page.heading).toContain(`Working towards ${level}`)
      await does(journey, submit, submit, submit, accept, submit, submit, accept, submit, submit)
    }
    await does(journey, ...validate)
    await awarded(journey)
    await lead.open(hub)
    expect(lead.page.root.text).toContain('This is the highest level')
    expect(lead.page.root.text).not.toContain('Start your journey')
    await lead.open(next)
    expect(lead.page.url.pathname).toBe(hub)
    expect((await post(lead, next, 'start-round', { round: '4' })).status).toBe(409)
    expect((await stateOf(journey)).awards.map(({ level }) => level)).toEqual(newest.levels)
  }, 60_000)
})

async function handInNextFrom(browser: Browser, hub: string) {
  await browser.open(hub)
  return handInNext(browser)
}

describe('withdrawing', () => {
  it('ends the journey, once, and says so', async () => {
    const { browser: lead, hub, journey } = await register('leaves@school.example')
    await lead.follow('Withdraw from the quality mark')
    expect((await stateOf(journey)).position.at).toBe('raising-awareness')
    await lead.send()
    expect(lead.page.url.pathname).toBe(hub)
    expect(lead.page.root.text).toContain('This journey has ended')
    expect(lead.page.root.text).not.toContain('Withdraw from')
    await emailTo(system, 'leaves@school.example', /You have withdrawn/)
    expect((await post(lead, `${hub}/withdraw`, 'withdraw-journey', {})).status).toBe(303)
    await lead.open(`${hub}/steps/raising-awareness`)
    expect(lead.page.root.text).toContain('This step was not handed in.')
    const anybody = createBrowser(system.webUrl)
    await anybody.open(`/pledge/${journey}`)
    expect(anybody.page.heading).toBe('Nobody can pledge here now')
    await lead.open(`${hub}/people`)
    await lead.send({ name: 'Ben', email: 'late@school.example' }, `${hub}/people`)
    expect(lead.page).toMatchObject({ status: 409, heading: 'This journey has ended' })
  })
})

describe('the pledge link', () => {
  it('takes one tick from anybody, once a form, and counts', async () => {
    const { browser: lead, hub, journey } = await register('pledges@school.example', 'Pledging <b>School</b>')
    const step = `${hub}/steps/commitment-and-pledge`
    await lead.open(step)
    expect(lead.page.root.text).toContain('Nobody has pledged yet')
    await lead.open(`${step}/pledge`)
    await lead.send({ pledgeWording: 'We listen to <i>each other</i>.\nEvery day.' })
    const link = (await lead.open(step)).root.querySelector('main a[href*="/pledge/"]')!.getAttribute('href')!
    expect(link).toBe(`${system.webUrl}/pledge/${journey}`)

    const anybody = createBrowser(system.webUrl)
    await anybody.open(new URL(link).pathname)
    expect(anybody.page.root.querySelector('.app-said')!.text).toBe(
      'We listen to <i>each other</i>.\nEvery day.',
    )
    expect(anybody.page.root.querySelector('main b, main i')).toBeNull()
    // What is asked beside the tick is folded away.
    const open = anybody.page.root
      .querySelectorAll('main input:not([type=hidden]), main textarea')
      .filter((each) => !each.closest('details'))
    expect(open).toHaveLength(1)
    const id = anybody.page.root.querySelector('[name=id]')!.getAttribute('value')!
    await anybody.send()
    expect(anybody.page).toMatchObject({ status: 422 })
    await anybody.send({ pledge: 'yes' })
    expect(anybody.page.heading).toBe('Thank you for your pledge')
    expect(anybody.page.root.text).toContain('1 person has pledged')
    await anybody.open(new URL(link).pathname)
    await anybody.send({ pledge: 'yes', id })
    expect(anybody.page.root.text).toContain('1 person has pledged')
    await anybody.open(new URL(link).pathname)
    await anybody.send({ pledge: 'yes' })
    expect(anybody.page.root.text).toContain('2 people have pledged')
    expect(anybody.cookies.size).toBe(0)
    expect((await lead.open(step)).root.text).toContain('2 people have pledged')
    expect((await anybody.open('/pledge/0123456789abcdef')).status).toBe(404)
  })

  it('is closed until the address is confirmed', async () => {
    const browser = createBrowser(system.webUrl)
    const form = await browser.open('/register')
    const nonce = form.root.querySelector('[name=nonce]')!.getAttribute('value')!
    const address = 'unconfirmed@school.example'
    await browser.send({ ...inventedSchool, contactEmail: address })
    await browser.open(`/pledge/${idFrom(nonce, address)}`)
    expect(browser.page.heading).toBe('Nobody can pledge here now')
  })
})

describe('the standing pages', () => {
  it('are linked from every page', async () => {
    const anybody = createBrowser(system.webUrl)
    await anybody.open('/')
    expect(anybody.page.root.text).toContain('from the undated CCQM brochure')
    expect(anybody.page.root.text).toContain('@iCCQM')
    for (const [link, heading] of [
      ['Privacy', 'Privacy notice'],
      ['Cookies', 'Cookies'],
      ['Accessibility', 'Accessibility statement for the Cultural Cohesion Quality Mark'],
    ] as const) {
      await anybody.follow(link)
      expect(anybody.page).toMatchObject({ status: 200, heading })
    }
  })
})

describe('an email that comes back for good', () => {
  it('is the last one to that address, and the team is told', async () => {
    const address = 'gone@school.example'
    const { hub } = await register(address)
    const opened = await emailTo(system, address, /^Step 2 of 7 is open/)
    const team = await signIn(system, teamAddress)
    expect((await team.open(`/team${hub}`)).root.text).not.toContain('cannot be reached')
    await atTheConsole(`/mailbox/${opened.id}/events`, { type: 'Bounce' })
    await until('the suppression', async () =>
      (await team.open(`/team${hub}`)).root.text.includes('cannot be reached'),
    )
    const before = (await mailTo(system, address)).length
    const browser = createBrowser(system.webUrl)
    await browser.open('/sign-in')
    await browser.send({ email: address })
    expect(browser.page.heading).toBe('Enter your code')
    await does(hub.split('/')[2]!, () => ({ kind: 'withdraw' }))
    await signIn(system, teamAddress)
    expect(await mailTo(system, address)).toHaveLength(before)
  })
})

// The last one, since it moves the clock.
describe('a reminder', () => {
  it('can be stopped by its link, never by looking, and by the mail program’s own button', async () => {
    const address = 'reminded@school.example'
    const { journey } = await register(address)
    await emailTo(system, address, /^Step 2 of 7 is open/)
    await atTheConsole('/clock', { days: '14' })
    await atTheConsole('/clock', { days: '1' })
    const reminder = await emailTo(system, address, /is where you left it/)
    const link = /http:\S+\/reminders\/\S+/.exec(reminder.text)![0]
    const source = parse(
      await (await fetch(`${system.consoleUrl}/mailbox/${reminder.id}/source`)).text(),
    ).text
    expect(source).toContain(link)
    expect(source).toMatch(/List-Unsubscribe: (<|&lt;)http:\S+\/reminders\/[\w-]{43}(>|&gt;)/)
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')

    const stopped = async () => (await stateOf(journey)).remindersStopped
    const anybody = createBrowser(system.webUrl)
    await anybody.open(new URL(link).pathname)
    expect(anybody.page).toMatchObject({ status: 200, heading: 'Stop the reminders' })
    expect(await stopped()).toBe(false)
    const wrong = new URLSearchParams({ 'List-Unsubscribe': 'Two-Clicks' })
    expect((await fetch(link, { method: 'POST', body: wrong })).status).toBe(400)
    expect((await fetch(link, { method: 'POST', body: '{}' })).status).toBe(400)
    expect(await stopped()).toBe(false)

    const oneClick = new FormData()
    oneClick.set('List-Unsubscribe', 'One-Click')
    const unknown = `${system.webUrl}/reminders/${'x'.repeat(43)}`
    expect((await fetch(unknown, { method: 'POST', body: oneClick })).status).toBe(404)
    expect(await stopped()).toBe(false)
    const answer = await fetch(link, { method: 'POST', body: oneClick, redirect: 'manual' })
    expect(answer.status).toBe(200)
    expect(await stopped()).toBe(true)
    const encoded = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    expect((await fetch(link, { method: 'POST', body: encoded, redirect: 'manual' })).status).toBe(200)
    await anybody.send()
    expect(anybody.page).toMatchObject({ status: 200, heading: 'The reminders are stopped' })
    expect((await stateOf(journey)).remindersStopped).toBe(true)
  }, 60_000)
})

async function atTheConsole(path: string, fields: Readonly<Record<string, string>>) {
  const answer = await fetch(`${system.consoleUrl}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  if (!answer.ok) throw new Error(`The console answered ${answer.status}`)
}
