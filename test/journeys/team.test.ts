// What the team does on its pages, through the whole system: lists, on behalf, another lead, emails again, pause, close, the daily email.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable, type Table } from '../../functions/adapters/dynamo.ts'
import { dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoRecords } from '../../functions/adapters/dynamo-records.ts'
import type { Browser } from '../../infra/demo/browser.ts'
import { fillIn } from '../../infra/demo/fill-in.ts'
import {
  emailTo,
  handInNext,
  inventedSchool,
  mailTo,
  registerSchool,
  signIn,
  teamAddress,
  until,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'

let folder: string
let system: System
let table: Table
let team: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0 })
  table = openTable()
  team = await signIn(system, teamAddress)
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

/** As the team types it on its own page. */
function typedFor(organisationName: string, leadEmail: string) {
  const { contactName, contactEmail: _, ...organisation } = inventedSchool
  const lead = { leadName: contactName, leadRole: 'Deputy head', leadEmail, leadTelephone: '0113 496 0000' }
  return { ...organisation, organisationName, ...lead }
}

async function register(organisationName: string, contactEmail: string, postcode = 'LS2 9JT') {
  const browser = await registerSchool(system, {
    ...inventedSchool,
    organisationName,
    contactEmail,
  })
  const hub = browser.page.url.pathname
  await browser.open(`${hub}/steps/registration/place`)
  await browser.send(fillIn(browser.page, { postcode }))
  await browser.open(hub)
  await handInNext(browser)
  await browser.open(hub)
  return { browser, hub, journey: hub.split('/')[2]!, page: `/team${hub}` }
}

/** The team's list once it says so. */
async function listed(what: string, selector: string, words: RegExp) {
  return until(what, async () => {
    const { root } = await team.open('/team')
    const found = root.querySelectorAll(selector).find((line) => words.test(line.text))
    return found?.text.replace(/\s+/g, ' ')
  })
}

const text = () => team.page.root.querySelector('main')!.text.replace(/\s+/g, ' ')
const eventsOf = (journey: string) => dynamoJourneys(table).all(journey)
const subjectsTo = async (address: string) => (await mailTo(system, address)).map(({ subject }) => subject)

describe('on behalf of somebody who telephones', () => {
  const address = 'phone@charity.example'

  it('registers them at once, without a code, and records that the team did it', async () => {
    await team.open('/team')
    await team.follow('Register somebody who got in touch')
    await team.send({})
    expect(team.page.status).toBe(422)
    expect(text()).toContain('Select how they got in touch')
    expect(text()).toContain('Enter the name of your organisation or group')
    await team.send(typedFor('Telephone Charity', address))
    expect(text()).not.toContain('Enter the name')
    await team.send({ onBehalfOf: 'telephone' })
    expect(team.page.heading).toContain('Telephone Charity')
    expect(text()).toContain('The team filled it in for them: they telephoned.')

    const journey = team.page.url.pathname.split('/')[3]!
    const [registered, confirmed] = await eventsOf(journey)
    expect([registered!.command.kind, confirmed!.command.kind]).toEqual(['register', 'confirm-address'])
    expect(confirmed!.actor).toBe(registered!.actor)
    expect(confirmed!.actor).not.toBe(confirmed!.state.lead)
    const submission = registered!.state.submissions.registration!
    const record = await dynamoRecords(table).get(journey, submission.id)
    expect(record).toMatchObject({ by: registered!.actor, content: { onBehalfOf: 'telephone' } })
    await emailTo(system, address, /You have registered/)
    expect(await subjectsTo(address)).not.toContainEqual(expect.stringMatching(/is your code/))
  })

  it('is one registration when the form is sent twice', async () => {
    await team.open('/team/register')
    const nonce = team.page.root.querySelector('[name=nonce]')!.getAttribute('value')!
    const answers = {
      ...typedFor('Letter Group', 'letter@group.example'),
      onBehalfOf: 'letter',
      nonce,
    }
    await team.send(answers)
    const first = team.page.url.pathname
    await team.open('/team/register')
    await team.send(answers)
    expect(team.page.url.pathname).toBe(first)
    const kinds = (await eventsOf(first.split('/')[3]!)).map(({ command }) => command.kind)
    expect(kinds.filter((kind) => kind === 'register')).toHaveLength(1)
    await listed('the group', 'li', /Letter Group/)
    expect(team.page.root.querySelectorAll('li').filter((li) => /Letter Group/.test(li.text))).toHaveLength(1)
  })

  it('fills in a step for them, and says for whom on every page', async () => {
    await listed('the charity', 'li', /Telephone Charity/)
    await team.follow('Telephone Charity')
    await team.follow('Fill in on their behalf')
    expect(text()).toContain('You are filling this in for Telephone Charity.')
    await team.follow(/^Go to step/)
    expect(text()).toContain('You are filling this in for Telephone Charity.')
    await team.follow(/^Begin with/)
    expect(text()).toContain('You are filling this in for Telephone Charity.')
    const journey = team.page.url.pathname.split('/')[2]!
    await team.open(`/journeys/${journey}`)
    await handInNext(team)
    expect(text()).toContain('“Registering for the Cultural Cohesion Quality Mark” has been handed in')
    await team.follow(/^Back to the team’s page/)
    expect(text()).toMatch(
      /Registering for the Cultural Cohesion Quality Mark Handed in on [^.]+\. The team filled it in for them\./,
    )
    const handedIn = (await eventsOf(journey)).find(({ command }) => command.kind === 'submit')!
    expect(handedIn.actor).not.toBe(handedIn.state.lead)
  })

  it('shows the lead their own journey without that', async () => {
    const lead = await signIn(system, address)
    expect(lead.page.root.text).not.toContain('You are filling this in')
  })
})

