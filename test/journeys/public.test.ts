// What the public sees, on the whole system: nothing unsaid, everything chosen, and gone in one press; an individual by name only while they want it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HTMLElement, parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable } from '../../functions/adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from '../../functions/adapters/dynamo-drafts.ts'
import { dynamoFileWriter } from '../../functions/adapters/dynamo-files.ts'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { carryOut } from '../../functions/app/carry-out.ts'
import { mintId, mintSerial } from '../../functions/app/secrets.ts'
import { type Browser, createBrowser, type FilledIn } from '../../infra/demo/browser.ts'
import { signIn, teamAddress, until, withCode } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import type { Command, JourneyState } from '../../workflows/journey-state.ts'
import { waitsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'

let folder: string
let system: System
let anybody: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '1' } })
  anybody = createBrowser(system.webUrl)
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

const mark = 'Qvarnstrom'

async function register(name: string, applyingAs: string, address: string) {
  const lead = createBrowser(system.webUrl)
  await lead.open('/register')
  const answers = { organisationName: name, applyingAs, contactName: `Amina ${mark}`, contactEmail: address }
  await withCode(system, lead, address, () => lead.send(answers))
  const hub = lead.page.url.pathname
  const journey = hub.split('/')[2]!
  const settings = `${hub}/public`
  return {
    lead,
    hub,
    journey,
    settings,
    page: `/organisations/${journey}`,
    /** A section of a step, or a new entry of it. */
    fill: async (section: string, answers: FilledIn, entry?: string) => {
      await lead.open(`${hub}/steps/${section}${entry ? `/${entry}` : ''}`)
      return lead.send(answers)
    },
    /** On the page of settings: the form with this button that goes there. */
    press: async (fields: Fields, to = settings, who = lead) => {
      const { root } = await who.open(settings)
      return pressIn(root, fields, to, who)
    },
  }
}

const seen = async (path: string) => {
  const { status, root } = await anybody.open(path)
  return { status, text: root.querySelector('main')!.text }
}
const story = (title: string, more: FilledIn = {}) => ({
  evidenceOn: '1 9 2026',
  evidenceTitle: title,
  evidenceAreas: ['attitudes', 'skills'],
  evidenceChanged: 'Everybody listens.',
  evidenceTopic: 'religion',
  evidenceLink: 'www.school.example/stories?a="<b>',
  evidenceSaid: `“Thank you”, says ${mark}`,
  evidenceInvolved: mark,
  evidenceConsentHeldBy: mark,
  ...more,
})
const forEverybody = { evidenceVisibility: 'public', evidenceConsent: 'nobody-recognisable' }

