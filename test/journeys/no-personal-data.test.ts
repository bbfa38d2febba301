// Personal data stays in the rows that are for it: marks planted in every field of a played journey are found in no log line, no payload of the state machine, no key of the table and no address that a referer could carry.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { HTMLElement } from 'node-html-parser'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { table as shape } from '../../functions/adapters/table.ts'
import { leadFields } from '../../functions/app/change-lead.ts'
import { invitationFields, judgementFields } from '../../functions/app/panel-forms.ts'
import { inventory } from '../../functions/inventory.ts'
import { type Browser, createBrowser, type FilledIn } from '../../infra/demo/browser.ts'
import { doStep, fillIn } from '../../infra/demo/fill-in.ts'
import { emailTo, inventedSchool, teamAddress, until, withCode } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { entriesOf } from '../../workflows/fields.ts'
import { type Field, sectionsFor, stepsOf } from '../../workflows/model.ts'
import { personalPledgeFields } from '../../workflows/personal-pledge.ts'
import { newest as definition } from '../../workflows/released/index.ts'

const word = 'Qvarnstrom'
const telephone = '0113 496 8427'
const postcode = 'LS9 8QV'
const mark = /qvarnstrom|4968427|496 8427|ls9\+?(%20)? ?8qv/i

const leadAddress = 'qvarnstrom.lead@school.example'
const colleagueAddress = 'qvarnstrom.colleague@school.example'
const chairAddress = 'qvarnstrom.chair@panel.example'

let folder: string
let system: System
let rows: Record<string, unknown>[]
/** What was written to the log and to the terminal. */
const log: string[] = []
/** Every address that was asked for, and every one that an answer led to. */
const addresses: string[] = []
/** Every payload that the workflow was given, gave on or got back. */
const payloads: string[] = []
/** Names of the form fields that a mark was typed into. */
const planted = new Set<string>()

beforeAll(async () => {
  for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...parts) => void log.push(parts.map(String).join(' ')))
  recordAddresses()
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '1' } })
  await playWithMarks()
  await disturbEveryFunction()
  await system.quiet()
  rows = await everyRow()
  payloads.push(...(await everyPayload()))
}, 60_000)
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
  vi.restoreAllMocks()
})

it('has a mark in every field that a person types into', () => {
  const typed = (field: Field): boolean =>
    !['choice', 'choices', 'date', 'number', 'declaration', 'file', 'references'].includes(field.kind)
  const fields = stepsOf(definition)
    .flatMap(({ sections }) => sections)
    .flatMap(({ fields }) =>
      fields.flatMap((field) => (field.kind === 'entries' ? [...field.fields] : [field])),
    )
  const wanted = [
    ...fields,
    ...personalPledgeFields,
    ...leadFields,
    ...invitationFields,
    ...judgementFields,
  ].filter(typed)
  expect(wanted.length).toBeGreaterThan(25)
  const others = ['name', 'email', 'comment', 'reasons', 'reason', 'fileName']
  expect([...wanted.map(({ id }) => id), ...others].filter((id) => !planted.has(id))).toEqual([])
  const marked = rows
    .filter((row) => mark.test(JSON.stringify(row)))
    .map(({ pk }) => String(pk).split('#')[0])
  for (const kind of [
    'DRAFT',
    'RECORD',
    'JUDGEMENT',
    'PERSON',
    'SUMMARY',
    'AWARD-NAME',
    'FILE',
    'HELD',
    'SAID',
    'PUBLIC',
  ])
    expect(marked).toContain(kind)
})

it('finds none in the log, although every function has logged an error', () => {
  for (const name of Object.keys(inventory))
    expect(
      log.some((line) => line.includes(`"${name}"`)),
      name,
    ).toBe(true)
  expect(log.filter((line) => mark.test(line))).toEqual([])
})

it('finds none in what the state machine is given and gives', () => {
  expect(payloads.length).toBeGreaterThan(50)
  expect(payloads.filter((payload) => mark.test(payload))).toEqual([])
})

it('finds none in an event of a journey, and none in a key', () => {
  const events = rows.filter(({ pk }) => String(pk).startsWith('EVENTS#'))
  expect(events.length).toBeGreaterThan(25)
  expect(events.filter((event) => mark.test(JSON.stringify(event)))).toEqual([])
  const names = ['pk', 'sk', ...shape.indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])]
  const keys = rows.flatMap((row) =>
    names.flatMap((name) => (row[name] === undefined ? [] : [String(row[name])])),
  )
  expect(keys.length).toBeGreaterThan(200)
  expect(keys.filter((key) => mark.test(key))).toEqual([])
})

