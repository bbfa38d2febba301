// Inventory, files, samples and contracts say the same: no function without its line, its file and its sample.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { EvidenceEvent } from '../../events/evidence-events.ts'
import { ExecutionEvent } from '../../events/execution-events.ts'
import { FetchPage } from '../../events/fetched-pages.ts'
import * as forms from '../../events/forms.ts'
import { MailEvent } from '../../events/mail-events.ts'
import { Daily, Links, Sweep, schedules } from '../../events/schedules.ts'
import { TableStream, wakesRelay } from '../../events/table-stream.ts'
import { WebRequest } from '../../events/web-request.ts'
import { IssueAwardTask, OpenStepTask } from '../../events/workflow-tasks.ts'
import { leadFields } from '../../functions/app/change-lead.ts'
import { conclusionFields, invitationFields, judgementFields } from '../../functions/app/panel-forms.ts'
import { registrationFields } from '../../functions/app/register.ts'
import { registerForFields } from '../../functions/app/register-for.ts'
import { type FunctionName, inventory } from '../../functions/inventory.ts'
import { formBody } from '../../functions/middleware/form-body.ts'
import { signingFields } from '../../functions/web/signing.ts'
import { plainFieldsOf } from '../../workflows/fields.ts'
import { stepsOf } from '../../workflows/model.ts'
import { personalPledgeFields } from '../../workflows/personal-pledge.ts'
import { newest } from '../../workflows/released/index.ts'
import { load, sample, type WebEvent } from './support.ts'

const names = Object.keys(inventory) as FunctionName[]
const namesIn = (folder: string, ending: string) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted()

it('has one file for every line of the inventory, and one line for every file', () => {
  expect(namesIn('functions', '.ts').filter((name) => name !== 'inventory')).toEqual(names.toSorted())
})

it('has one sample for every function', () => {
  expect(namesIn('events/samples', '.json')).toEqual(names.toSorted())
})

it.each(names)('%s has a handler', async (name) => {
  expect(await load(name)).toBeTypeOf('function')
})

