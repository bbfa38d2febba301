// Nothing typed is lost: what was sent after its sign-in had ended, and what two people write into one section.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HTMLElement } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, createBrowser, type FilledIn } from '../../infra/demo/browser.ts'
import { fillIn } from '../../infra/demo/fill-in.ts'
import { emailTo, inventedSchool, registerSchool, signIn, withCode } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { entriesOf } from '../../workflows/fields.ts'
import { type Section, stepsOf } from '../../workflows/model.ts'
import { newest } from '../../workflows/released/index.ts'

const leadAddress = 'lead@school.example'
const colleagueAddress = 'colleague@school.example'
const hours = (count: number) => system.skip(count / 24)

let folder: string
let system: System
let hub: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0 })
  const lead = await registerSchool(system, { ...inventedSchool, contactEmail: leadAddress })
  hub = lead.page.url.pathname
  await lead.open(`${hub}/people`)
  await lead.send({ name: 'Ben', email: colleagueAddress }, `${hub}/people`)
  await emailTo(system, colleagueAddress, /asked to help/)
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

/** The first part of a later step that is so, and the first field of words in it. */
function find(isSuch: (section: Section) => boolean) {
  const places = stepsOf(newest)
    .slice(1)
    .flatMap((step) => step.sections.filter(isSuch).map((section) => ({ step: step.id, section })))
  const { step, section } = places[0]!
  const fields = entriesOf(section)?.fields ?? section.fields
  const { id: field } = fields.find(({ kind }) => kind === 'text' || kind === 'long-text')!
  return { path: `/steps/${step}/${section.id}`, field }
}
const plain = find(
  (section) => !entriesOf(section) && section.fields.filter(({ kind }) => kind === 'long-text').length > 0,
)
const repeated = find((section) => {
  const fields = entriesOf(section)?.fields ?? []
  return fields.some(({ kind }) => kind === 'text') && fields.every(({ kind }) => kind !== 'file')
})

/** What the form of the page holds under a name. */
function typedIn({ page }: Browser, name: string): string | undefined {
  const field = page.root.querySelector(`main form [name="${name}"]`) as HTMLElement | null
  return field?.tagName === 'TEXTAREA' ? field.textContent.replace(/^\n/, '') : field?.getAttribute('value')
}
/** A browser with the same cookies, on another page. */
function anotherTab({ cookies }: Browser): Browser {
  const tab = createBrowser(system.webUrl)
  for (const [name, value] of cookies) tab.cookies.set(name, value)
  return tab
}
const open = (browser: Browser) => browser.open(`${hub}${plain.path}`)
const typing = (text: string): FilledIn => ({ [plain.field]: text })
async function saved(reader?: Browser): Promise<string | undefined> {
  const browser = reader ?? (await signIn(system, leadAddress))
  await open(browser)
  return typedIn(browser, plain.field)
}

describe('what is sent after the sign-in has ended', () => {
  /** Types, is away for five hours, sends, and goes to the sign-in that the answer leads to. */
  async function sendTooLate(text: string): Promise<Browser> {
    const lead = await signIn(system, leadAddress)
    await open(lead)
    await hours(5)
    await lead.send(typing(text))
    expect(lead.page.status).toBe(403)
    expect(lead.page.root.text).toContain('We keep it for you for one hour.')
    await lead.follow('Sign in')
    return lead
  }
  const signInAgain = (browser: Browser, address = leadAddress) =>
    withCode(system, browser, address, () => browser.send({ email: address }))

  it('is shown again after signing in, and is saved when it is sent', async () => {
    const text = 'Five hours of thought.\nAnd "a second" <line>.'
    const lead = await sendTooLate(text)
    await signInAgain(lead)
    expect(lead.page.url.pathname).toBe('/held')
    expect(lead.page.heading).toContain('You were signed out before this could be saved')
    expect(lead.page.root.textContent).toContain(text)
    expect(await saved()).toBe('')
    await lead.send({}, `${hub}${plain.path}?held=signed-out`)
    expect(lead.page.status).toBe(200)
    expect(await saved()).toBe(text)
    expect((await lead.open('/held')).heading).toBe('There is nothing left to send')
  })

  it('is shown beside what somebody else has saved meanwhile, and replaces it only then', async () => {
    const lead = await sendTooLate('Mine, later.')
    const colleague = await signIn(system, colleagueAddress)
    await open(colleague)
    await colleague.send(typing('Ours, meanwhile.'))
    await signInAgain(lead)
    await lead.send({}, `${hub}${plain.path}?held=signed-out`)
    expect(lead.page.status).toBe(409)
    expect(lead.page.root.querySelector('[role="alert"]')!.text).toContain('Ours, meanwhile.')
    expect(typedIn(lead, plain.field)).toBe('Mine, later.')
    expect(await saved()).toBe('Ours, meanwhile.')
    await lead.send()
    expect(await saved()).toBe('Mine, later.')
  })

  it('is not shown to somebody else who signs in, nor after an hour, nor when it was left', async () => {
    const before = await saved()
    // Where the sign-in always leads to.
    const step = `${hub}${plain.path}`.replace(/\/[a-z-]+$/, '')
    const shared = await sendTooLate('For my eyes.')
    await signInAgain(shared, colleagueAddress)
    expect(shared.page.url.pathname).toBe(step)
    expect((await shared.open('/held')).heading).toBe('There is nothing left to send')

    const late = await sendTooLate('Too late.')
    await hours(1)
    await signInAgain(late)
    expect(late.page.url.pathname).toBe(step)
    expect((await late.open('/held')).heading).toBe('There is nothing left to send')

    const shown = await sendTooLate('Seen, then late.')
    await signInAgain(shown)
    expect(shown.page.root.text).toContain('Seen, then late.')
    await hours(1)
    expect((await shown.open('/held')).heading).toBe('There is nothing left to send')

    const left = await sendTooLate('Never mind.')
    await signInAgain(left)
    await left.send({}, '/held?held=signed-out')
    expect(left.page.url.pathname).toBe(hub)
    expect((await left.open('/held')).heading).toBe('There is nothing left to send')
    expect(await saved()).toBe(before)
  })

  it('is still held when the answer to the code never arrived, and the sign-in is done again', async () => {
    const lead = await sendTooLate('Through a tunnel.')
    const lost = anotherTab(lead)
    await lost.open(lead.page.url.pathname)
    await signInAgain(lost)
    await lost.open('/held')
    // The browser at hand knows nothing of that session.
    await signInAgain(lead)
    expect(lead.page.root.text).toContain('Through a tunnel.')
    await lead.send({}, `${hub}${plain.path}?held=signed-out`)
    expect(await saved()).toBe('Through a tunnel.')
    // The other one sends the same words: they are saved already.
    await lost.send({}, `${hub}${plain.path}?held=signed-out`)
    expect(lost.page.status).toBe(200)
  })
})

