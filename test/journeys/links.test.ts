// A link on its whole way: handed in, looked at by a function of its own, shown with what it said; and again a week later.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FetchedPage } from '../../events/fetched-pages.ts'
import type { Browser } from '../../infra/demo/browser.ts'
import { handInNext, registerSchool, signIn, teamAddress, until } from '../../infra/demo/people.ts'
import { application } from '../../infra/local/application.ts'
import { type System, startSystem } from '../../infra/local/system.ts'

const website = 'https://school.uk/'
let folder: string
let system: System
let school: Browser
const asked: string[] = []
let page: FetchedPage = { kind: 'read', status: 200, finalUrl: website, text: 'We listen <b>here</b>.' }

/** The web is played: what is asked for arrives at the function, and nothing leaves the machine. */
const withoutWeb = {
  ...application,
  load: async (name: string) => {
    if (name !== 'fetch-page') return application.load(name)
    return ({ url }: { url: string }) => {
      asked.push(url)
      return page
    }
  },
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0, application: withoutWeb })
  school = await registerSchool(system)
  const hub = school.page.url.pathname
  await school.open(`${hub}/steps/registration/web`)
  await school.send({ webPresence: 'website', website: 'school.uk' })
  await school.open(hub)
  await handInNext(school)
  await system.quiet()
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

async function runCheck(): Promise<unknown> {
  const path = '/2015-03-31/functions/check-links/invocations'
  const response = await fetch(new URL(path, system.awsUrl), { method: 'POST', body: '{"schedule":"links"}' })
  return response.json()
}

async function captures(): Promise<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: system.awsUrl }))
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'quality-mark' }))
  return Items.filter(({ pk }) => String(pk).startsWith('CAPTURE#'))
}

it('is looked at once, and what it says is kept for neither lead nor team', async () => {
  const hub = `/journeys/${school.page.url.pathname.split('/')[2]}`
  await until('the link', async () => {
    await runCheck()
    return asked.length > 0
  })
  expect(await Promise.all([runCheck(), runCheck()])).toEqual([{ looked: 0 }, { looked: 0 }])
  expect(asked).toEqual([website])
  expect(await captures()).toMatchObject([{ url: website, text: 'We listen <b>here</b>.' }])

  const step = await school.open(`${hub}/steps/registration`)
  expect(step.root.querySelector('main')!.text).toMatch(/https:\/\/school\.uk\/\s*Works, seen on /)
  expect(step.html).not.toContain('/captures/')

  const team = await signIn(system, teamAddress)
  expect((await team.open(`/team${hub}`)).html).not.toContain('/captures/')
}, 60_000)

it('is looked at again a week later, and what was kept stays', async () => {
  page = { kind: 'gone', status: 404 }
  await system.skip(6)
  expect(asked).toHaveLength(1)
  await system.skip(3)
  expect(asked).toHaveLength(2)
  expect(await captures()).toMatchObject([{ text: 'We listen <b>here</b>.' }])
  const hub = `/journeys/${school.page.url.pathname.split('/')[2]}`
  const team = await signIn(system, teamAddress)
  expect((await team.open(`/team${hub}`)).root.querySelector('main')!.text).toContain(
    'This page was not found on ',
  )
}, 60_000)
