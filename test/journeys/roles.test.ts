// Who gets what: every page for every role in every state of a journey, as a table that is read before it is kept.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable } from '../../functions/adapters/dynamo.ts'
import { dynamoDraftWriter } from '../../functions/adapters/dynamo-drafts.ts'
import { dynamoFileWriter } from '../../functions/adapters/dynamo-files.ts'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoPeopleWriter } from '../../functions/adapters/dynamo-people.ts'
import { dynamoRecordWriter } from '../../functions/adapters/dynamo-records.ts'
import { dynamoSessionWriter } from '../../functions/adapters/dynamo-sessions.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'
import { carryOut } from '../../functions/app/carry-out.ts'
import { keepRecord } from '../../functions/app/keep-record.ts'
import { mintId, mintSecret, sha256 } from '../../functions/app/secrets.ts'
import { inventory } from '../../functions/inventory.ts'
import { teamAddress, until } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import type { Command, JourneyState } from '../../workflows/journey-state.ts'
import { waitsOf } from '../../workflows/model.ts'
import { newest as definition } from '../../workflows/released/index.ts'

const roles = ['nobody', 'stranger', 'lead', 'colleague', 'validator', 'team'] as const
const addresses = {
  stranger: 'stranger@example.org',
  lead: 'lead@example.org',
  colleague: 'colleague@example.org',
  validator: 'validator@example.org',
  team: teamAddress,
}

let folder: string
let system: System
const people: Record<string, string> = {}
const cookies: Record<string, string> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '1' } })
  const table = openTable()
  for (const [role, address] of Object.entries(addresses)) {
    const person = await dynamoPeopleWriter(table).admit(address)
    const secret = mintSecret()
    const at = new Date().toISOString()
    const session = { id: sha256(secret), person, addressHash: sha256(address), openedAt: at, usedAt: at }
    await dynamoSessionWriter(table).put(session)
    people[role] = person
    cookies[role] = `session=${secret}`
  }
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

/** A journey that was brought to a state by the real commands. */
async function journeyAt(
  goal: (state: JourneyState) => boolean,
  more: readonly Command[] = [],
): Promise<string> {
  const table = openTable()
  const ports = {
    journeys: dynamoJourneys(table),
    commits: dynamoCommits(table),
    clock: systemClock,
    recordWriter: dynamoRecordWriter(table),
  }
  const journey = mintId()
  const contact = { name: 'Amina Example', role: 'Deputy head', telephone: undefined }
  for (const role of ['lead', 'colleague', 'validator'] as const) {
    await dynamoPeopleWriter(table).putContact(people[role]!, addresses[role], journey, contact)
  }
  const record = (place: string) =>
    keepRecord(ports, journey, place, people.lead!, { answers: { organisationName: 'Invented School' } })
  const carry = async (command: Command) => {
    const outcome = await carryOut(ports, journey, 'a-test', command)
    if (outcome.kind === 'refused') throw new Error(`${command.kind}: ${outcome.reason}`)
  }
  await carry({ kind: 'register', lead: people.lead!, submission: await record('1#registration') })
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
  const serial = `${visit}AAA-BBBB`.slice(-9)
  return carry({ kind: 'conclude', person, visit, panelSize: 1, outcome: 'awarded', reasons: words, serial })
}

const place = { round: 1, step: 'positive-action', section: 'diary', entry: '0123456789abcdef' }
const file = 'w5q2n8x4k7m3t9c6'
const field = 'evidenceFiles'

/** One entry of the diary, which nobody has handed in, with a file that can be opened. */
async function putFile(journey: string) {
  const [table, by, at] = [openTable(), people.lead!, new Date().toISOString()]
  const row = { id: file, journey, place: { ...place, field }, name: 'A photo', by, at }
  await dynamoFileWriter(table).add({ ...row, status: 'clean', kind: 'jpg', bytes: 1 })
  const typed = { evidenceTitle: ['An assembly'], [field]: [file] }
  await dynamoDraftWriter(table).save({ journey, ...place, typed, revision: 1, by, at, begunAt: at })
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
}

const pages = Object.values(inventory)
  .flatMap(({ on }) => ('http' in on ? (on.http as readonly string[]) : []))
  .filter((route) => route.startsWith('GET '))
  .map((route) => route.slice('GET '.length))
  .toSorted()

function pathOf(page: string, journey: string): string {
  return page
    .replace('{journey}', journey)
    .replace('{step}', page.includes('{field}') ? place.step : 'raising-awareness')
    .replace('{section}', page.includes('{field}') ? place.section : 'activities')
    .replace('{entry}', place.entry)
    .replace('{field}', field)
    .replace('{file}', file)
    .replace('{serial}', 'AAAA-AAAA')
    .replace('{person}', people.colleague!)
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

async function row(lines: string[], shown: readonly string[], journey: string) {
  for (const page of shown) {
    const answers = await Promise.all(roles.map((role) => answerTo(pathOf(page, journey), role)))
    lines.push(`${page.padEnd(58)} ${answers.map((answer) => answer.padEnd(10)).join(' ')}`.trimEnd())
  }
}

/** The status; for a redirection, where to. */
async function answerTo(path: string, role: (typeof roles)[number]): Promise<string> {
  const headers = role === 'nobody' ? {} : { cookie: cookies[role]! }
  const response = await fetch(new URL(path, system.webUrl), { headers, redirect: 'manual' })
  const location = response.headers.get('location')
  if (!location) return String(response.status)
  if (location.startsWith('http')) return '→ bucket'
  return location.startsWith('/sign-in')
    ? 'sign in'
    : `→ ${location.split('/')[1]}${location.includes('/steps/') ? '/step' : ''}`
}
