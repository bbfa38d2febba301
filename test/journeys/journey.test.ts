// One organisation, from registration to its award, through the real pages of the whole system.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '../../infra/demo/browser.ts'
import {
  conclude,
  decide,
  emailTo,
  fillInStep,
  giveView,
  handInNext,
  inventedSchool,
  inviteValidator,
  lead,
  mailTo,
  reachStepTwo,
  registerSchool,
  signIn,
  teamAddress,
  until,
  withCode,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { newest } from '../../workflows/released/index.ts'

let folder: string
let system: System

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '1' } })
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

const chair = 'chair@panel.example'

/** In the order in which they came. */
async function subjectsTo(address: string): Promise<readonly string[]> {
  return (await mailTo(system, address)).map(({ subject }) => subject.replace(/^\d{6}/, 'code')).toReversed()
}

describe('a journey', () => {
  it('goes from registration to Bronze, with one step returned, and every email once', async () => {
    const school = await registerSchool(system)
    const hub = school.page.url.pathname
    expect(school.page.heading).toContain('Invented Primary School')
    expect(school.page.root.text).toContain('Next: Registering for the Cultural Cohesion Quality Mark')
    const acknowledgement = await emailTo(system, lead, /You have registered/)
    expect(acknowledgement.text).toContain(hub)

    await handInNext(school)
    expect(school.page.root.text).toContain('Next: Raising Awareness')

    let step = 2
    const handInOpened = async () => {
      await emailTo(system, lead, new RegExp(`^Step ${step++} of 7 is open`))
      await handInNext(school)
    }
    await handInOpened()
    expect(school.page.root.text).toContain('“Raising Awareness” has been handed in')
    await handInOpened()
    expect(school.page.root.text).toContain('There is nothing to do just now')

    const team = await signIn(system, teamAddress)
    expect(team.page.heading).toBe('Team')
    await decide(team, inventedSchool.organisationName, {
      decision: 'return',
      to: 'registration',
      comment: 'Please count the governors too.\nThank you!',
    })
    const returned = await emailTo(system, lead, /look at one step again/)
    expect(returned.text).toContain('> Please count the governors too.\n> Thank you!')
    await school.open(hub)
    await school.follow(/^Go to step 1/)
    expect(school.page.root.text).toContain('Please count the governors too.')
    await school.follow('Your organisation')
    expect(school.page.root.querySelector('#peopleInScope')!.getAttribute('value')).toBe('12')
    await school.send({ peopleInScope: '425' })
    // Saved, and not handed in yet: the team has nothing to decide.
    await team.open(`/team${hub}`)
    expect(team.page.root.querySelector('#decide')).toBeNull()
    expect(team.page.root.text).not.toContain('425')
    await school.follow(/^Check your answers/)
    expect(school.page.root.text).toContain('425')
    await school.send()
    expect(school.page.root.text).toContain('There is nothing to do just now')

    await decide(team, inventedSchool.organisationName, { decision: 'accept' })
    expect(team.page.root.text).toContain('425')
    await school.open(hub)
    await handInOpened()
    await handInOpened()
    await decide(team, inventedSchool.organisationName, { decision: 'accept' })
    await school.open(hub)
    await handInOpened()
    await handInOpened()

    const journey = hub.split('/')[2]!
    await until(
      'the validation',
      async () => (await team.open(`/team${hub}`)).root.querySelector('#panel') !== null,
    )
    expect(team.page.root.querySelector('#decide')).toBeNull()
    await inviteValidator(team, journey, { name: 'Chair Example', email: chair, chair: true })
    await emailTo(system, chair, /^Would you validate/)
    const validator = await signIn(system, chair)
    await giveView(validator, journey)
    await emailTo(system, chair, /^The panel has judged/)
    expect(await subjectsTo(lead)).not.toContainEqual(expect.stringMatching(/Congratulations/))
    await conclude(validator, journey, { outcome: 'awarded', reasons: 'Everybody knows why it matters.' })

    const award = await emailTo(system, lead, /Congratulations/)
    const link = /http:\S+\/awards\/\S+/.exec(award.text)![0]
    const anybody = createBrowser(system.webUrl)
    await anybody.open(new URL(link).pathname)
    expect(anybody.page.root.text).toContain('Invented Primary School')
    expect(anybody.page.root.text).toContain('Bronze')
    await school.open('/journeys')
    expect(school.page.root.text).toContain('You have been awarded')

    expect(await subjectsTo(lead)).toEqual([
      'code is your code',
      'You have registered your interest in the Cultural Cohesion Quality Mark',
      'Step 2 of 7 is open: Raising Awareness',
      'Step 3 of 7 is open: Formal Commitment & Pledge',
      'Please look at one step again: Registering for the Cultural Cohesion Quality Mark',
      'Step 4 of 7 is open: Reflective Transparency',
      'Step 5 of 7 is open: Behaviours, Attitudes, Policies and Structures',
      'Step 6 of 7 is open: Taking Positive Action',
      'Step 7 of 7 is open: Demonstrating, Celebrating & Validation',
      'Congratulations: you have the Bronze Cultural Cohesion Quality Mark',
    ])
    expect(await subjectsTo(chair)).toEqual([
      'Would you validate a journey to Bronze?',
      'code is your code',
      'The panel has judged: it is your turn to decide',
    ])
    expect(await subjectsTo(teamAddress)).toEqual(['code is your code'])
  })

  it('left one execution, which entered 12 states and those that were reopened', async () => {
    const sfn = new SFNClient({})
    const { stateMachines } = await sfn.send(new ListStateMachinesCommand({}))
    const machine = stateMachines!.find(({ name }) => name!.endsWith(newest.id))!
    const { executions } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: machine.stateMachineArn }),
    )
    expect(executions).toMatchObject([{ status: 'SUCCEEDED' }])
    const { events } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn: executions![0]!.executionArn, maxResults: 1000 }),
    )
    const entered = events!.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])
    expect(entered).toEqual([
      'resume',
      'registration',
      'raising-awareness',
      'commitment-and-pledge',
      'foundation-check',
      'resume',
      'registration',
      'raising-awareness',
      'commitment-and-pledge',
      'foundation-check',
      'reflective-transparency',
      'behaviours-and-structures',
      'developing-check',
      'positive-action',
      'demonstrate-and-celebrate',
      'validation',
      'issue-award',
    ])
    expect(JSON.stringify(events)).not.toMatch(/Amina|school\.example|Invented|panel\.example|Everybody/i)
  })
})

