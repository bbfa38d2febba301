// A panel can be one person, who is its chair: a setting, so this system is one of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  conclude,
  emailTo,
  giveView,
  inventedSchool,
  inviteValidator,
  lead,
  reachValidation,
  registerSchool,
  signIn,
  teamAddress,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'

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

it('judges, and decides at once', async () => {
  const school = await registerSchool(system)
  const team = await signIn(system, teamAddress)
  const journey = await reachValidation(school, team, inventedSchool.organisationName)
  const email = 'alone@panel.example'
  await inviteValidator(team, journey, { name: 'Alone Example', email, chair: true })
  const alone = await signIn(system, email)
  expect(alone.page.url.pathname).toBe(`/cases/${journey}`)
  await giveView(alone, journey)
  expect(alone.page.root.text).toContain('It is your turn to decide')
  await conclude(alone, journey, { outcome: 'awarded', reasons: 'We saw a lot.' })
  await emailTo(system, lead, /^Congratulations/)
  await alone.open(`/cases/${journey}`)
  expect(alone.page.root.text).toContain('The award was given.')
})