it('shows what an organisation has chosen, as it was then, and nothing else', async () => {
  const { lead, hub, journey, settings, page, fill, press } = await register(
    'Invented <b>School</b>',
    'organisation',
    'amina@school.example',
  )
  expect((await seen(page)).status).toBe(404)
  await lead.open(hub)
  await lead.follow('Your public page')
  expect(lead.page.root.text).toContain('Your page is not public')
  expect(lead.page.root.querySelectorAll('main [checked]')).toEqual([])
  const refused = await press({ action: 'publish' })
  expect(refused.sent).toBe(422)
  expect(refused.root.querySelector('.govuk-error-summary')!.text).toContain(
    'Select what your page should show',
  )
  expect((await seen(page)).status).toBe(404)

  const step = 'reflective-transparency'
  await fill('registration/place', { sectors: ['education', 'health'], postcode: 'LS1 1UR' })
  await fill('registration/contacts', { contactRole: mark, secondName: mark })
  const group = { groupWho: 'staff', groupAnswered: '9', groupSaid: `We are few, says ${mark}` }
  await fill(`${step}/asked`, group, mintId())
  await fill(
    `${step}/asked`,
    { groupWho: 'governors', groupAnswered: '12', groupSaid: 'Many say so' },
    mintId(),
  )
  await fill(`${step}/people`, { peopleFound: 'We are alike', knownReflect: mark })
  await fill(
    `${step}/improvements`,
    { improvementWhat: 'Listen more', improvementArea: 'attitudes' },
    mintId(),
  )
  const action = { actionWhat: 'Ask the families', actionArea: 'skills', actionBy: '1 9 2027' }
  await fill(`${step}/plan`, { ...action, actionResources: mark, actionStatus: 'under-way' }, mintId())
  await fill(`${step}/publicised`, { publicisedWhere: 'this-site' })
  await lead.open(`${hub}/steps/${step}`)
  expect(lead.page.root.text).not.toContain('Every part is done')
  await lead.follow('Publish your findings, goals and plan on your public page')
  await lead.follow('See how it would look now')
  expect(lead.page.root.text).toContain('Listen more')
  expect((await seen(page)).status).toBe(404)

  await press({ show: ['findings', 'goals', 'plan', 'updates', 'awards'], action: 'publish' })
  expect(lead.page.root.text).toContain('Your page is public as it is now')
  const { text } = await seen(page)
  for (const shown of [
    'Invented <b>School</b>',
    'We are alike',
    'Many say so',
    'Listen more',
    'Ask the families',
    'Under way',
  ])
    expect(text).toContain(shown)
  expect(text).not.toContain('few')
  await lead.open(`${hub}/steps/${step}`)
  expect(lead.page.root.text).not.toContain('does not show your findings')

  await fill(`${step}/people`, { peopleFound: 'We differ' })
  expect((await seen(page)).text).toContain('We are alike')
  await press({ show: ['findings'], action: 'publish' })
  const after = (await seen(page)).text
  expect(after).toContain('We differ')
  expect(after).not.toContain('Listen more')

  // The diary: each entry says for whom it is, and only what is for everybody is offered.
  const diary = 'positive-action/diary'
  const entry = mintId()
  await fill(diary, story(`Private ${mark}`, { evidenceVisibility: 'private' }), mintId())
  await fill(diary, story(`For validators ${mark}`, { evidenceVisibility: 'validators' }), mintId())
  await fill(diary, story('A day', { evidenceVisibility: 'public' }), entry)
  expect(lead.page.root.text).toContain('Select whether somebody can be recognised')
  const entryForm = `${settings}/${entry}`
  await expect(press({ action: 'publish' }, entryForm)).rejects.toThrow('Nobody can press')
  await fill(diary, story('A day of <i>stories</i>', forEverybody), entry)
  const file = await addFile(journey, entry, 'Our hall')
  await lead.open(settings)
  expect(lead.page.root.text).toContain('A day of <i>stories</i>')
  expect(lead.page.root.text).not.toContain(mark)
  await press({ show: ['updates', 'awards'], action: 'publish' })
  // Two presses at once are one.
  const elsewhere = await signIn(system, 'amina@school.example')
  const twice = await Promise.all(
    [elsewhere, lead].map((who) => press({ action: 'publish' }, entryForm, who)),
  )
  expect(twice.map(({ sent }) => sent)).toEqual([303, 303])

  for (const path of [page, '/ideas', '/ideas?area=skills&sector=health&topic=religion']) {
    const { root, html } = await anybody.open(path)
    expect(root.querySelectorAll('article')).toHaveLength(1)
    expect(root.querySelector('article')!.text).toContain('A day of <i>stories</i>')
    expect(html).not.toContain(mark)
    expect(html).not.toContain('<i>')
    const [link] = root.querySelectorAll('article a').filter((each) => each.text.includes('school.example'))
    expect(link!.getAttribute('rel')).toBe('noreferrer nofollow ugc')
  }
  expect((await anybody.follow('Invented <b>School</b>')).url.pathname).toBe(page)
  for (const path of ['/ideas?area=innovation', '/ideas?sector=housing', '/ideas?topic=age'])
    expect((await seen(path)).text).toContain('There are no ideas like that yet')
  expect((await anybody.open('/ideas?area=%3Cscript%3E')).status).toBe(404)

  const opened = () => fetch(new URL(`${page}/files/${file}`, system.webUrl), { redirect: 'manual' })
  expect((await opened()).headers.get('location')).toContain(`/clean/${journey}/${file}?`)
  await lead.open(`${hub}/files/${file}/remove`)
  await lead.send()
  expect((await opened()).status).toBe(404)
  expect((await seen(page)).text).not.toContain('Our hall')
  expect((await seen(page)).text).toContain('A day of')

  // Made private, it is gone, and cannot be published by who kept the form.
  await lead.open(settings)
  const [kept] = lead.page.root
    .querySelectorAll('form')
    .filter((each) => each.getAttribute('action') === entryForm)
  await fill(diary, { evidenceVisibility: 'validators', evidenceConsent: [] }, entry)
  for (const path of [page, '/ideas']) expect((await seen(path)).text).not.toContain('A day of')
  const forced = await fetch(new URL(entryForm, system.webUrl), {
    method: 'POST',
    body: new URLSearchParams({
      token: kept!.querySelector('input')!.getAttribute('value')!,
      action: 'publish',
    }),
    headers: { cookie: `session=${lead.cookies.get('session')}`, 'sec-fetch-site': 'same-origin' },
  })
  expect(forced.status).toBe(409)
  expect(await forced.text()).toContain('This entry cannot be published')
  expect((await seen('/ideas')).text).not.toContain('A day of')

  // The team takes down what should not be there; who does not belong to it sees nothing of this.
  await fill(diary, forEverybody, entry)
  await press({ action: 'publish' }, entryForm)
  expect((await seen('/ideas')).text).toContain('A day of')
  const team = await signIn(system, teamAddress)
  await team.open(`/team/journeys/${journey}`)
  await team.follow('See what is public, and take it down')
  await pressIn(team.page.root, { action: 'take-down' }, entryForm, team)
  expect((await seen('/ideas')).text).not.toContain('A day of')
  await press({ action: 'publish' }, entryForm)
  await press({ action: 'take-down' }, settings, team)
  expect((await seen(page)).status).toBe(404)
  expect((await seen('/ideas')).text).not.toContain('A day of')
  const { lead: stranger } = await register('Another School', 'organisation', 'other@school.example')
  for (const path of [settings, `${settings}/preview`]) expect((await stranger.open(path)).status).toBe(404)

  // Whoever ends the journey takes everything down with it.
  await press({ show: ['updates'], action: 'publish' })
  await press({ action: 'publish' }, entryForm)
  expect((await seen(page)).text).toContain('A day of')
  await lead.open(`${hub}/withdraw`)
  await lead.send()
  await until('the page to be gone', async () => (await seen(page)).status === 404)
  expect((await seen('/ideas')).text).not.toContain('A day of')
  expect((await lead.open(settings)).root.text).toContain('This journey has ended')
}, 120_000)