const {
  JourneyPath: journey,
  StepPath: step,
  SectionPath: section,
  PersonPath: person,
  ValidatorPath: validator,
  StopPath: stop,
} = forms
const steps = stepsOf(newest)
const commitment = steps.flatMap(({ sections }) => sections).find(({ id }) => id === 'pledge')!
interface Parts {
  readonly path?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly form?: z.ZodMiniType
}
const parts: Partial<Record<FunctionName, Parts>> = {
  'submit-register': { form: forms.RegisterForm(registrationFields) },
  'show-sign-in': { query: forms.NextQuery },
  'submit-sign-in': { form: forms.SignInForm },
  'show-code': { query: forms.NextQuery },
  'submit-code': { form: forms.CodeForm },
  'submit-sign-out': { form: forms.SignOutForm },
  'drop-held': { form: forms.PressForm },
  'confirm-registration': { path: journey, form: forms.ConfirmForm },
  'show-questions': { path: forms.QuestionsPath },
  'show-library': { path: forms.LibraryPath },
  'show-style': { path: forms.SheetPath },
  'show-hub': { path: journey, query: forms.HubQuery },
  'show-what-changed': { path: journey },
  'add-plan-rows': { path: section, form: forms.PressForm },
  'show-people': { path: journey },
  'invite-colleague': { path: journey, form: forms.InviteForm },
  'remove-colleague': { path: person, form: forms.PressForm },
  'show-next-round': { path: journey },
  'start-round': { path: journey, form: forms.StartRoundForm },
  'show-withdraw': { path: journey },
  'withdraw-journey': { path: journey, form: forms.PressForm },
  'show-public-settings': { path: journey, query: forms.PublicSettingsQuery },
  'show-preview': { path: journey },
  'publish-page': { path: journey, form: forms.PublicPageForm },
  'publish-idea': { path: forms.PublicEntryPath, form: forms.PublicEntryForm },
  'show-pledges': { path: journey, query: forms.PledgesQuery },
  'moderate-pledge': { path: forms.PledgePath, form: forms.ModeratePledgeForm },
  'show-step': { path: step },
  'submit-step': { path: step, form: forms.HandInForm },
  'show-signature': { path: journey },
  'ask-for-signature': { path: journey, form: forms.AskForSignatureForm },
  'show-commitment': { path: journey },
  'sign-commitment': { path: journey, form: forms.SignForm(signingFields('sign')) },
  'show-check': { path: step },
  'show-section': { path: section },
  'submit-section': { path: section, form: forms.SectionForm(commitment, plainFieldsOf(commitment)) },
  'show-add-file': { path: forms.FilePlacePath },
  'add-file': { path: forms.FilePlacePath, form: forms.AddFileForm },
  'show-upload': { path: forms.FilePath },
  'show-arrived': { path: forms.FilePath },
  'show-remove-file': { path: forms.FilePath },
  'remove-file': { path: forms.FilePath, form: forms.RemoveFileForm },
  'open-file': { path: forms.FilePath },
  'submit-register-for': { form: forms.RegisterForForm(registerForFields) },
  'show-lead': { path: journey },
  'change-lead': { path: journey, form: forms.LeadForm(leadFields) },
  'write-again': { path: journey, form: forms.WriteAgainForm },
  'show-rules': { path: journey },
  'move-journey': { path: journey, form: forms.MoveForm },
  'restart-execution': { path: journey, form: forms.RestartForm },
  'show-emails': { path: journey },
  'resend-email': { path: journey, form: forms.ResendForm },
  'show-pause': { path: journey },
  'pause-journey': { path: journey, form: forms.PauseForm },
  'show-close': { path: journey },
  'close-journey': { path: journey, form: forms.CloseForm },
  'show-case': { path: journey, query: forms.CaseQuery },
  'submit-check': { path: journey, form: forms.CheckForm },
  'show-pledge': { path: journey },
  'submit-pledge': { path: journey, form: forms.PledgeForm(personalPledgeFields) },
  'show-pledged': { path: journey },
  'show-stop-reminders': { path: stop },
  'stop-reminders': { path: stop, form: forms.StopForm },
  'invite-validator': { path: journey, form: forms.InvitationForm(invitationFields) },
  'remove-validator': { path: validator, form: forms.RemoveValidatorForm },
  'show-validation': { path: journey },
  'submit-declaration': { path: journey, form: forms.DeclarationForm },
  'submit-judgement': { path: journey, form: forms.JudgementForm(judgementFields) },
  'show-conclusion': { path: journey },
  'submit-conclusion': {
    path: journey,
    form: forms.ConclusionForm(conclusionFields(steps.map(({ id }) => id))),
  },
  'show-capture': { path: forms.CapturePath },
  'show-award': { path: forms.AwardPath },
  'show-organisation': { path: journey, query: forms.OrganisationQuery },
  'open-public-file': { path: forms.FilePath },
  'show-ideas': { query: forms.IdeasQuery },
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
    const { http, routeKey } = event.requestContext as (typeof event)['requestContext'] & {
      routeKey: string
      http: { path: string }
    }
    expect({ routeKey, path: http.path }).toEqual({
      routeKey: event.routeKey,
      path: (event as { rawPath?: string }).rawPath,
    })
  })

  it('has the path that its parameters make', () => {
    const { rawPath = '' } = event as { rawPath?: string }
    const path = event.routeKey.split(' ')[1]?.replace(/\{(\w+)\}/g, (_, key) => event.pathParameters![key]!)
    expect(rawPath).toBe(path ?? rawPath)
  })

  it('is a complete event of payload format 2.0', () => {
    expect(event).toMatchObject({
      version: '2.0',
      rawQueryString: new URLSearchParams(event.queryStringParameters ?? {}).toString(),
      headers: { host: 'mark.example', 'user-agent': expect.any(String), 'x-forwarded-proto': 'https' },
      requestContext: {
        accountId: '000000000000',
        http: { protocol: 'HTTP/1.1', sourceIp: '192.0.2.17' },
        requestId: expect.stringMatching(/^SAMPLE\d\d/),
        stage: '$default',
        timeEpoch: Date.parse('2027-01-04T10:00:00Z'),
      },
    })
    const length = Buffer.from(event.body ?? '', 'base64').length
    if (event.body) expect(event.headers['content-length']).toBe(String(length))
  })

  it('parses by its contracts, and has a body only if it sends something', () => {
    const { path, query, form } = parts[name] ?? {}
    const sends = event.requestContext.http.method === 'POST'
    expect(Boolean(form)).toBe(sends)
    expect(Boolean(event.body)).toBe(sends)
    expect(event.isBase64Encoded).toBe(sends)
    // A mail provider's POST says nothing of where it comes from; a style sheet is asked for by a page of ours.
    const ownPage = sends || name === 'show-style'
    const site = name === 'stop-reminders' ? undefined : ownPage ? 'same-origin' : 'none'
    expect(event.headers['sec-fetch-site']).toBe(site)
    expect(Boolean(path)).toBe(event.pathParameters !== undefined)
    path?.parse(event.pathParameters)
    query?.parse(event.queryStringParameters ?? {})
    if (sends) form?.parse(formBody(WebRequest.parse(event)))
  })
})

describe('the samples of the functions that no browser calls', () => {
  it.each<[FunctionName, z.ZodMiniType]>([
    ['open-step', OpenStepTask],
    ['issue-award', IssueAwardTask],
    ['relay', TableStream],
    ['sweep', Sweep],
    ['send-team-digest', Daily],
    ['check-links', Links],
    ['fetch-page', FetchPage],
    ['record-mail-event', MailEvent],
    ['record-execution-end', ExecutionEvent],
    ['check-file', EvidenceEvent],
  ])('%s parses by its contract', (name, contract) => {
    expect(contract.safeParse(sample<unknown>(name))).toMatchObject({ success: true })
  })

  it('cover every function', () => {
    const others = names.filter((name) => !('http' in inventory[name].on))
    expect(others).toEqual([
      'open-step',
      'issue-award',
      'relay',
      'sweep',
      'send-team-digest',
      'check-links',
      'fetch-page',
      'record-mail-event',
      'record-execution-end',
      'check-file',
    ])
  })

  it('hold what the schedules send, and keys that the event source lets through', () => {
    expect(schedules.sweep.input).toEqual(sample('sweep'))
    expect(schedules.daily.input).toEqual(sample('send-team-digest'))
    expect(schedules.links.input).toEqual(sample('check-links'))
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