describe('signing in', () => {
  it('lets a lead choose among journeys, sign out, and come back another day', async () => {
    const answers = { ...inventedSchool, contactEmail: 'two@charity.example' }
    await registerSchool(system, { ...answers, organisationName: 'First Charity' })
    const browser = await registerSchool(system, { ...answers, organisationName: 'Second Charity' })
    expect(browser.page.heading).toBe('Your journeys')
    expect(browser.page.root.text).toMatch(
      /First Charity[\s\S]*Second Charity|Second Charity[\s\S]*First Charity/,
    )
    await browser.send({}, '/sign-out')
    expect(browser.cookies.size).toBe(0)
    await browser.open('/journeys')
    expect(browser.page.heading).toBe('Sign in')
    const again = await signIn(system, 'two@charity.example')
    expect(again.page.heading).toBe('Your journeys')
  })

  it('starts no execution and lists nothing before the address is confirmed', async () => {
    const browser = createBrowser(system.webUrl)
    await browser.open('/register')
    await browser.send({
      ...inventedSchool,
      organisationName: 'Unconfirmed Ltd',
      contactEmail: 'nobody@else.example',
    })
    expect(browser.page.heading).toBe('Enter your code')
    await emailTo(system, 'nobody@else.example', /is your code/)
    const team = await signIn(system, teamAddress)
    expect(team.page.root.text).not.toContain('Unconfirmed')
    expect(await mailTo(system, 'nobody@else.example')).toHaveLength(1)
  })

  it('sends nothing to an address that it does not know', async () => {
    const browser = createBrowser(system.webUrl)
    await browser.open('/sign-in')
    await browser.send({ email: 'stranger@example.org' })
    expect(browser.page.heading).toBe('Enter your code')
    await signIn(system, teamAddress)
    expect(await mailTo(system, 'stranger@example.org')).toEqual([])
  })

  it('shows a journey to its lead and to nobody else', async () => {
    const school = await registerSchool(system, { ...inventedSchool, contactEmail: 'mine@school.example' })
    const path = school.page.url.pathname
    const other = await signIn(system, lead)
    expect((await other.open(path)).status).toBe(404)
    expect((await other.open(`/team${path}`)).status).toBe(403)
  })
})