it('shows an individual by name only while they want it', async () => {
  const { journey, settings, page, fill, press } = await register(
    `Amina ${mark}`,
    'individual',
    'amina@individual.example',
  )
  const entry = mintId()
  await fill('registration/web', { webPresence: 'website', website: `www.${mark}.example` })
  await fill('positive-action/diary', { ...story('I listened'), ...forEverybody, evidenceLink: '' }, entry)
  await press({ show: ['updates', 'awards'], action: 'publish' })
  await press({ action: 'publish' }, `${settings}/${entry}`)
  const serial = await award(journey)
  const places = [page, '/ideas', `/awards/${serial}`]
  const named = async () => {
    const all = await Promise.all(places.map((path) => createBrowser(system.webUrl).open(path)))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
    return all.map(({ html }) => new RegExp(mark, 'i').test(html))
  }
  expect((await seen(page)).text).toContain('Bronze, awarded on')
  expect(await named()).toEqual([false, false, false])
  for (const path of places) expect((await seen(path)).text).toContain('An individual')
  expect((await press({ action: 'show-name' })).sent).toBe(422)
  expect(await named()).toEqual([false, false, false])
  await press({ showName: 'yes', action: 'show-name' })
  expect(await named()).toEqual([true, true, true])
  // One press, with nothing to fill in.
  await press({ action: 'hide-name' })
  expect(await named()).toEqual([false, false, false])
  await press({ showName: 'yes', action: 'show-name' })
  await press({ action: 'take-down' })
  expect((await seen(page)).status).toBe(404)
  expect((await seen(`/awards/${serial}`)).text).toContain('An individual')
}, 60_000)