describe('another lead', () => {
  it('gets the open step; the old address finds nothing', async () => {
    const { browser: old, hub, page, journey } = await register('Handover School', 'old@handover.example')
    await emailTo(system, 'old@handover.example', /Step 2 of 7/)
    await team.open(page)
    await team.follow('Change the lead, or put their details right')
    expect(text()).toContain('old@handover.example')
    await team.send({ leadName: 'Bola', leadRole: 'Head teacher', leadEmail: 'not an address' })
    expect(team.page.status).toBe(422)
    expect(team.page.root.querySelector('#leadName')!.getAttribute('value')).toBe('Bola')
    const before = (await subjectsTo('old@handover.example')).length
    await team.send({ leadEmail: 'New@handover.example' })
    expect(text()).toContain('Bola, Head teacher')
    expect(text()).toContain('new@handover.example')
    await emailTo(system, 'new@handover.example', /^Step 2 of 7 is open: Raising Awareness/)

    expect((await old.open(hub)).status).toBe(404)
    const again = await signIn(system, 'old@handover.example')
    expect(again.page.root.text).toContain('There is no journey under your address yet')
    const lead = await signIn(system, 'new@handover.example')
    expect(lead.page.heading).toContain('Handover School')
    const toOld = (await subjectsTo('old@handover.example')).filter((each) => !/is your code/.test(each))
    expect(toOld).toHaveLength(before - 1)
    const kinds = (await eventsOf(journey)).map(({ command }) => command.kind)
    expect(kinds.slice(-2)).toEqual(['change-lead', 'resend'])
  })

  it('is the same one when only a detail is put right, and nobody is told', async () => {
    const { page, journey } = await register('Detail School', 'detail@school.example')
    await emailTo(system, 'detail@school.example', /Step 2 of 7/)
    const before = await eventsOf(journey)
    await team.open(`${page}/lead`)
    await team.send({
      leadName: 'Amina Corrected',
      leadRole: 'Head',
      leadEmail: 'detail@school.example',
      leadTelephone: '0113 496 0001',
    })
    expect(text()).toContain('Amina Corrected, Head')
    expect(text()).toContain('0113 496 0001')
    expect(await eventsOf(journey)).toHaveLength(before.length)
  })
})

describe('emails', () => {
  it('are listed with whether they went, and one is sent again once, however often it is clicked', async () => {
    const { page } = await register('Mailbox School', 'mailbox@school.example')
    await emailTo(system, 'mailbox@school.example', /Step 2 of 7/)
    await until('the emails to have gone', async () => {
      await team.open(page)
      await team.follow(/^See the emails/)
      return text().match(/Sent on \d+ \w+ \d{4} at \d\d:\d\d/g)?.length === 2
    })
    expect(text()).toContain('You have registered your interest in the Cultural Cohesion Quality Mark')
    expect(text()).toContain('To Amina Example, mailbox@school.example')
    const sent = team.page.root
      .querySelectorAll('main form')
      .find((form) => /You have registered/.test(form.text))!
    const fields = Object.fromEntries(
      sent
        .querySelectorAll('input')
        .map((input) => [input.getAttribute('name')!, input.getAttribute('value')!]),
    )
    await team.send(fields)
    expect(team.page.heading).toContain('Emails')
    await until('the email to come again', async () => {
      const subjects = await subjectsTo('mailbox@school.example')
      return subjects.filter((each) => /You have registered/.test(each)).length === 2
    })
    await team.send(fields)
    expect(team.page).toMatchObject({ status: 409, heading: 'This has already been done' })
    await team.open(`${page}/emails`)
    await team.send({ ...fields, email: '1-7' })
    expect(team.page.status).toBe(409)
  })
})

