// Two journeys in Chromium without JavaScript: one that answers what must be answered, on a phone's width, and one that answers all.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser as Chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countAnswers } from '../../infra/demo/answers-given.ts'
import { startChromium } from '../../infra/demo/chromium.ts'
import { newestExecution } from '../../infra/demo/newest-execution.ts'
import { play } from '../../infra/demo/story.ts'
import { startSystem } from '../../infra/local/system.ts'
import { createLook, type Look } from './look.ts'
import { person } from './person.ts'

let chromium: Chromium
const looks: Look[] = []

beforeAll(async () => {
  chromium = await startChromium()
})
afterAll(() => chromium.close())

it.each([
  { title: 'what must be answered', width: 320, full: false },
  { title: 'everything', width: 1280, full: true },
])('plays a journey that answers $title, $width px wide', { timeout: 900_000 }, async ({ width, full }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mark-browser-'))
  const system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '3' } })
  try {
    const { webUrl, consoleUrl, awsUrl, skip, quiet } = system
    const look = await createLook(chromium, webUrl)
    looks.push(look)
    const answers = countAnswers()
    const browse = async (url: string) =>
      answers.counting(await person(chromium, url, width, look.at('somebody')))
    const waitsIn = () => quiet().then(() => newestExecution(awsUrl))
    const tell = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`)
    await play({ webUrl, consoleUrl, skip, tell, waitsIn, browse }, 1, full)
    answers.hold(full)
    expect(look.findings).toEqual([])
  } finally {
    for (const look of looks) console.error([...look.pages.keys()].join('\n'), look.findings.join('\n'))
    await system.stop()
    await rm(folder, { recursive: true })
  }
})