it('finds none in an address, which is all that a referer can carry', () => {
  expect(addresses.length).toBeGreaterThan(100)
  expect(addresses.filter((address) => mark.test(address))).toEqual([])
})

// --- Playing

/** Everything that is typed gets a mark, by the kind of the field; so nothing can be forgotten in the story. */
function marking(browser: Browser): Browser {
  return {
    open: browser.open,
    follow: browser.follow,
    followTo: browser.followTo,
    upload: browser.upload,
    cookies: browser.cookies,
    get page() {
      return browser.page
    },
    send(filledIn = {}, action) {
      const form = browser.page.root
        .querySelectorAll('form')
        .filter((each) => action === undefined || each.getAttribute('action') === action)
      const fields = form.flatMap((each) => each.querySelectorAll('input, textarea'))
      return browser.send(Object.fromEntries(Object.entries(filledIn).map(withMark(fields))), action)
    },
  }
}

function withMark(fields: readonly HTMLElement[]) {
  return ([name, value]: [string, FilledIn[string]]): [string, FilledIn[string]] => {
    const field = fields.find((each) => each.getAttribute('name') === name)
    const marked = typeof value === 'string' && field ? markedValue(field, name, value) : value
    if (typeof marked === 'string' && mark.test(marked)) planted.add(name)
    return [name, marked]
  }
}

function markedValue(field: HTMLElement, name: string, value: string): string {
  const type = field.tagName === 'TEXTAREA' ? 'text' : (field.getAttribute('type') ?? 'text')
  const mode = field.getAttribute('inputmode')
  const isDate = /^\d+ \d+ \d{4}$/.test(value)
  if (type === 'tel') return telephone
  // The team's address is a setting, which opens its pages to nobody else.
  if (type === 'email') return mark.test(value) || value === teamAddress ? value : `${word}.${value}`
  if (mode === 'url') return `https://www.school.example/${word}`
  if (name === 'postcode') return postcode
  if (type !== 'text' || mode === 'numeric' || isDate || name === 'code') return value
  return `${value} ${word}`
}

/** As the demo plays it, with a return, a colleague, another lead, and a second organisation that is closed. */
async function playWithMarks(): Promise<void> {
  const school = marking(createBrowser(system.webUrl))
  await school.open('/register')
  await withCode(system, school, leadAddress, () =>
    school.send({
      ...inventedSchool,
      contactEmail: leadAddress,
      contactName: 'Lead',
    }),
  )
  const hub = school.page.url.pathname
  const journey = hub.split('/')[2]!
  await school.open(`${hub}/people`)
  await school.send({ name: 'Colleague', email: colleagueAddress }, `${hub}/people`)
  const handIn = async (steps: readonly number[]) => {
    for (const step of steps) {
      await until(
        `step ${step}`,
        async () =>
          /Go to step/.test((await school.open(hub)).html) && school.page.html.includes(`step ${step}`),
      )
      await school.follow(/^Go to step/)
      await doStep(school, { full: true })
    }
  }
  await fillInEverything(school, hub)
  const anybody = marking(createBrowser(system.webUrl))
  await anybody.open(`/pledge/${journey}`)
  await anybody.send(fillIn(anybody.page, {}, true))
  await school.open(`${hub}/pledges`)
  await school.send({ action: 'show' })
  await handIn([1, 2, 3])
  const team = marking(await signedIn(teamAddress))
  const onCase = async (send: FilledIn, action?: string) => {
    await team.open(`/team${hub}`)
    return team.send(send, action)
  }
  await until(
    'the check',
    async () => (await team.open(`/team${hub}`)).root.querySelector('#decide') !== null,
  )
  await onCase({ decision: 'return', to: 'raising-awareness', comment: 'Please say more.' })
  await handIn([2])
  for (const steps of [[], [4, 5]]) {
    await handIn(steps)
    await until(
      'the check',
      async () => (await team.open(`/team${hub}`)).root.querySelector('#decide') !== null,
    )
    await onCase({ decision: 'accept' })
  }
  await handIn([6, 7])
  await team.open(`/team${hub}/lead`)
  await team.send({ leadName: 'Lead', leadRole: 'Deputy', leadEmail: leadAddress, leadTelephone: telephone })
  await until('the panel', async () => (await team.open(`/team${hub}`)).root.querySelector('#panel') !== null)
  await onCase(
    { validatorName: 'Chair', validatorSector: 'health', validatorEmail: chairAddress, chair: 'yes' },
    `/team/journeys/${journey}/validators`,
  )
  const chair = marking(await signedIn(chairAddress))
  await chair.open(`/cases/${journey}`)
  await chair.send({ conflict: 'no' })
  await chair.open(`/cases/${journey}`)
  await chair.send(
    { viewStrengths: 'Much.', viewNextSteps: 'More.', recommendation: 'awarded' },
    `/cases/${journey}/view`,
  )
  await chair.open(`/cases/${journey}/decision`)
  await chair.send({ outcome: 'awarded', reasons: 'Everybody takes part.' }, `/cases/${journey}/decision`)
  const award = await emailTo(system, leadAddress, /Congratulations/)
  await createBrowser(system.webUrl).open(new URL(/http:\S+\/awards\/\S+/.exec(award.text)![0]).pathname)
  await team.open('/team/register')
  await team.send({ ...fillIn(team.page, {}, true), leadEmail: 'qvarnstrom.other@school.example' })
  const other = team.page.url.pathname
  await team.open(`${other.replace('/team', '')}/steps/positive-action/diary`)
  await team.follow('Add the first one')
  await team.send({ ...fillIn(team.page, {}, true), action: 'add-to-evidenceFiles' })
  await team.send({ fileName: 'An assembly' })
  await team.open(`${other}/close`)
  await team.send({ reason: 'They asked us to.' })
  await sendTooLate(team)
}