type Fields = { readonly action: string } & FilledIn

/** Presses the button of this value; several forms of a page can go to the same address. */
async function pressIn(root: HTMLElement, { action, ...more }: Fields, to: string, who: Browser) {
  const form = root
    .querySelectorAll('main form')
    .find(
      (each) =>
        each.getAttribute('action') === to && each.querySelector(`button[value="${action}"]`) !== null,
    )
  if (!form) throw new Error(`Nobody can press ${action} there`)
  const body = new URLSearchParams({
    token: form.querySelector('[name=token]')!.getAttribute('value')!,
    action,
  })
  for (const [name, value] of Object.entries(more)) {
    if (!form.querySelector(`[name="${name}"]`)) throw new Error(`There is no ${name} there`)
    for (const each of [value].flat()) body.append(name, each)
  }
  const answer = await fetch(new URL(to, system.webUrl), {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { cookie: `session=${who.cookies.get('session')}`, 'sec-fetch-site': 'same-origin' },
  })
  const next = answer.headers.get('location')
  if (next) return { sent: answer.status, root: (await who.open(next)).root }
  return { sent: answer.status, root: parse(await answer.text()) }
}

/** As if it had been sent and checked. */
async function addFile(journey: string, entry: string, name: string): Promise<string> {
  const table = openTable()
  const step = 'positive-action'
  const draft = (await dynamoDrafts(table).ofStep(journey, 0, step)).find((each) => each.entry === entry)!
  const [id, field] = [mintId(), 'evidenceFiles']
  const place = { round: 1, step, section: 'diary', entry, field }
  const { by, at } = draft
  await dynamoFileWriter(table).add({
    id,
    journey,
    place,
    name,
    by,
    at,
    status: 'clean',
    kind: 'jpg',
    bytes: 1200,
  })
  await dynamoDraftWriter(table).save({
    ...draft,
    typed: { ...draft.typed, [field]: [id] },
    revision: draft.revision + 1,
  })
  return id
}

/** Everything that the others do, until the award is issued; gives its number. */
async function award(journey: string): Promise<string> {
  const table = openTable()
  const clock = { now: () => new Date(), unmovedMs: () => performance.now() }
  const ports = { journeys: dynamoJourneys(table), commits: dynamoCommits(table), clock }
  const pointer = { id: 'ROUND#1#somewhere#0123456789abcdef', hash: 'f'.repeat(64) }
  const state = async () => (await ports.journeys.newest(journey))!.state
  const next = ({ position: { at, visit }, panel, submissions }: JourneyState): Command => {
    const kind = waitsOf(newest).find(({ id }) => id === at)?.kind
    if (kind === 'step') return { kind: 'submit', step: at, visit, submission: submissions[at] ?? pointer }
    if (kind === 'check') return { kind: 'accept', wait: at, visit }
    const person = 'validator0123456'
    const [first] = panel
    if (!first) return { kind: 'invite-validator', person, chair: true }
    if (!first.declared) return { kind: 'declare', person, visit, panelSize: 1, conflict: false }
    if (!first.judgement) return { kind: 'judge', person, visit, panelSize: 1, judgement: pointer }
    const conclusion = { outcome: 'awarded', reasons: pointer, serial: mintSerial() } as const
    return { kind: 'conclude', person, visit, panelSize: 1, ...conclusion }
  }
  while (waitsOf(newest).some(({ id }) => id === 'validation') && !(await state()).decided) {
    const outcome = await carryOut(ports, journey, 'somebody', next(await state()))
    if (outcome.kind === 'refused') throw new Error(`Refused: ${outcome.reason}`)
  }
  await until('the award', async () => (await state()).position.at === 'complete')
  return (await state()).awards[0]!.serial
}
