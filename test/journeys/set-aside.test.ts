// An organisation sets aside every question that it can, with a reason: it gets to its award, and every page on the way is whole.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from '../../infra/demo/browser.ts'
import { createBrowser } from '../../infra/demo/browser.ts'
import { fieldsOf, handIn } from '../../infra/demo/fill-in.ts'
import {
  conclude,
  decide,
  giveView,
  inventedSchool,
  inviteValidator,
  registerSchool,
  signIn,
  teamAddress,
  until,
} from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { entriesOf } from '../../workflows/fields.ts'
import { journey } from '../../workflows/journey.ts'
import { type Section, stepsOf } from '../../workflows/model.ts'
import { publicParts } from '../../workflows/publicised.ts'

const reason = 'Not for six people who cook.'
const chair = 'chair@panel.example'
/** What cannot be set aside, beside what is declared. */
const answers = {
  signatureWay: 'lead-signs',
  decidingBody: 'board',
  pledgeWording: 'We cook for all.',
  evidenceVisibility: 'public',
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

/** Whole: not an error, and no answer that was shown as if it were words. */
async function look(browser: Browser, path: string): Promise<void> {
  const { status, root } = await browser.open(path)
  const text = root.querySelector('main')!.text
  expect([path, status, /\[object|undefined|NaN/.exec(text)?.[0]]).toEqual([path, 200, undefined])
}

/**
 * Every page that links lead to from these, those of no journey but the ones that everybody reads too; of a part with entries
 * one page of an entry. Gives their paths.
 */
async function lookAtAll(
  browser: Browser,
  id: string,
  ...starts: readonly string[]
): Promise<readonly string[]> {
  const known = new Set<string>()
  const waiting = [...starts]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = path.replace(/(\/steps\/[^/]+\/[^/]+\/)[0-9a-z]{16}/, '$1entry')
    if (known.has(page)) continue
    known.add(page)
    const { status, html, root, url } = await browser.open(path)
    const wrong = /\[object|undefined|NaN/.exec(root.querySelector('main')?.text ?? html)?.[0]
    expect([path, status, wrong]).toEqual([path, 200, undefined])
    for (const link of root.querySelectorAll('a')) {
      const to = new URL(link.getAttribute('href') ?? '', url)
      const isRead =
        to.pathname.includes(id) || /^\/(ideas|awards|questions|team|journeys)\b/.test(to.pathname)
      if (to.origin === url.origin && isRead) waiting.push(to.pathname + to.search)
    }
  }
  return [...known]
}

/** An entry where the part has entries: every question of it is set aside too. */
async function setAside(browser: Browser, path: string, section: Section): Promise<void> {
  const here = `${path}/${section.id}`
  const { status, url } = await browser.open(here)
  if (status !== 200 || url.pathname !== here) return
  if (entriesOf(section)) {
    const anEntry = new RegExp(`^${here}/[0-9a-z]{16}$`)
    const links = browser.page.root.querySelectorAll('main a').map((link) => link.getAttribute('href')!)
    await browser.open(links.find((href) => anEntry.test(href))!)
  }
  const { root } = browser.page
  const asked = (name: string) => root.querySelector(`main form [name="${name}"]`) !== null
  const given = fieldsOf(section).flatMap(({ id, kind }): [string, string][] => {
    if (id in answers) return [[id, answers[id as keyof typeof answers]]]
    if (asked(`${id}-because`)) return [[`${id}-because`, reason]]
    return kind === 'declaration' && asked(id) ? [[id, 'yes']] : []
  })
  const sent = await browser.send(Object.fromEntries(given))
  expect([here, sent.status, sent.root.querySelector('.govuk-error-summary')?.text]).toEqual([
    here,
    200,
    undefined,
  ])
}

it('reaches the award, and every page of it can be read', async () => {
  const kitchen = await registerSchool(system, { ...inventedSchool, organisationName: 'Invented Kitchen' })
  const hub = kitchen.page.url.pathname
  const id = hub.split('/')[2]!
  const team = await signIn(system, teamAddress)
  const steps = stepsOf(journey)
  for (const step of steps) {
    const path = `${hub}/steps/${step.id}`
    const isNext = async () =>
      (await kitchen.open(hub)).root
        .querySelectorAll('main a')
        .some((link) => link.getAttribute('href') === path && /^Go to step/.test(link.text.trim()))
    await until(step.id, async () => (await isNext()) || /looking at/.test(kitchen.page.root.text))
    if (!(await isNext())) await decide(team, 'Invented Kitchen', { decision: 'accept' })
    await until(step.id, isNext)
    for (const section of step.sections) await setAside(kitchen, path, section)
    for (const page of [...step.sections.map(({ id }) => `/${id}`), '/check', ''])
      if (page !== '/contact') await look(kitchen, `${path}${page}`)
    await handIn(kitchen, path)
    await look(kitchen, path)
  }

  // Nothing leads there when the lead signs.
  await look(kitchen, `${hub}/signature`)
  await kitchen.open(`${hub}/public`)
  await kitchen.send({ show: [...publicParts] }, `${hub}/public`)
  await kitchen.send(
    {},
    kitchen.page.root.querySelector('form[action*="/public/"]')?.getAttribute('action') ?? undefined,
  )
  const stranger = createBrowser(system.webUrl)
  const ofEverybody = [`/organisations/${id}`, '/ideas', `/pledge/${id}`]
  await lookAtAll(stranger, id, '/', ...ofEverybody)
  const everyPart = steps.map(({ id: step }) => `${hub}/steps/${step}`)
  const ofLead = [hub, ...everyPart, ...['what-changed', 'public'].map((page) => `${hub}/${page}`)]
  expect(await lookAtAll(kitchen, id, hub)).toEqual(expect.arrayContaining(ofLead))

  await until(
    'the validation',
    async () => (await team.open(`/team${hub}`)).root.querySelector('#panel') !== null,
  )
  const ofTeam = ['', '/emails', '/lead'].map((page) => `/team${hub}${page}`)
  expect(await lookAtAll(team, id, '/team')).toEqual(expect.arrayContaining(ofTeam))
  await inviteValidator(team, id, { name: 'Chair Example', email: chair, chair: true })
  const validator = await signIn(system, chair)
  await giveView(validator, id)
  expect(await lookAtAll(validator, id, '/journeys')).toEqual(
    expect.arrayContaining([`/cases/${id}`, `/cases/${id}/decision`]),
  )
  await conclude(validator, id, { outcome: 'awarded', reasons: 'They cook for all.' })
  await until('the award', async () =>
    (await kitchen.open(hub)).root
      .querySelectorAll('a')
      .some((link) => /^Start your journey/.test(link.text)),
  )
  await lookAtAll(kitchen, id, hub)
  await lookAtAll(team, id, `/team${hub}`)
  await lookAtAll(validator, id, `/cases/${id}`)
  const read = await lookAtAll(stranger, id, '/', ...ofEverybody)
  expect(read.some((page) => page.startsWith('/awards/'))).toBe(true)
  await kitchen.open(hub)
  await kitchen.follow(/^Start your journey/)
  await kitchen.send()
  // What was set aside is carried into the next round.
  expect(await lookAtAll(kitchen, id, hub)).toEqual(expect.arrayContaining(everyPart))
}, 180_000)