/** What is typed when the sign-in has ended is held, and shown again. */
async function sendTooLate(browser: Browser): Promise<void> {
  await browser.open('/team/register')
  await system.skip(5 / 24)
  await browser.send({ ...fillIn(browser.page, {}, true), leadEmail: 'qvarnstrom.late@school.example' })
  await browser.follow('Sign in')
  await withCode(system, browser, teamAddress, () => browser.send({ email: teamAddress }))
}

/** Also what nobody has to answer, and what a step would not ask for while it is done. */
async function fillInEverything(browser: Browser, hub: string): Promise<void> {
  for (const { id, sections } of stepsOf(definition)) {
    for (const section of sectionsFor({ sections }, false)) {
      if (section.about === 'contact' || section.registers) continue
      await browser.open(`${hub}/steps/${id}/${section.id}`)
      if (entriesOf(section)) await browser.follow('Add the first one')
      if (browser.page.root.querySelector('main form')) await browser.send(fillIn(browser.page, {}, true))
    }
  }
}

async function signedIn(address: string): Promise<Browser> {
  const browser = createBrowser(system.webUrl)
  await browser.open('/sign-in')
  await withCode(system, browser, address, () => browser.send({ email: address }))
  return browser
}

/** Each is given something that it cannot take, full of marks, so that it fails and says so. */
async function disturbEveryFunction(): Promise<void> {
  for (const name of Object.keys(inventory)) {
    const response = await fetch(`${system.awsUrl}/2015-03-31/functions/${name}/invocations`, {
      method: 'POST',
      body: JSON.stringify({ [word]: word, rawPath: `/${word}`, headers: word, Records: word, detail: word }),
    })
    payloads.push(await response.text())
  }
}

// --- Looking

function recordAddresses(): void {
  const ask = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const response = await ask(input, init)
    if (String(input).startsWith(system.webUrl))
      addresses.push(String(input), response.headers.get('location') ?? '')
    return response
  })
}

async function everyRow(): Promise<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: system.awsUrl }))
  const found: Record<string, unknown>[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: 'quality-mark', ExclusiveStartKey: from }))
    found.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  return found
}

async function everyPayload(): Promise<string[]> {
  const client = new SFNClient({ endpoint: system.awsUrl })
  const found: unknown[] = []
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}))
  for (const { stateMachineArn } of stateMachines) {
    const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }))
    for (const { executionArn } of executions) {
      found.push(await client.send(new DescribeExecutionCommand({ executionArn })))
      const { events = [] } = await client.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
      )
      found.push(...events)
    }
  }
  return found.map((each) => JSON.stringify(each))
}
