// `npm start`, killed with SIGKILL again and again in the middle of a journey: it goes on where it was, and every email comes once.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
  type Place,
  registerSchool,
  signIn,
  teamAddress,
  until,
} from '../../infra/demo/people.ts'
import { freePorts } from '../support/free-ports.ts'

let folder: string
let port: number
let running: ChildProcess | undefined
let place: Place

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  port = await freePorts(3)
  place = { webUrl: `http://127.0.0.1:${port}`, consoleUrl: `http://127.0.0.1:${port + 1}` }
})
afterAll(async () => {
  await kill()
  await rm(folder, { recursive: true })
})

/** In a process group of its own, so that npm and what it started die together. */
async function start(): Promise<void> {
  const child = spawn('npm', ['start'], {
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      BASE_URL: place.webUrl,
      PANEL_SIZE: '1',
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running = child
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  await until('the system to be ready', async () => {
    if (child.exitCode !== null) throw new Error(`npm start ended: ${said}`)
    return said.includes('Ready in')
  })
}

async function kill(): Promise<void> {
  const child = running
  if (!child?.pid) return
  running = undefined
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** Starts again, `minutes` later: claims on emails that the kill left behind end after 15. */
async function startLater(minutes: number): Promise<void> {
  const file = join(folder, 'clock.json')
  const { offsetMs = 0 } = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
  await writeFile(file, JSON.stringify({ offsetMs: offsetMs + minutes * 60_000 }))
  await start()
}

/** 5 ms after something was sent. */
async function killDuring(sending: Promise<unknown>): Promise<void> {
  const lost = sending.then(
    () => 'answered',
    () => 'cut off',
  )
  await new Promise((resolve) => setTimeout(resolve, 5))
  await kill()
  await lost
}

const chair = 'chair@panel.example'

it('goes on after every kill', async () => {
  await start()
  let school = await registerSchool(place)
  const hub = school.page.url.pathname

  // Right after the answer: the relay is at work.
  await kill()
  await startLater(16)
  await emailTo(place, lead, /You have registered/)
  await school.open(hub)
  await handInNext(school)
  await emailTo(place, lead, /^Step 2 of 7 is open/)

  // In the middle of saving a section: the answer never comes, and what was typed is saved whole or not at all.
  const section = `${hub}/steps/reflective-transparency/findings`
  const typed = { strengths: 'Everybody is welcome here.', missingVoices: 'Not everybody knows it.' }
  await school.open(section)
  await killDuring(school.send(typed))
  await startLater(16)
  await school.open(section)
  const saved = (name: string) => school.page.root.querySelector(`#${name}`)!.textContent.trim()
  const found = { strengths: saved('strengths'), missingVoices: saved('missingVoices') }
  expect([typed, { strengths: '', missingVoices: '' }]).toContainEqual(found)
  await school.send(typed)
  await school.open(section)
  expect(saved('missingVoices')).toBe(typed.missingVoices)

  // In the middle of handing in; what was saved before is there.
  await school.open(hub)
  await school.follow(/^Go to step 2/)
  await fillInStep(school)
  await school.follow(/^Check your answers/)
  await killDuring(school.send())
  await startLater(16)
  await school.open(hub)
  if (school.page.root.text.includes('Next: Raising Awareness')) {
    await school.open(`${hub}/steps/raising-awareness/check`)
    expect(school.page.heading).toContain('Check your answers')
    await school.send()
  }
  await emailTo(place, lead, /^Step 3 of 7 is open/)
  await handInNext(await openHub())

  // While the team decides.
  const team = await signIn(place, teamAddress)
  await decide(team, inventedSchool.organisationName, { decision: 'accept' })
  await kill()
  await startLater(16)
  for (const step of [4, 5]) {
    await emailTo(place, lead, new RegExp(`^Step ${step} of 7 is open`))
    await handInNext(await openHub())
  }
  await decide(await signIn(place, teamAddress), inventedSchool.organisationName, { decision: 'accept' })
  for (const step of [6, 7]) {
    await emailTo(place, lead, new RegExp(`^Step ${step} of 7 is open`))
    await handInNext(await openHub())
  }

  // Between the decision of the panel and the award.
  const inviting = await signIn(place, teamAddress)
  await until(
    'the validation',
    async () => (await inviting.open(`/team${hub}`)).root.querySelector('#panel') !== null,
  )
  const journey = hub.split('/')[2]!
  await inviteValidator(inviting, journey, { name: 'Chair Example', email: chair, chair: true })
  const validator = await signIn(place, chair)
  await giveView(validator, journey)
  await conclude(validator, journey, { outcome: 'awarded', reasons: 'We saw a lot.' })
  await kill()
  await startLater(16)
  await emailTo(place, lead, /^Congratulations/)
  await kill()
  await startLater(16)

  const subjectsTo = async (address: string) =>
    (await mailTo(place, address)).map(({ subject }) => subject).filter((subject) => !/code$/.test(subject))
  const subjects = await subjectsTo(lead)
  expect(new Set(subjects).size).toBe(subjects.length)
  expect(subjects).toHaveLength(8)
  expect((await subjectsTo(chair)).toSorted()).toEqual([
    'The panel has judged: it is your turn to decide',
    'Would you validate a journey to Bronze?',
  ])
  school = await openHub()
  expect(school.page.root.text).toContain('You have been awarded')

  async function openHub() {
    const { status } = await school.open(hub)
    if (status !== 200 || school.page.heading === 'Sign in') school = await signIn(place, lead)
    return school
  }
}, 180_000)