describe('doing things twice', () => {
  it('takes the same registration once, and a corrected one instead of it', async () => {
    const browser = createBrowser(system.webUrl)
    const answers = { ...inventedSchool, contactEmail: 'twice@school.example' }
    const form = await browser.open('/register')
    const nonce = form.root.querySelector('[name=nonce]')!.getAttribute('value')!
    await browser.send({ ...answers, organisationName: 'Mistyped School' })
    await emailTo(system, 'twice@school.example', /is your code/)
    await browser.open('/register')
    await withCode(system, browser, 'twice@school.example', () => browser.send({ ...answers, nonce }))
    expect(browser.page.heading).toContain('Invented Primary School')
    await browser.open('/register')
    await browser.send({ ...answers, nonce })
    expect(browser.page).toMatchObject({ status: 409, heading: 'This has already been registered' })
  })

  it('keeps what two people typed into the same section, and asks which', async () => {
    const address = 'both@school.example'
    const answers = { ...inventedSchool, organisationName: 'Both School', contactEmail: address }
    const first = await registerSchool(system, answers)
    const hub = first.page.url.pathname
    const second = await signIn(system, address)
    const section = `${hub}/steps/reflective-transparency/findings`
    for (const browser of [first, second]) await browser.open(section)
    await first.send({ strengths: 'What the first one wrote' })
    await second.send({ strengths: 'What the second one wrote' })
    expect(second.page.status).toBe(409)
    expect(second.page.root.text).toContain('Somebody has changed this since you opened it')
    expect(second.page.root.querySelector('.govuk-error-summary')!.text).toContain('What the first one wrote')
    expect(second.page.root.querySelector('#strengths')!.text).toContain('What the second one wrote')
    await first.open(section)
    expect(first.page.root.querySelector('#strengths')!.text).toContain('What the first one wrote')
    await second.send()
    await first.open(section)
    expect(first.page.root.querySelector('#strengths')!.text).toContain('What the second one wrote')
  })

  it('hands in nothing that the lead has not seen', async () => {
    const address = 'seen@school.example'
    const lead = await reachStepTwo(system, { ...inventedSchool, contactEmail: address })
    const hub = lead.page.url.pathname
    const colleague = await signIn(system, address)
    await lead.follow(/^Go to step 2/)
    await fillInStep(lead)
    await lead.open(`${hub}/steps/raising-awareness/check`)
    await colleague.open(`${hub}/steps/raising-awareness/activities`)
    await colleague.follow(/^Change or take away/)
    await colleague.send({ activityWhat: 'Something quite different' })
    await lead.send()
    expect(lead.page).toMatchObject({ status: 409, heading: 'This step has changed since you opened it' })
    await lead.follow('Go to the journey')
    expect(lead.page.root.text).toContain('Something quite different')
    await lead.send()
    expect(lead.page.root.text).toContain('has been handed in')
  })

  it('tells of a step that is handed in already, and of a decision that is taken', async () => {
    const address = 'again@school.example'
    const first = await reachStepTwo(system, {
      ...inventedSchool,
      organisationName: 'Again School',
      contactEmail: address,
    })
    const hub = first.page.url.pathname
    const second = await signIn(system, address)
    await first.follow(/^Go to step 2/)
    await fillInStep(first)
    for (const browser of [first, second]) await browser.open(`${hub}/steps/raising-awareness/check`)
    await first.send()
    await second.send()
    expect(second.page).toMatchObject({ status: 409, heading: 'This step has already been handed in' })
    // What was handed in is shown, and there is nothing to send any more.
    await second.open(`${hub}/steps/raising-awareness/check`)
    expect(second.page.url.pathname).toBe(`${hub}/steps/raising-awareness`)
    expect(second.page.root.text).toContain('You handed this step in on')
    expect(second.page.root.querySelector('main form')).toBeNull()

    await first.open(hub)
    await handInNext(first)
    const teams = [await signIn(system, teamAddress), await signIn(system, teamAddress)]
    await until('the check', async () => (await teams[0]!.open('/team')).root.text.includes('Again School'))
    for (const team of teams) await team.open(`/team${hub}`)
    await teams[0]!.send({ decision: 'accept' })
    await teams[1]!.send({ decision: 'return', to: 'registration', comment: 'Late' })
    expect(teams[1]!.page).toMatchObject({ status: 409, heading: 'This has already been decided' })
  })
})
