// Who gets what: every page, and everything that can be sent, for every role in every state of a journey, as a table that is read
// before it is kept.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable, type Table } from '../../functions/adapters/dynamo.ts'
import { dynamoCaptureWriter } from '../../functions/adapters/dynamo-captures.ts'
import { dynamoDraftWriter } from '../../functions/adapters/dynamo-drafts.ts'
import { dynamoFileWriter } from '../../functions/adapters/dynamo-files.ts'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoLinkWriter } from '../../functions/adapters/dynamo-links.ts'
import { dynamoPeopleWriter } from '../../functions/adapters/dynamo-people.ts'
import { dynamoRecordWriter } from '../../functions/adapters/dynamo-records.ts'
import { dynamoSessionWriter } from '../../functions/adapters/dynamo-sessions.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'
import { carryOut } from '../../functions/app/carry-out.ts'
import { keepRecord } from '../../functions/app/keep-record.ts'
import { mintId, mintSecret, mintSerial, sha256 } from '../../functions/app/secrets.ts'
import { formToken } from '../../functions/app/sign-in.ts'
import { type FunctionName, inventory } from '../../functions/inventory.ts'
import { teamAddress, until } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { Command, JourneyState } from '../../workflows/journey-state.ts'
import { waitsOf } from '../../workflows/model.ts'
import { judgementsOf } from '../../workflows/panel.ts'
import { newest as definition } from '../../workflows/released/index.ts'

const roles = ['nobody', 'stranger', 'lead', 'colleague', 'validator', 'team'] as const
const addresses = {
  stranger: 'stranger@example.org',
  lead: 'lead@example.org',
  colleague: 'colleague@example.org',
  validator: 'validator@example.org',
  team: teamAddress,
}

const anybody = { name: 'Amina Example', role: 'Deputy head', telephone: undefined }

let folder: string
let system: System
/** One for all that is read and written here: each opening makes a client with sockets of its own. */
let table: Table
const people: Record<string, string> = {}
const secrets: Record<string, string> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '1' } })
  table = openTable()
  for (const [role, address] of Object.entries(addresses)) {
    people[role] = await dynamoPeopleWriter(table).admit(address)
    await openSession(role as keyof typeof addresses)
  }
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

/** Also again, for somebody who has signed out. */
async function openSession(role: keyof typeof addresses): Promise<void> {
  const secret = mintSecret()
  const at = new Date().toISOString()
  const [person, addressHash] = [people[role]!, sha256(addresses[role])]
  await dynamoSessionWriter(table).put({
    id: sha256(secret),
    person,
    addressHash,
    openedAt: at,
    usedAt: at,
  })
  secrets[role] = secret
}

/** A journey that was brought to a state by the real commands. */
async function journeyAt(
  goal: (state: JourneyState) => boolean,
  more: readonly Command[] = [],
): Promise<string> {
  const ports = {
    journeys: dynamoJourneys(table),
    commits: dynamoCommits(table),
    clock: systemClock,
    recordWriter: dynamoRecordWriter(table),
  }
  const journey = mintId()
  for (const role of ['lead', 'colleague', 'validator'] as const) {
    await dynamoPeopleWriter(table).putContact(people[role]!, addresses[role], journey, anybody)
  }
  const record = (place: string) =>
    keepRecord(ports, journey, place, people.lead!, { answers: { organisationName: 'Invented School' } })
  const carry = async (command: Command) => {
    const outcome = await carryOut(ports, journey, 'a-test', command)
    if (outcome.kind === 'refused') throw new Error(`${command.kind}: ${outcome.reason}`)
  }
  await carry({
    kind: 'register',
    individual: false,
    lead: people.lead!,
    submission: await record('1#registration'),
  })
  const state = async () => (await ports.journeys.newest(journey))!.state
  if (goal(await state())) return journey
  await carry({ kind: 'confirm-address' })
  await carry({ kind: 'invite-colleague', person: people.colleague! })
  for (let now = await state(); !goal(now); now = await state()) {
    const { at, visit } = now.position
    const kind = waitsOf(definition).find(({ id }) => id === at)?.kind
    if (kind === 'step') await carry({ kind: 'submit', step: at, visit, submission: await record(`1#${at}`) })
    else if (kind === 'check') await carry({ kind: 'accept', wait: at, visit })
    else if (kind === 'validation') await validate(carry, now, await record('1#view'))
    else await until('the award', async () => goal(await state()))
  }
  for (const command of more) await carry(command)
  return journey
}

