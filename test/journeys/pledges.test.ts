// What people say when they pledge, on the whole system: read by the lead, shown to everybody if its writer wants it, and removed.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Browser, createBrowser, type FilledIn } from '../../infra/demo/browser.ts'
import { emailTo, inventedSchool, reachStepTwo, signIn } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'

let folder: string
let system: System
let lead: Browser
let hub: string
let journey: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0 })
  lead = await reachStepTwo(system, { ...inventedSchool, contactEmail: 'said@school.example' })
  hub = lead.page.url.pathname
  journey = hub.split('/')[2]!
}, 60_000)
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

async function pledges(said: FilledIn): Promise<Browser> {
  const anybody = createBrowser(system.webUrl)
  await anybody.open(`/pledge/${journey}`)
  await anybody.send({ pledge: 'yes', ...said })
  return anybody
}

/** What a stranger reads of the organisation; undefined while there is no page. */
async function everybodyReads(): Promise<string | undefined> {
  const { status, root } = await createBrowser(system.webUrl).open(`/organisations/${journey}`)
  return status === 200 ? root.querySelector('main')!.text : undefined
}

const main = (browser: Browser) => browser.page.root.querySelector('main')!
const formOf = (browser: Browser, words: string) =>
  main(browser)
    .querySelectorAll('article')
    .find((each) => each.text.includes(words))!
    .querySelector('form')!
const labels = (browser: Browser, words: string) =>
  formOf(browser, words)
    .querySelectorAll('button')
    .map((button) => button.childNodes[0]!.text)

async function press(words: string, action: string): Promise<void> {
  await lead.open(`${hub}/pledges`)
  const form = formOf(lead, words)
  expect(form.querySelector(`button[value="${action}"]`)).not.toBeNull()
  await lead.send({ action }, form.getAttribute('action')!)
}

it('keeps what was typed when something is wrong, and takes it put right', async () => {
  const typed = { pledgeTeam: 'Year 4', pledgeWords: 'I will ask <b>you</b> to play.' }
  const anybody = await pledges({ ...typed, pledgeName: 'x'.repeat(41), pledgeShown: 'yes' })
  expect(anybody.page.status).toBe(422)
  expect(main(anybody).querySelector('details')!.hasAttribute('open')).toBe(true)
  await anybody.send({ pledgeName: 'N.', pledgeGroup: 'members' })
  expect(main(anybody).text).toContain('1 person has pledged')
  await pledges({ pledgeTeam: 'Kitchen', pledgeWords: 'This is for us alone.', pledgeGroup: 'staff' })
  await pledges({})
})

it('is read by the lead, with whether everybody may read it', async () => {
  await lead.open(`${hub}/steps/commitment-and-pledge`)
  await lead.follow('What people pledged')
  const { text } = main(lead)
  expect(text).toContain('3 people have pledged')
  expect(text).toMatch(/Staff\s*1/)
  expect(text).toMatch(/Did not say\s*1/)
  expect(text).toContain('I will ask <b>you</b> to play.')
  expect(labels(lead, 'ask')).toEqual(['Show on our page', 'Remove'])
  expect(labels(lead, 'us alone')).toEqual(['Remove'])
})

it('is read by a colleague, who changes nothing, and by nobody else', async () => {
  await lead.open(`${hub}/people`)
  await lead.send({ name: 'Femi', email: 'said.colleague@school.example' }, `${hub}/people`)
  await emailTo(system, 'said.colleague@school.example', /./)
  const colleague = await signIn(system, 'said.colleague@school.example')
  await colleague.open(`${hub}/pledges`)
  expect(main(colleague).text).toContain('us alone')
  expect(main(colleague).querySelectorAll('form')).toEqual([])
  const stranger = await reachStepTwo(system, {
    ...inventedSchool,
    contactEmail: 'said.other@school.example',
  })
  expect((await stranger.open(`${hub}/pledges`)).status).toBe(404)
})

it('is shown to everybody by one press, hidden again, and taken down with everything', async () => {
  await press('ask', 'show')
  expect(main(lead).text).toContain('The words will be shown when your page is public')
  expect(await everybodyReads()).toBeUndefined()
  const publish = async () => {
    await lead.open(`${hub}/public`)
    await lead.send({ show: 'awards', action: 'publish' })
  }
  await publish()
  await lead.open(`${hub}/pledges`)
  expect(main(lead).text).toContain('Shown on your page')
  const shown = await everybodyReads()
  expect(shown).toMatch(/In people’s own words[\s\S]*I will ask <b>you<\/b> to play\.\s*N\./)
  // Not which class, so that nobody is recognised by it.
  expect(shown).not.toContain('Year 4')
  expect(shown).not.toContain('us alone')
  await press('ask', 'hide')
  expect(await everybodyReads()).not.toContain('own words')
  await press('ask', 'show')
  await lead.open(`${hub}/public`)
  const down = main(lead)
    .querySelectorAll('form')
    .find((form) => form.querySelector('[value="take-down"]'))!
  await lead.send({ action: 'take-down' }, down.getAttribute('action')!)
  await publish()
  expect(await everybodyReads()).not.toContain('own words')
})

it('is not shown when its writer did not say that everybody may read it', async () => {
  await lead.open(`${hub}/pledges`)
  await lead.send({ action: 'show' }, formOf(lead, 'us alone').getAttribute('action')!)
  expect(lead.page).toMatchObject({ status: 409, heading: 'These words are not for everybody' })
  expect(await everybodyReads()).not.toContain('us alone')
})

it('is removed with its copy, and the pledge still counts', async () => {
  await press('ask', 'show')
  expect(await everybodyReads()).toContain('to play')
  await press('ask', 'remove')
  expect(await everybodyReads()).not.toContain('to play')
  expect(main(lead).text).toContain('3 people have pledged')
  expect(main(lead).text).not.toContain('to play')
  expect(main(lead).querySelectorAll('article')).toHaveLength(1)
})

it('does not come back when the form is sent again after it was removed', async () => {
  const anybody = createBrowser(system.webUrl)
  await anybody.open(`/pledge/${journey}`)
  const id = anybody.page.root.querySelector('[name=id]')!.getAttribute('value')!
  const said = { pledge: 'yes', id, pledgeWords: 'Written once, sent twice.' }
  await anybody.send(said)
  await press('sent twice', 'remove')
  await anybody.open(`/pledge/${journey}`)
  await anybody.send(said)
  expect(main(anybody).text).toContain('4 people have pledged')
  await lead.open(`${hub}/pledges`)
  expect(main(lead).text).not.toContain('sent twice')
})
