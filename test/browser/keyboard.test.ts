// By keyboard alone: somebody registers, signs in by a code, fills in choices and a date, and hands in the first two steps.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser as Chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startChromium } from '../../infra/demo/chromium.ts'
import { handInNext, lead, type Place, registerSchool, signIn, until } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { keyboard } from './keyboard.ts'
import { person } from './person.ts'

let chromium: Chromium
let folder: string
let system: System

beforeAll(async () => {
  chromium = await startChromium()
  folder = await mkdtemp(join(tmpdir(), 'mark-keyboard-'))
  system = await startSystem({ dataDir: folder, port: 0 })
})
afterAll(async () => {
  await chromium.close()
  await system.stop()
  await rm(folder, { recursive: true })
})

it('comes through step 2, and the focus is always seen', { timeout: 300_000 }, async () => {
  const findings: string[] = []
  const place: Place = {
    webUrl: system.webUrl,
    consoleUrl: system.consoleUrl,
    browse: (url) => person(chromium, url, 1280, async () => {}, keyboard(findings)),
  }
  const hub = (await registerSchool(place)).page.url.pathname
  const school = await signIn(place, lead)
  const isOpen = (step: number) =>
    until(`step ${step}`, async () =>
      new RegExp(`Go to step ${step}`, 'i').test((await school.open(hub)).html),
    )
  await isOpen(1)
  // Not the first of the choices, so that the arrows have something to do.
  await handInNext(school, { given: { organisationType: 'voluntary' } })
  await isOpen(2)
  await handInNext(school, { given: { activityAudience: ['staff', 'public'], inAppraisal: 'planned' } })
  await isOpen(3)
  await school.open(`${hub}/steps/raising-awareness`)
  expect(school.page.root.querySelector('main')!.text).toMatch(/You handed this step in/)
  expect(findings).toEqual([])
})