async function validate(
  carry: (command: Command) => Promise<void>,
  { panel, position }: JourneyState,
  words: { id: string; hash: string },
) {
  const { visit } = position
  const person = people.validator!
  if (panel.length === 0) return carry({ kind: 'invite-validator', person, chair: true })
  if (!panel[0]!.declared) return carry({ kind: 'declare', person, visit, panelSize: 1, conflict: false })
  if (!panel[0]!.judgement) return carry({ kind: 'judge', person, visit, panelSize: 1, judgement: words })
  const serial = mintSerial()
  return carry({ kind: 'conclude', person, visit, panelSize: 1, outcome: 'awarded', reasons: words, serial })
}

const place = { round: 1, step: 'positive-action', section: 'diary', entry: '0123456789abcdef' }
const file = 'w5q2n8x4k7m3t9c6'
const field = 'evidenceFiles'
const capture = 'k7m3t9c6w5q2n8x4'

/** One entry of the diary, which nobody has handed in, with a file that can be opened. */
async function putFile(journey: string) {
  const [by, at] = [people.lead!, new Date().toISOString()]
  const row = { id: file, journey, place: { ...place, field }, name: 'A photo', by, at }
  await dynamoFileWriter(table).add({ ...row, status: 'clean', kind: 'jpg', bytes: 1 })
  const typed = { evidenceTitle: ['An assembly'], [field]: [file] }
  await putCapture(journey, at)
  await dynamoDraftWriter(table).save({ journey, ...place, typed, revision: 1, by, at, begunAt: at })
}

/** What a page said that the registration links to. */
async function putCapture(journey: string, at: string) {
  const url = 'https://www.school.example/'
  const { state } = await newestOf(journey)
  const submission = state.submissions.registration!.id
  await dynamoLinkWriter(table).note({ id: capture, journey, submission, url, capturedAt: at })
  const kept = { id: capture, journey, url, finalUrl: url, at, status: 200, text: 'Us', hash: 'f'.repeat(64) }
  await dynamoCaptureWriter(table).put(kept)
}

const at = (place: string) => (state: JourneyState) => state.position.at === place
const states: Readonly<Record<string, () => Promise<string>>> = {
  'not confirmed': () => journeyAt(at('confirmation')),
  'a step': () => journeyAt(at('raising-awareness')),
  'a check': () => journeyAt(at('foundation-check')),
  validation: () => journeyAt(({ panel }) => panel.length > 0),
  judged: () => journeyAt(({ panel }) => panel[0]?.judgement != null),
  awarded: () => journeyAt(at('complete')),
  withdrawn: () => journeyAt(at('raising-awareness'), [{ kind: 'withdraw' }]),
  'a step, and the workflow stopped': () =>
    journeyAt(at('raising-awareness'), [{ kind: 'mark-failed', executionSeq: 1 }]),
}

const functions = Object.entries(inventory) as [FunctionName, (typeof inventory)[FunctionName]][]
/** What can be sent: the function that takes it, and the path. */
const posts = functions
  .flatMap(([name, { on }]) =>
    'http' in on ? (on.http as readonly string[]).map((route) => ({ name, route })) : [],
  )
  .filter(({ route }) => route.startsWith('POST '))
  .map(({ name, route }) => ({ name, page: route.slice('POST '.length) }))
  .toSorted((a, b) => (a.page < b.page ? -1 : 1))

type Fields = Readonly<Record<string, string>>
const words = { viewStrengths: 'They listen.', viewNextSteps: 'Ask on.', recommendation: 'awarded' }
const contact = { leadName: 'New', leadRole: 'Head', leadEmail: 'new@example.org', leadTelephone: '' }
const validator = { validatorName: 'Li', validatorSector: 'health', validatorEmail: 'li@example.org' }

