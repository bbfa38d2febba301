// A journey in Chromium without JavaScript, every page of which is looked at; and, when it answers everything, the pages that are not
// on its way. One a process, since the functions read where the system is when they are loaded.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser as Chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AnswersGiven, countAnswers } from '../../infra/demo/answers-given.ts'
import type { Browser } from '../../infra/demo/browser.ts'
import { startChromium } from '../../infra/demo/chromium.ts'
import { newestExecution } from '../../infra/demo/newest-execution.ts'
import {
  inventedSchool,
  lead,
  mailTo,
  type Place,
  registerSchool,
  signIn,
  teamAddress,
  until,
  withCode,
} from '../../infra/demo/people.ts'
import { play } from '../../infra/demo/story.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { journey } from '../../workflows/journey.ts'
import { stepsOf } from '../../workflows/model.ts'
import { hasty } from './hasty.ts'
import { createLook, type Look, type LookedAt } from './look.ts'
import { morePages, noPages, type Places } from './pages.ts'
import { person } from './person.ts'
import { routes } from './visited.ts'

const charity = {
  ...inventedSchool,
  organisationName: 'Invented Charity',
  contactEmail: 'lead@charity.example',
}

const addresses: Readonly<Record<string, string>> = {
  public: '',
  lead,
  'lead who begins': charity.contactEmail,
  colleague: 'colleague@school.example',
  signatory: 'governor@school.example',
  team: teamAddress,
  validator: 'chair@panel.example',
}

function roleOf(address = ''): string {
  if (address.endsWith('@panel.example')) return 'validator'
  return Object.keys(addresses).find((role) => addresses[role] === address)!
}

export interface Walk {
  /** In px. */
  readonly width: number
  /** Answers every question, and goes to every page; else what must be answered, and what is on the way. */
  readonly full: boolean
  /** How many pages there are, and which: a file beside this one. */
  readonly pages: string
}

/** Defines the tests of a walk. */
export function walk({ width, full, pages }: Walk): void {
  let chromium: Chromium
  const all = new Map<string, LookedAt>()
  let folder: string
  let system: System
  let look: Look
  let place: Place
  let given: AnswersGiven

  beforeAll(async () => {
    chromium = await startChromium()
    folder = await mkdtemp(join(tmpdir(), 'mark-browser-'))
    system = await startSystem({
      dataDir: folder,
      port: 0,
      environment: { PANEL_SIZE: '3' },
    })
    look = await createLook(chromium, system.webUrl, all)
    given = countAnswers()
    const sentAsNonsense = new Set<string>()
    place = {
      webUrl: system.webUrl,
      consoleUrl: system.consoleUrl,
      async browse(url, address) {
        const somebody = await person(chromium, url, width, look.at(roleOf(address)))
        return given.counting(hasty(somebody, sentAsNonsense))
      },
    }
  })
  afterAll(async () => {
    await chromium.close()
    await system.stop()
    await rm(folder, { recursive: true })
  })

  it('comes to its award', { timeout: 1_200_000 }, async () => {
    const waitsIn = () => system.quiet().then(() => newestExecution(system.awsUrl))
    await play({ ...place, skip: system.skip, tell: () => {}, waitsIn }, 1, full)
    expect(() => given.hold(full)).not.toThrow()
  })

  it.runIf(full)('is begun by somebody else, and goes on', { timeout: 1_200_000 }, async () => {
    // Another day: codes are limited.
    await system.skip(1)
    const places = await nextPlaces(place)
    for (const [role, pages] of Object.entries(morePages)) {
      const address = addresses[role]!
      const browser = address ? await signIn(place, address) : await place.browse!(place.webUrl)
      for (const path of pages(places)) await browser.open(path)
    }
    const lost = await signIn(place, charity.contactEmail)
    await loseAndFind(place, lost, places, () => system.skip(1))
    expect(lost.page.url.pathname).toBe(`${places.begun}/steps/registration`)
  })

  it('has nothing the matter on any page', () => {
    expect(look.findings).toEqual([])
  })
  it('has these pages', async () => {
    const lines = [...all.keys()].toSorted()
    await expect([`${lines.length} pages`, ...lines, ''].join('\n')).toMatchFileSnapshot(pages)
  })

  it.runIf(full)('has pages of every route that shows one', () => {
    const seen = new Set([...all.values()].map(({ route }) => route))
    const shown = routes.filter((route) => route.startsWith('GET ') && !(route in noPages))
    expect(shown.filter((route) => !seen.has(route))).toEqual([])
  })

  it('has no page of more than 14 KB with its style sheet, compressed', () => {
    const [largest] = [...all.entries()].toSorted(([, a], [, b]) => b.bytes - a.bytes)
    process.stdout.write(`The largest page: ${largest![1].bytes} bytes, ${largest![0]}\n`)
    expect(largest![1].bytes).toBeLessThanOrEqual(14 * 1024)
  })
}

/** The next round of the journey that was played, with the pages that can be come by there alone; and the first of another. */
async function nextPlaces(place: Place): Promise<Places> {
  const mail = await mailTo(place, lead)
  const find = (link: RegExp) => new URL(mail.map(({ text }) => link.exec(text)?.[0]).find(Boolean)!).pathname
  const school = await signIn(place, lead)
  const awarded = school.page.url.pathname
  for (const { id } of stepsOf(journey)) await school.open(`${awarded}/steps/${id}`)
  await school.open(awarded)
  await school.follow(/^Start your journey to/)
  await school.send()
  await until('the next round', async () => /Go to step 1/i.test((await school.open(awarded)).html))
  await school.open(`${awarded}/steps/commitment-and-pledge/proof`)
  await school.followTo(/\/files\/\w{16}\/remove$/)
  const begun = (await registerSchool(place, charity)).page.url.pathname
  return {
    awarded,
    begun,
    award: find(/http:\S+\/awards\/\S+/),
    stopReminders: find(/http:\S+\/reminders\/\S+/),
  }
}

/** A form is sent when the sign-in has ended, and found again after the next one. */
async function loseAndFind(place: Place, lost: Browser, { begun }: Places, wait: () => Promise<unknown>) {
  await lost.open(`${begun}/steps/registration/hopes`)
  await wait()
  await lost.send({ hopes: 'We hope that nothing is lost.' })
  await lost.open('/sign-in')
  await withCode(place, lost, charity.contactEmail, () => lost.send({ email: charity.contactEmail }))
  await lost.send()
}