describe('a journey', () => {
  it('is paused and goes on, once each', async () => {
    const { page } = await register('Pause School', 'pause@school.example')
    const other = await signIn(system, teamAddress)
    for (const each of [team, other]) await each.open(`${page}/pause`)
    await team.send()
    expect(text()).toContain('Paused since')
    await other.send()
    expect(other.page).toMatchObject({ status: 409, heading: 'This has already been done' })
    await listed('the mark', 'li', /Pause School.*Paused/s)
    await team.follow('Pause School')
    await team.follow('Let it go on')
    await team.send()
    expect(text()).not.toContain('Paused since')
  })

  it('is closed with a reason, and stands apart; nothing more can be done to it', async () => {
    const { browser, page, hub, journey } = await register('Closing School', 'closing@school.example')
    await team.open(`${page}/close`)
    await team.send({ reason: '  ' })
    expect(team.page.status).toBe(422)
    expect(text()).toContain('Write why the journey is closed')
    await team.send({ reason: 'They telephoned: they merge with another school.' })
    expect(text()).toContain('Why it was closed')
    expect(text()).toContain('they merge with another school')
    expect(JSON.stringify(await eventsOf(journey))).not.toContain('merge')
    await listed('it among those that ended', 'li', /Closing School.*Closed, since/s)
    expect(text()).toMatch(/Withdrawn and closed.*Closing School/)
    expect((await browser.open(hub)).root.text).toContain('This journey has ended')
    await team.open(`${page}/close`)
    await team.send({ reason: 'Again' })
    expect(team.page).toMatchObject({ status: 409 })
    await team.open(`${page}/pause`)
    await team.send()
    expect(team.page).toMatchObject({ status: 409, heading: 'This journey has ended' })
  })
})

describe('a second registration of the same organisation', () => {
  it('is shown to the team on list and case, with a link, and never to the applicant', async () => {
    const first = await register('The Same Name Trust', 'one@same.example', 'LS3 1AA')
    const second = await register('same-name trust', 'two@same.example', 'LS4 2BB')
    const third = await register('Same Name', 'three@same.example', 'LS4 2BB')
    const other = await register('Same Street Bakery', 'four@same.example', 'LS4 2BB')
    const namesakes = await listed('the mark', 'li', /same-name trust.*May be the same as/s)
    expect(namesakes).toContain('The Same Name Trust (Raising Awareness, since')
    expect(namesakes).toContain('Same Name (Raising Awareness, since')
    expect(namesakes).not.toContain('Bakery')
    await until('the case to say so', async () => {
      await team.open(second.page)
      return text().includes('May be the same as')
    })
    await team.follow(/^The Same Name Trust \(/)
    expect(team.page.url.pathname).toBe(first.page)
    expect(text()).toContain('May be the same as same-name trust')
    expect(text()).not.toContain('Same Name (')
    await team.open(third.page)
    expect(text()).toContain('May be the same as same-name trust')
    await team.open(other.page)
    expect(text()).not.toContain('May be the same')
    for (const { browser, hub } of [first, second])
      expect((await browser.open(hub)).root.text).not.toContain('May be the same')
  })
})

describe('who may', () => {
  it('is the team alone; a page that is not there is not found', async () => {
    const { browser, page } = await register('Curious School', 'curious@school.example')
    for (const path of [
      '/team/register',
      ...['lead', 'emails', 'pause', 'close'].map((each) => `${page}/${each}`),
    ]) {
      expect((await browser.open(path)).status).toBe(403)
      expect((await team.open(path)).status).toBe(200)
      expect((await team.open(path.replace(page, '/team/journeys/0000000000000000'))).status).toBe(
        path === '/team/register' ? 200 : 404,
      )
    }
  })

  it('changes nothing without the token of the form', async () => {
    const { page, journey } = await register('Token School', 'token@school.example')
    await team.open(`${page}/pause`)
    await team.send({ token: '0'.repeat(64) })
    expect(team.page.status).toBe(403)
    expect((await eventsOf(journey)).at(-1)!.state.pausedAt).toBeNull()
  })
})

describe('what waits', () => {
  it('stands first with what to do, and comes by email on the next working day, once', async () => {
    const { browser } = await register('Waiting School', 'waiting@school.example')
    for (let step = 2; step <= 3; step++) {
      await emailTo(system, 'waiting@school.example', new RegExp(`^Step ${step} of 7`))
      await browser.open('/journeys')
      await handInNext(browser)
    }
    await listed('the check', '#waiting li', /Waiting School/)
    expect(text()).toMatch(/Waiting for you Waiting School ?Check the Foundation phase/)
    expect(await subjectsTo(teamAddress)).not.toContainEqual(expect.stringMatching(/waiting for you/))
    // No weekend with bank holidays is longer than four days.
    await system.skip(5)
    const digests = (await mailTo(system, teamAddress)).filter(({ subject }) =>
      /waiting for you/.test(subject),
    )
    expect(digests.length).toBeGreaterThanOrEqual(1)
    expect(new Set(digests.map(({ tags }) => tags.effect)).size).toBe(digests.length)
    expect(digests[0]!.text).toContain('Waiting School: Check the Foundation phase')
    const link = /http:\S+\/team\/journeys\/\S+/.exec(digests[0]!.text)![0]
    team = await signIn(system, teamAddress)
    await team.open(new URL(link).pathname)
    expect(team.page.heading).toContain('Waiting School')
  })
})
