// An individual takes the same seven steps with fewer questions, to the award; and what a setting can take from them.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mintId } from '../../functions/app/secrets.ts'
import type { Browser } from '../../infra/demo/browser.ts'
import {
  conclude,
  emailTo,
  giveView,
  inventedSchool,
  inviteValidator,
  reachValidation,
  registerSchool,
  signIn,
  teamAddress,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'

const chair = 'chair@panel.example'
const person = {
  ...inventedSchool,
  organisationName: 'Noor Example',
  applyingAs: 'individual',
  contactName: 'Noor Example',
  contactEmail: 'noor@person.example',
}
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

const text = (browser: Browser) => browser.page.root.querySelector('main')!.text.replace(/\s+/g, ' ')

it('goes from registration to the award with what is asked of individuals alone', async () => {
  const noor = await registerSchool(system, person)
  const hub = noor.page.url.pathname
  await noor.open(`${hub}/steps/registration`)
  expect(text(noor)).not.toContain('Your organisation')
  await noor.open(`${hub}/steps/registration/organisation`)
  expect(noor.page.status).toBe(404)
  await noor.open(`${hub}/steps/commitment-and-pledge`)
  // Their sign-up is their own pledge.
  expect(noor.page.html).not.toContain('/pledge/')
  // Nor does anybody else learn their name from the page on which members of an organisation pledge.
  expect((await noor.open(`${hub}/pledges`)).status).toBe(404)
  const pledging = `/pledge/${hub.split('/')[2]}`
  const sent = { method: 'POST', body: new URLSearchParams({ id: mintId(), pledge: 'yes' }) }
  const answers = await Promise.all([
    fetch(new URL(pledging, system.webUrl)),
    fetch(new URL(`${pledging}/thanks`, system.webUrl)),
    fetch(new URL(pledging, system.webUrl), { ...sent, headers: { origin: system.webUrl } }),
  ])
  for (const answer of answers) {
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain(person.organisationName)
  }
  expect(text(noor)).not.toContain('Proof')
  const team = await signIn(system, teamAddress)
  await noor.open(hub)
  const journey = await reachValidation(noor, team, person.organisationName)
  await inviteValidator(team, journey, { name: 'Chair Example', email: chair, chair: true })
  const validator = await signIn(system, chair)
  await giveView(validator, journey)
  await validator.open(`/cases/${journey}`)
  for (const page of [validator.page.html, (await team.open(`/team${hub}`)).html])
    expect(page).not.toContain('How many people will take part?')
  // What step 1 tells of contacts is for the team alone.
  expect(team.page.html).toContain('Deputy head')
  expect(validator.page.html).not.toContain('Deputy head')
  await conclude(validator, journey, { outcome: 'awarded', reasons: 'They know why it matters.' })
  await emailTo(system, person.contactEmail, /^Congratulations/)
}, 90_000)
