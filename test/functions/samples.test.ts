// Inventory, files, samples and contracts say the same: no function without its line, its file and its sample.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import {
  AwardPath,
  CheckForm,
  CodeForm,
  ConfirmForm,
  HubQuery,
  JourneyPath,
  RegisterForm,
  SignInForm,
  SignOutForm,
  StepForm,
  StepPath,
} from '../../events/forms.ts'
import { MailEvent } from '../../events/mail-events.ts'
import { Sweep, schedules } from '../../events/schedules.ts'
import { TableStream, wakesRelay } from '../../events/table-stream.ts'
import { WebRequest } from '../../events/web-request.ts'
import { IssueAwardTask, OpenStepTask } from '../../events/workflow-tasks.ts'
import { registrationSections } from '../../functions/app/register.ts'
import { type FunctionName, inventory } from '../../functions/inventory.ts'
import { formBody } from '../../functions/middleware/form-body.ts'
import { load, sample, type WebEvent } from './support.ts'

const names = Object.keys(inventory) as FunctionName[]
const namesIn = (folder: string, ending: string) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))

it('has one file for every line of the inventory, and one line for every file', () => {
  expect(namesIn('functions', '.ts').filter((name) => name !== 'inventory')).toEqual(names.toSorted())
})

it('has one sample for every function', () => {
  expect(namesIn('events/samples', '.json')).toEqual(names.toSorted())
})

it.each(names)('%s has a handler', async (name) => {
  expect(await load(name)).toBeTypeOf('function')
})

const organisation = registrationSections().filter(({ about }) => about === 'organisation')
const parts: Partial<
  Record<FunctionName, { path?: z.ZodMiniType; query?: z.ZodMiniType; form?: z.ZodMiniType }>
> = {
  'submit-register': { form: RegisterForm(registrationSections()) },
  'submit-sign-in': { form: SignInForm },
  'submit-code': { form: CodeForm },
  'submit-sign-out': { form: SignOutForm },
  'confirm-registration': { path: JourneyPath, form: ConfirmForm },
  'show-hub': { path: JourneyPath, query: HubQuery },
  'show-step': { path: StepPath },
  'submit-step': { path: StepPath, form: StepForm(organisation) },
  'show-case': { path: JourneyPath },
  'submit-check': { path: JourneyPath, form: CheckForm },
  'show-award': { path: AwardPath },
}

describe.each(names.filter((name) => 'http' in inventory[name].on))('the sample of %s', (name) => {
  const event = sample(name)
  const routes = (inventory[name].on as { http: readonly string[] }).http

  it('is a request for its own route', () => {
    expect(WebRequest.parse(event)).toMatchObject({ routeKey: event.routeKey })
    expect(routes).toContain(event.routeKey)
    expect(`${event.requestContext.http.method} ${(event as { rawPath?: string }).rawPath}`).toMatch(
      event.routeKey === '$default'
        ? /^GET /
        : new RegExp(`^${event.routeKey.replace(/\{\w+\}/g, '[^/]+')}$`),
    )
  })

  it('parses by its contracts, and has a body only if it sends something', () => {
    const { path, query, form } = parts[name] ?? {}
    const sends = event.requestContext.http.method === 'POST'
    expect(Boolean(form)).toBe(sends)
    expect(Boolean(event.body)).toBe(sends)
    expect(event.isBase64Encoded).toBe(sends)
    expect(event.headers['sec-fetch-site']).toBe(sends ? 'same-origin' : 'none')
    expect(Boolean(path)).toBe(event.pathParameters !== undefined)
    path?.parse(event.pathParameters)
    query?.parse(event.queryStringParameters)
    if (sends) form?.parse(formBody(WebRequest.parse(event)))
  })
})

describe('the samples of the functions that no browser calls', () => {
  it.each<[FunctionName, z.ZodMiniType]>([
    ['open-step', OpenStepTask],
    ['issue-award', IssueAwardTask],
    ['relay', TableStream],
    ['sweep', Sweep],
    ['record-mail-event', MailEvent],
  ])('%s parses by its contract', (name, contract) => {
    expect(contract.safeParse(sample<unknown>(name))).toMatchObject({ success: true })
  })

  it('cover every function', () => {
    const others = names.filter((name) => !('http' in inventory[name].on))
    expect(others).toEqual(['open-step', 'issue-award', 'relay', 'sweep', 'record-mail-event'])
  })

  it('hold what the schedule sends, and keys that the event source lets through', () => {
    expect(schedules.sweep.input).toEqual(sample('sweep'))
    const { Records } = TableStream.parse(sample<unknown>('relay'))
    expect(Records.map(({ dynamodb: { Keys } }) => wakesRelay({ pk: Keys.pk.S, sk: Keys.sk.S }))).toEqual([
      true,
      true,
    ])
  })
})

it('names only people and addresses that are invented', () => {
  const texts = names.map((name) => {
    const event = sample<WebEvent>(name)
    return JSON.stringify(event) + Buffer.from(event.body ?? '', 'base64').toString()
  })
  const addresses = texts.flatMap(
    (text) => decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '')).match(/[\w.]+@[\w.]+/g) ?? [],
  )
  expect(addresses.length).toBeGreaterThan(3)
  for (const address of addresses) expect(address).toMatch(/@example\.org$/)
})
