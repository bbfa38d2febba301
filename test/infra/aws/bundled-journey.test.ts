// The bundles at work: an organisation goes to its award through what is deployed, so that nothing is missing that is left out of them.
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { gather, playToAward } from '../../../infra/bench/quick-journey.ts'
import { fillIn } from '../../../infra/demo/fill-in.ts'
import { inventedSchool, registerSchool } from '../../../infra/demo/people.ts'
import { application } from '../../../infra/local/application.ts'
import type { Handler } from '../../../infra/local/lambda-host.ts'
import { type System, startSystem } from '../../../infra/local/system.ts'
import { checked, sendFile } from '../../support/send-file.ts'
import { folder } from './template.ts'

const require = createRequire(import.meta.url)
/** Whatever a function had to say of itself. */
const said = vi.spyOn(console, 'error')

let dataDir: string
let system: System

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mark-'))
  const load = async (name: string) =>
    (require(join(folder, 'bundles', name, 'index.mjs')) as { handler: Handler }).handler
  system = await startSystem({
    dataDir,
    port: 0,
    environment: { PANEL_SIZE: '1' },
    application: { ...application, load },
  })
}, 60_000)
afterAll(async () => {
  await system.stop()
  await rm(dataDir, { recursive: true })
})

it('takes an organisation to its award', async () => {
  await playToAward(system, await gather(system), 1)
  await system.quiet()
  expect(said.mock.calls).toEqual([])
}, 60_000)

it('checks a file', async () => {
  const school = await registerSchool(system, inventedSchool)
  await school.open(`${school.page.url.pathname}/steps/positive-action/diary`)
  await school.follow('Add the first one')
  await school.send({ ...fillIn(school.page), evidenceTitle: 'An assembly', action: 'add-to-evidenceFiles' })
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  await checked(school, await sendFile(school, 'Our assembly', photo), /Your file is ready/)
  expect(said.mock.calls).toEqual([])
}, 60_000)