/** What each function is sent beside the form's token: what the page would, or the least that it takes. */
const bodies: Partial<Record<FunctionName, (event: CommittedEvent | undefined, role: string) => Fields>> = {
  'submit-register': () => ({ nonce: 'A'.repeat(43) }),
  'submit-sign-in': (_, role) => ({ email: `${role}@sign-in.example` }),
  'submit-code': () => ({ code: '000000' }),
  'submit-sign-out': () => ({}),
  'drop-held': () => ({}),
  'confirm-registration': () => ({}),
  'invite-colleague': (_, role) => ({ name: 'Bola', email: `bola-${role}@example.org` }),
  'remove-colleague': () => ({}),
  'start-round': (event) => ({ round: String(event!.state.round) }),
  'withdraw-journey': () => ({}),
  'publish-page': () => ({ action: 'publish', show: 'plan' }),
  'publish-idea': () => ({ action: 'take-down' }),
  'moderate-pledge': () => ({ action: 'hide' }),
  'submit-step': (event) => ({ visit: visitOf(event) }),
  'submit-section': () => ({ revision: '0', action: 'save' }),
  'ask-for-signature': () => ({}),
  'sign-commitment': () => ({ shown: 'f'.repeat(64), decision: 'sign', declineReason: '' }),
  'add-plan-rows': () => ({}),
  'add-file': () => ({ file: mintId(), fileName: 'poster.pdf' }),
  'remove-file': () => ({}),
  'submit-register-for': () => ({ nonce: 'A'.repeat(43) }),
  'change-lead': () => contact,
  'write-again': () => ({ lead: people.lead!, because: 'works' }),
  'move-journey': (event) => ({ to: definition.id, visit: visitOf(event) }),
  'restart-execution': (event) => ({ executionSeq: String(event!.state.execution.seq) }),
  'resend-email': (event) => ({ email: '2-1', after: String(event!.number) }),
  'pause-journey': () => ({ action: 'pause' }),
  'close-journey': () => ({ reason: 'They telephoned.' }),
  'submit-check': (event) => ({
    wait: event!.state.position.at,
    visit: visitOf(event),
    decision: 'accept',
    comment: '',
  }),
  'submit-pledge': () => ({ id: '0123456789abcdef', pledge: 'yes' }),
  'stop-reminders': () => ({ 'List-Unsubscribe': 'One-Click' }),
  'invite-validator': (event) => ({ visit: visitOf(event), ...validator, chair: 'no' }),
  'remove-validator': () => ({}),
  'submit-declaration': (event) => ({ visit: visitOf(event), conflict: 'no' }),
  'submit-judgement': (event) => ({ visit: visitOf(event), ...words }),
  'submit-conclusion': (event) => ({
    visit: visitOf(event),
    shown: judgementsOf(event!.state),
    outcome: 'awarded',
    reasons: 'They listen.',
  }),
}

function visitOf(event: CommittedEvent | undefined): string {
  return String(event!.state.position.visit)
}

const pages = Object.values(inventory)
  .flatMap(({ on }) => ('http' in on ? (on.http as readonly string[]) : []))
  .filter((route) => route.startsWith('GET '))
  .map((route) => route.slice('GET '.length))
  .toSorted()

function pathOf(page: string, journey: string): string {
  const ofPlan = page.endsWith('/rows')
  return page
    .replace('{journey}', journey)
    .replace(
      '{step}',
      ofPlan ? 'reflective-transparency' : page.includes('{field}') ? place.step : 'raising-awareness',
    )
    .replace('{section}', ofPlan ? 'plan' : page.includes('{field}') ? place.section : 'activities')
    .replace('{entry}', place.entry)
    .replace('{field}', field)
    .replace('{file}', file)
    .replace('{capture}', capture)
    .replace('{pledge}', '0123456789abcdef')
    .replace('{serial}', 'AAAA-AAAA')
    .replace('{sheet}', '0123456789abcdef.css')
    .replace('{person}', page.includes('validators') ? people.validator! : people.colleague!)
    .replace('{secret}', 'A'.repeat(43))
}

it('is as the table says', async () => {
  const lines = ['Whatever journey there is'.padEnd(58) + roles.map((role) => ` ${role.padEnd(10)}`).join('')]
  await row(
    lines,
    pages.filter((page) => !page.includes('{journey}')),
    '',
  )
  for (const [name, make] of Object.entries(states)) {
    const journey = await make()
    await putFile(journey)
    lines.push('', `${`A journey at: ${name}`.padEnd(58)} ${roles.map((role) => role.padEnd(10)).join(' ')}`)
    await row(
      lines,
      pages.filter((page) => page.includes('{journey}')),
      journey,
    )
  }
  await expect(`${lines.join('\n').trimStart()}\n`).toMatchFileSnapshot('roles.txt')
}, 60_000)

