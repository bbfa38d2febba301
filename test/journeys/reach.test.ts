// People whom no email reaches, and a workflow that stops: what the team, the colleagues and the panel see, through the whole system.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable, type Table } from '../../functions/adapters/dynamo.ts'
import { dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import type { Browser } from '../../infra/demo/browser.ts'
import {
  emailTo,
  handInNext,
  inventedSchool,
  inviteValidator,
  mailTo,
  reachStepTwo,
  reachValidation,
  signIn,
  teamAddress,
  until,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { newest as definition } from '../../workflows/released/index.ts'

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

const text = () => team.page.root.querySelector('main')!.text.replace(/\s+/g, ' ')
const newestOf = async (journey: string) => (await dynamoJourneys(table).newest(journey))!

async function register(organisationName: string, contactEmail: string) {
  const browser = await reachStepTwo(system, { ...inventedSchool, organisationName, contactEmail })
  const hub = browser.page.url.pathname
  return { browser, hub, journey: hub.split('/')[2]!, page: `/team${hub}` }
}

/** What comes back of the newest email to somebody, as the button in the mailbox does it. */
async function comesBack(address: string, type: 'Bounce' | 'Complaint') {
  const [newest] = await mailTo(system, address)
  const answer = await fetch(`${system.consoleUrl}/mailbox/${newest!.id}/events`, {
    method: 'POST',
    body: new URLSearchParams({ type }),
    headers: { origin: system.consoleUrl, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  })
  expect(answer.status).toBeLessThan(400)
  await system.quiet()
}

/** The line under "Waiting for you", or undefined. */
async function waitingFor(name: string) {
  const { root } = await team.open('/team')
  const line = root.querySelectorAll('#waiting li').find((each) => each.text.includes(name))
  return line?.text.replace(/\s+/g, ' ')
}

describe('a lead whose address does not work', () => {
  it('is reached again when the team has looked after it', async () => {
    const { browser, hub, journey, page } = await register('Lost School', 'lost@school.example')
    await browser.open(`${hub}/people`)
    await browser.send({ name: 'Bola', email: 'bola@school.example' }, `${hub}/people`)
    await emailTo(system, 'bola@school.example', /You have been asked to help/)
    await comesBack('lost@school.example', 'Bounce')

    await emailTo(system, 'bola@school.example', /^We cannot reach your lead by email/)
    expect(await waitingFor('Lost School')).toContain('The lead cannot be reached')
    const bola = await signIn(system, 'bola@school.example')
    await bola.open(`${hub}/people`)
    expect(bola.page.root.text).toMatch(/lost@school\.example: our emails to this address do not arrive/)

    await team.open(page)
    expect(text()).toContain('The lead cannot be reached by email.')
    await team.follow('Change the contact, or try the address again')
    await team.send({}, `${page}/lead/write-again`)
    expect([team.page.status, text()]).toEqual([422, expect.stringContaining('Select why we may write')])
    await team.send({ because: 'works' }, `${page}/lead/write-again`)
    expect(team.page.url.pathname).toBe(page)
    expect(text()).not.toContain('cannot be reached')
    await until('the email of the step to come again', async () => {
      const subjects = (await mailTo(system, 'lost@school.example')).map(({ subject }) => subject)
      return subjects.filter((each) => /Step 2 of 7/.test(each)).length === 2
    })
    await until('the list to know', async () => (await waitingFor('Lost School')) === undefined)
    expect((await newestOf(journey)).state.unreachable).toEqual({})
  })

  it('who complained is written to only if they asked for it; another lead ends the matter too', async () => {
    const { page } = await register('Angry School', 'angry@school.example')
    await comesBack('angry@school.example', 'Complaint')
    await team.open(`${page}/lead`)
    expect(text()).not.toContain('The address works')
    await team.send({}, `${page}/lead/write-again`)
    expect(team.page.status).toBe(422)
    await team.open(`${page}/lead`)
    await team.send({ leadName: 'Calm', leadRole: 'Head', leadEmail: 'calm@school.example' }, `${page}/lead`)
    expect(text()).not.toContain('cannot be reached')
    await emailTo(system, 'calm@school.example', /Step 2 of 7/)
    await until('the list to know', async () => (await waitingFor('Angry School')) === undefined)
  })
})

describe('a validator whose address does not work', () => {
  it('is off the panel, and the team reads why and has it to complete', async () => {
    const { browser, journey, page } = await register('Panel School', 'panel@school.example')
    await reachValidation(browser, team, 'Panel School')
    for (const [at, name] of ['Ann', 'Ben', 'Cem'].entries()) {
      const email = `${name.toLowerCase()}@panel.example`
      await inviteValidator(team, journey, { name, email, chair: at === 0 })
      await emailTo(system, email, /Would you validate/)
    }
    await until('the panel to be complete', async () => (await waitingFor('Panel School')) === undefined)
    await comesBack('ann@panel.example', 'Bounce')
    await until('the team to have it', async () =>
      (await waitingFor('Panel School'))?.includes('Complete the panel'),
    )
    await team.open(page)
    expect(text()).toContain('Ann is no longer on the panel. Their address does not work')
    expect(text()).toContain('Please invite 1 more. The panel still needs a chair.')
    await inviteValidator(team, journey, { name: 'Ann', email: 'ann@panel.example', chair: true })
    expect([team.page.status, text()]).toEqual([422, expect.stringContaining('Enter another address')])
    await inviteValidator(team, journey, { name: 'Ann', email: 'ann@home.example', chair: true })
    await until('it to be complete again', async () => (await waitingFor('Panel School')) === undefined)
  })
})

describe('a workflow that somebody stopped', () => {
  it('is started again by the team at once, and the journey goes on', async () => {
    const { browser, hub, journey, page } = await register('Stopped School', 'stopped@school.example')
    const machine = `arn:aws:states:eu-west-2:000000000000:execution:quality-mark-${definition.id}`
    const client = new SFNClient()
    await client.send(new StopExecutionCommand({ executionArn: `${machine}:${journey}-1` }))
    client.destroy()
    await until('the team to have it', async () =>
      (await waitingFor('Stopped School'))?.includes('This journey is stuck: set it going again'),
    )
    await team.open(page)
    const other = await signIn(system, teamAddress)
    await other.open(page)
    await team.send({}, `${page}/restart`)
    expect(text()).not.toContain('This journey is stuck')
    expect(text()).toContain('The journey is going again.')
    await other.send({}, `${page}/restart`)
    expect(other.page).toMatchObject({ status: 409, heading: 'This has already been done' })
    await until('the list to know', async () => (await waitingFor('Stopped School')) === undefined)

    await browser.open(hub)
    await handInNext(browser)
    await emailTo(system, 'stopped@school.example', /^Step 3 of 7/)
    const { state } = await newestOf(journey)
    expect(state.execution).toMatchObject({ seq: 2, opened: { wait: state.position.at } })
    // Our own stopping of the first one, which had ended already, was no news.
    expect(state.execution).not.toHaveProperty('failedAt')
  })
})
