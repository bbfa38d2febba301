// npm run screenshots: the README's pictures, taken of a played journey in a Chromium that is on this machine.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser as Chromium } from 'playwright-core'
import { startSystem } from '../local/system.ts'
import { besides } from './besides.ts'
import { type Browser, createBrowser } from './browser.ts'
import { startChromium } from './chromium.ts'
import { fillInStep, handIn } from './fill-in.ts'
import {
  conclude,
  decide,
  emailTo,
  giveView,
  inventedSchool,
  inviteValidator,
  lead,
  type Place,
  registerSchool,
  signIn,
  teamAddress,
  until,
} from './people.ts'
import { isSigned, signedByLink } from './signature.ts'

const chair = { name: 'Chair Example', email: 'chair@panel.example', chair: true }

/** At 1000 px, or as narrow as a phone. */
type Take = (name: string, url: string, as?: Browser, width?: number) => Promise<void>

/** JavaScript is off, and the cookies are those of the browser that plays. */
function camera(browser: Chromium): Take {
  return async (name, url, as, width = 1000) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 700 } })
    const cookies = [...(as?.cookies ?? [])].map(([name, value]) => ({ name, value, url }))
    await context.addCookies(cookies)
    const page = await context.newPage()
    await page.goto(url)
    const path = new URL(`screenshots/${name}.png`, import.meta.url).pathname
    await page.screenshot({ path, clip: { x: 0, y: 0, width, height: 900 }, fullPage: true })
    await context.close()
  }
}

async function playAndTake(place: Place, take: Take): Promise<void> {
  const at = (path: string) => `${place.webUrl}${path}`
  const { organisationName } = inventedSchool
  await take('start', at('/'))
  const school = await registerSchool(place)
  const hub = school.page.url.pathname
  const journey = hub.split('/')[2]!
  const team = await signIn(place, teamAddress)
  const go = async (step: number, before: (path: string) => Promise<void> = async () => {}) => {
    await until(`step ${step}`, async () =>
      new RegExp(`Go to step ${step}`).test((await school.open(hub)).html),
    )
    await school.follow(/^Go to step/)
    const path = school.page.url.pathname
    await fillInStep(school, { full: true, given: signedByLink })
    await before(path)
    await school.open(path)
    await isSigned(place, school)
    await handIn(school, path)
  }
  await go(1)
  await go(2)
  await go(3, async (path) => {
    await take('hub', at(hub), school)
    await take('hub-narrow', at(hub), school, 320)
    await take('step', at(path), school)
    await take('section', at(`${path}/pledge`), school)
  })
  const another = {
    ...inventedSchool,
    organisationName: 'Invented Charity',
    contactEmail: 'lead@charity.example',
  }
  await registerSchool(place, another)
  await until('the check', async () => (await team.open('/team')).root.querySelector('#waiting'))
  await take('team', at('/team'), team)
  await decide(team, organisationName, { decision: 'accept' })
  await go(4)
  await go(5)
  await decide(team, organisationName, { decision: 'accept' })
  await go(6, (path) => take('diary-narrow', at(`${path}/diary`), school, 320))
  for (const more of besides[7]!) await more(place, school, hub)
  await take('public-page', at(`/organisations/${journey}`))
  await take('ideas', at('/ideas'))
  await go(7)
  await until('the validation', async () => (await team.open(`/team${hub}`)).root.querySelector('#panel'))
  await inviteValidator(team, journey, chair)
  const validator = await signIn(place, chair.email)
  await validator.open(`/cases/${journey}`)
  await validator.send({ conflict: 'no' })
  await take('case', at(`/cases/${journey}`), validator)
  await take('execution', await executionOf(place, journey))
  await giveView(validator, journey)
  await conclude(validator, journey, { outcome: 'awarded', reasons: 'Everybody takes part.' })
  const award = await emailTo(place, lead, /Congratulations/)
  await take('award', /http:\S+\/awards\/\S+/.exec(award.text)![0])
}

/** The address of the console's page about it. */
async function executionOf({ consoleUrl }: Place, journey: string): Promise<string> {
  const console = createBrowser(consoleUrl)
  await console.open('/executions')
  await console.follow(`${journey}-1`)
  return console.page.url.href
}

const chromiumOnThisMachine = await startChromium()
const folder = await mkdtemp(join(tmpdir(), 'mark-screenshots-'))
const system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '1' } })
try {
  await playAndTake(system, camera(chromiumOnThisMachine))
} finally {
  await chromiumOnThisMachine.close()
  await system.stop()
  await rm(folder, { recursive: true })
}