it('takes what is sent as the table says, and from nobody what is not theirs to send', async () => {
  expect(Object.keys(bodies).toSorted()).toEqual([...new Set(posts.map(({ name }) => name))].toSorted())
  const lines = [heading('Sent, whatever journey there is')]
  for (const { name, page } of posts.filter((post) => !post.page.includes('{journey}'))) {
    const answers: string[] = []
    for (const role of roles) answers.push(await answerToSent(name, pathOf(page, ''), role, undefined))
    lines.push(line(page, answers))
    // Somebody may have signed out.
    for (const role of Object.keys(addresses)) await openSession(role as keyof typeof addresses)
  }
  const wrongly: string[] = []
  for (const [state, make] of Object.entries(states)) {
    let before = await atRest(make)
    lines.push('', heading(`Sent to a journey at: ${state}`))
    for (const { name, page } of posts.filter((post) => post.page.includes('{journey}'))) {
      const answers = new Map<string, string>()
      // Those last who may change it: then the next one needs another journey.
      for (const role of ['nobody', 'stranger', 'colleague', 'validator', 'lead', 'team'] as const) {
        if (page.includes('{file}') || page.includes('{field}')) await putFile(before.journey)
        answers.set(role, await answerToSent(name, pathOf(page, before.journey), role, before))
        const after = await newestOf(before.journey)
        if (after.number === before.number) continue
        const isTheirs =
          role === 'team' ||
          (role === 'lead' && page.startsWith('/journeys/')) ||
          (role === 'validator' && page.startsWith('/cases/'))
        if (!isTheirs) wrongly.push(`${role}: ${page} at ${state}`)
        before = (await putBack(before, after)) ?? (await atRest(make))
      }
      lines.push(
        line(
          page,
          roles.map((role) => answers.get(role)!),
        ),
      )
    }
  }
  expect(wrongly).toEqual([])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('roles-sent.txt')
}, 180_000)

const newestOf = async (journey: string) => (await dynamoJourneys(table).newest(journey))!

/** The same people at the same place again, if that can be had without another journey; what else changed does not matter here. */
async function putBack(
  { journey, state: was }: CommittedEvent,
  { state: is }: CommittedEvent,
): Promise<CommittedEvent | undefined> {
  const panelOf = ({ panel }: JourneyState) => JSON.stringify(panel.slice(0, was.panel.length))
  if (is.position.visit !== was.position.visit || panelOf(is) !== panelOf(was)) return undefined
  const ports = { journeys: dynamoJourneys(table), commits: dynamoCommits(table), clock: systemClock }
  for (const role of ['lead', 'colleague'] as const)
    await dynamoPeopleWriter(table).putContact(people[role]!, addresses[role], journey, anybody)
  if (is.lead !== was.lead) await carryOut(ports, journey, 'a-test', { kind: 'change-lead', lead: was.lead })
  if (was.colleagues.includes(people.colleague!) && !is.colleagues.includes(people.colleague!))
    await carryOut(ports, journey, 'a-test', { kind: 'invite-colleague', person: people.colleague! })
  return newestOf(journey)
}

/** Its execution has come to where the journey is, so that nothing but what is sent changes it. */
async function atRest(make: () => Promise<string>): Promise<CommittedEvent> {
  const journey = await make()
  await system.quiet()
  return newestOf(journey)
}

function heading(title: string): string {
  return `${title.padEnd(58)} ${roles.map((role) => role.padEnd(10)).join(' ')}`.trimEnd()
}

function line(page: string, answers: readonly string[]): string {
  return `${page.padEnd(58)} ${answers.map((answer) => answer.padEnd(10)).join(' ')}`.trimEnd()
}

/** As the page would send it, with the form's own token for somebody who is signed in. */
async function answerToSent(
  name: FunctionName,
  path: string,
  role: (typeof roles)[number],
  event: CommittedEvent | undefined,
): Promise<string> {
  const secret = secrets[role]
  const withToken = (inventory[name].needs as readonly string[]).includes('sessions')
  const token = secret === undefined ? '0'.repeat(64) : formToken(secret, name)
  const response = await fetch(new URL(path, system.webUrl), {
    method: 'POST',
    headers: {
      origin: new URL(system.webUrl).origin,
      'sec-fetch-site': 'same-origin',
      ...(secret !== undefined && { cookie: `session=${secret}` }),
    },
    body: new URLSearchParams({ ...(withToken && { token }), ...bodies[name]!(event, role) }),
    redirect: 'manual',
  })
  return inShort(response)
}

async function row(lines: string[], shown: readonly string[], journey: string) {
  for (const page of shown) {
    const answers = await Promise.all(roles.map((role) => answerTo(pathOf(page, journey), role)))
    lines.push(`${page.padEnd(58)} ${answers.map((answer) => answer.padEnd(10)).join(' ')}`.trimEnd())
  }
}

/** The status; for a redirection, where to. */
async function answerTo(path: string, role: (typeof roles)[number]): Promise<string> {
  const headers = role === 'nobody' ? {} : { cookie: `session=${secrets[role]}` }
  return inShort(await fetch(new URL(path, system.webUrl), { headers, redirect: 'manual' }))
}

function inShort(response: Response): string {
  const location = response.headers.get('location')
  if (!location) return String(response.status)
  if (location.startsWith('http')) return '→ bucket'
  return location.startsWith('/sign-in')
    ? 'sign in'
    : `→ ${location.split('/')[1]}${location.includes('/steps/') ? '/step' : ''}`
}