describe('two people in one section', () => {
  let lead: Browser
  let colleague: Browser
  beforeAll(async () => {
    // One person may ask for five codes in a quarter of an hour.
    await hours(1)
    lead = await signIn(system, leadAddress)
    colleague = await signIn(system, colleagueAddress)
  })
  const alert = ({ page }: Browser) => page.root.querySelector('[role="alert"]')?.text ?? ''

  it('who save at once: one is saved, the other compares and decides', async () => {
    await Promise.all([open(lead), open(colleague)])
    await Promise.all([lead.send(typing('By the lead.')), colleague.send(typing('By the colleague.'))])
    const [first, second] = lead.page.status === 200 ? [lead, colleague] : [colleague, lead]
    const [theirs, own] =
      lead === first ? ['By the lead.', 'By the colleague.'] : ['By the colleague.', 'By the lead.']
    expect([first.page.status, second.page.status]).toEqual([200, 409])
    expect(alert(second)).toContain(theirs)
    expect(typedIn(second, plain.field)).toBe(own)
    expect(await saved(anotherTab(lead))).toBe(theirs)
    await second.send()
    expect(await saved(anotherTab(lead))).toBe(own)
  })

  it('who are one person with two tabs: the older tab compares too', async () => {
    const [older, tab] = [anotherTab(lead), anotherTab(lead)]
    await open(older)
    await open(tab)
    await tab.send(typing('In the newer tab.'))
    await older.send(typing('In the older tab.'))
    expect(older.page.status).toBe(409)
    expect(alert(older)).toContain('In the newer tab.')
    expect(typedIn(older, plain.field)).toBe('In the older tab.')
    expect(await saved(anotherTab(lead))).toBe('In the newer tab.')
  })

  /** Opens the form of one more, and fills in what is needed. */
  async function begin(browser: Browser, text: string): Promise<FilledIn> {
    await browser.open(`${hub}${repeated.path}`)
    await browser.follow(/^Add (the first|another) one/)
    return { ...fillIn(browser.page), [repeated.field]: text }
  }
  async function entries(browser: Browser): Promise<string> {
    return (await browser.open(`${hub}${repeated.path}`)).root.querySelector('main')!.text
  }

  it('who both add one: both are kept', async () => {
    const [a, b] = [await begin(lead, 'An assembly'), await begin(colleague, 'A poster')]
    await Promise.all([lead.send(a), colleague.send(b)])
    expect([lead.page.status, colleague.page.status]).toEqual([200, 200])
    const text = await entries(lead)
    expect(text).toContain('An assembly')
    expect(text).toContain('A poster')
  })

  it('of whom one changes what the other takes away: each is told, whoever was first', async () => {
    await lead.send(await begin(lead, 'To be argued over'))
    const change = lead.page.root
      .querySelectorAll('main a')
      .filter((each) => /Change or take away/.test(each.text))
    const path = change.at(-1)!.getAttribute('href')!
    const fill = (browser: Browser, text: string): FilledIn => ({
      ...fillIn(browser.page),
      [repeated.field]: text,
    })
    await Promise.all([lead.open(path), colleague.open(path)])
    await colleague.send({ ...fill(colleague, 'Changed first'), action: 'save' })
    await lead.send({ action: 'ask-to-remove' })
    await lead.send({ action: 'remove' })
    expect(lead.page.status).toBe(409)
    expect(alert(lead)).toContain('Changed first')
    expect(await entries(colleague)).toContain('Changed first')

    await Promise.all([lead.open(path), colleague.open(path)])
    await lead.send({ action: 'ask-to-remove' })
    await lead.send({ action: 'remove' })
    await colleague.send({ ...fill(colleague, 'Changed too late'), action: 'save' })
    expect(colleague.page.status).toBe(409)
    expect(typedIn(colleague, repeated.field)).toBe('Changed too late')
    expect(await entries(lead)).not.toContain('Changed')
    await colleague.send()
    expect(await entries(lead)).toContain('Changed too late')
  })
})
