// How long a page takes, next to how long its HTML alone takes on the same machine.
import { parse } from 'node-html-parser'
import { openTable } from '../../functions/adapters/dynamo.ts'
import { dynamoDrafts, dynamoDraftWriter } from '../../functions/adapters/dynamo-drafts.ts'
import { dynamoFiles } from '../../functions/adapters/dynamo-files.ts'
import { dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoRecords } from '../../functions/adapters/dynamo-records.ts'
import { settings } from '../../functions/adapters/settings.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'
import { mintId } from '../../functions/app/secrets.ts'
import { stepWork } from '../../functions/app/step-work.ts'
import { organisationName } from '../../functions/app/summarise.ts'
import { hubPage } from '../../functions/web/hub.ts'
import { layout, type Page } from '../../functions/web/layout.ts'
import { questionsPage } from '../../functions/web/section.ts'
import { startPage } from '../../functions/web/start.ts'
import { stepPage } from '../../functions/web/step.ts'
import type { Browser } from '../demo/browser.ts'
import { registerSchool } from '../demo/people.ts'
import { applicationVariables, serviceVariables, setEnvironment } from '../local/environment.ts'
import { type Figures, median, percentile, type Row, rounded } from './figures.ts'
import { type MeasuredSystem, withSystem } from './measured-system.ts'
import { createPageTimer, type PageTimer, type Timed } from './page-timer.ts'
import { gather, playToAward } from './quick-journey.ts'

const warmUps = 200
const samples = 400
const stepId = 'reflective-transparency'
const sectionId = 'findings'

export function pages(): Promise<Figures[]> {
  return withSystem({ metered: false, panelSize: 1 }, async (system) => {
    const { page, cookies } = await registerSchool(system)
    const hub = page.url.pathname
    const step = `${hub}/steps/${stepId}`
    const section = `${step}/${sectionId}`
    await system.ask('quiet')
    const renders = await rendersOf(system, hub.split('/')[2]!)
    const timer = createPageTimer(system.webUrl, cookies)
    try {
      const gets: readonly (readonly [string, string, () => string])[] = [
        ['GET start', '/', renders.start],
        ['GET hub', hub, renders.hub],
        ['GET step', step, renders.step],
        ['GET section', section, renders.section],
      ]
      const rows: Row[] = []
      for (const [name, path, render] of gets) {
        const get = async () => expectStatus(200, path, await timer.get(path)).ms
        await repeat(warmUps, get)
        const before = await system.ask('cpu')
        const times = await repeat(samples, get)
        const cpuMs = (((await system.ask('cpu')) - before) * 1000) / samples
        const renderMs = (await repeat(warmUps + samples, async () => timed(render))).slice(warmUps)
        rows.push({
          ...row(name, times),
          'CPU ms': rounded(cpuMs, 2),
          'HTML alone ms': rounded(median(renderMs), 3),
          'CPU ÷ HTML': rounded(cpuMs / median(renderMs), 0),
        })
      }
      await repeat(warmUps, () => save(timer, section))
      const [saved, refused] = await alternately(
        () => save(timer, section),
        () => refuse(timer, section),
      )
      rows.push({
        ...row('POST section', saved),
        'p50 ÷ refused': rounded(median(saved) / median(refused), 2),
      })
      rows.push(row('POST section, refused: parsed and rendered alone', refused))
      const title = `A page in ms: ${samples} of each after ${warmUps}, one at a time; the system's CPU for it, and its HTML alone`
      return [{ title, rows }, await longDiary()]
    } finally {
      timer.close()
    }
  })
}

const diaryEntries = 200

/** The hub of a journey that has its award and a full diary: what it reads, and how long it takes. */
function longDiary(): Promise<Figures> {
  return withSystem({ metered: true, panelSize: 1 }, async (system) => {
    let lead: Browser | undefined
    await playToAward(system, await gather(system), 1, async (browser) => {
      lead = browser
    })
    await system.ask('quiet')
    const hub = lead!.page.url.pathname.split('/').slice(0, 3).join('/')
    await fillDiary(system, hub.split('/')[2]!)
    const timer = createPageTimer(system.webUrl, lead!.cookies)
    const get = async () => expectStatus(200, hub, await timer.get(hub)).ms
    await repeat(warmUps, get)
    const before = await readsOf(system)
    const times = await repeat(samples, get)
    const after = await readsOf(system)
    timer.close()
    const rows = [...after]
      .map(([rows, { requests, units }]) => ({
        rows,
        'requests a page': (requests - (before.get(rows)?.requests ?? 0)) / samples,
        'read units a page': (units - (before.get(rows)?.units ?? 0)) / samples,
      }))
      .filter((each) => each['requests a page'] > 0)
    const p50 = rounded(median(times), 2)
    const p95 = rounded(percentile(times, 0.95), 2)
    return {
      title: `The hub of a journey with its award and ${diaryEntries} entries in its diary: p50 ${p50} ms, p95 ${p95} ms`,
      rows,
    }
  })
}

async function readsOf(system: MeasuredSystem) {
  const { table } = await system.ask('counts')
  const reads = new Map<string, { requests: number; units: number }>()
  for (const { rows, reads: units, requests } of table.filter((use) => use.reads > 0)) {
    const known = reads.get(rows) ?? { requests: 0, units: 0 }
    reads.set(rows, { requests: known.requests + requests, units: known.units + units })
  }
  return reads
}

async function fillDiary(system: MeasuredSystem, journey: string): Promise<void> {
  const { table, close } = tableOf(system)
  const writer = dynamoDraftWriter(table)
  const at = new Date().toISOString()
  for (let number = 0; number < diaryEntries; number++) {
    await writer.save({
      ...{ journey, round: 1, step: 'positive-action', section: 'diary', revision: 1, by: 'somebody' },
      ...{ entry: mintId(), at, begunAt: at },
      typed: { evidenceTitle: [`Entry ${number}`], evidenceChanged: ['People meet every week. '.repeat(20)] },
    })
  }
  const progress = { status: 'begun', missing: 0, entries: diaryEntries } as const
  await writer.note(journey, 1, { 'positive-action#diary': progress })
  close()
}

function row(page: string, times: readonly number[]): Row {
  return { page, p50: rounded(median(times), 2), p95: rounded(percentile(times, 0.95), 2), 'budget p50': 15 }
}

async function repeat(count: number, take: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < count; at++) times.push(await take())
  return times
}

function timed(work: () => string): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function expectStatus(status: number, path: string, answer: Timed): Timed {
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}`)
  return answer
}

/** In turns, so that what the rest of the machine does meets both alike. */
async function alternately(...takes: readonly (() => Promise<number>)[]): Promise<[number[], number[]]> {
  const times = takes.map((): number[] => [])
  for (let at = 0; at < samples; at++)
    for (const [which, take] of takes.entries()) times[which]!.push(await take())
  return times as [number[], number[]]
}

/** Reads, parses and renders as a save does, and writes nothing. */
async function refuse(timer: PageTimer, path: string): Promise<number> {
  const form = await formOf(timer, path)
  form.set('strengths', '\u0000')
  return expectStatus(422, path, await timer.post(path, form)).ms
}

async function save(timer: PageTimer, path: string): Promise<number> {
  return expectStatus(303, path, await timer.post(path, await formOf(timer, path))).ms
}

/** With its token, and the revision that it was shown with; only sending it is timed. */
async function formOf(timer: PageTimer, path: string): Promise<URLSearchParams> {
  const root = parse(expectStatus(200, path, await timer.get(path)).body)
  const value = (name: string) => root.querySelector(`main [name=${name}]`)?.getAttribute('value') ?? ''
  return new URLSearchParams({
    token: value('token'),
    revision: value('revision'),
    action: 'save',
    strengths: 'Everybody is welcome here.',
    missingVoices: '',
  })
}

function tableOf(system: MeasuredSystem) {
  const variables = applicationVariables({ BASE_URL: system.webUrl }, {})
  const restore = setEnvironment({ ...variables, ...serviceVariables(system.awsUrl) })
  const table = openTable()
  const close = () => {
    table.client.destroy()
    restore()
  }
  return { table, close }
}

/** What the handlers do with what they have read, and nothing else. */
async function rendersOf(system: MeasuredSystem, journey: string) {
  const { table, close } = tableOf(system)
  const ports = {
    settings: settings(),
    clock: systemClock,
    journeys: dynamoJourneys(table),
    records: dynamoRecords(table),
    drafts: dynamoDrafts(table),
    files: dynamoFiles(table),
  }
  const event = (await ports.journeys.newest(journey))!
  const work = (await stepWork(ports, event, stepId))!
  const sectionWork = work.sections.find(({ section }) => section.id === sectionId)!
  const name = await organisationName(ports, event)
  close()
  const whole = (page: Page) => layout(ports.settings, { team: false, signOutToken: 'token' }, page)
  return {
    start: () => layout(ports.settings, 'perhaps', startPage(ports.settings)),
    hub: () =>
      whole(
        hubPage({
          journey,
          definition: work.definition,
          state: event.state,
          organisationName: name,
          role: 'lead',
          nextLevel: undefined,
          actions: undefined,
          contact: ports.settings.contact,
          handedIn: undefined,
          index: {},
        }),
      ),
    step: () => whole(stepPage({ ...work, mayHandIn: true, warnings: [], beside: undefined })),
    section: () =>
      whole(
        questionsPage(
          { ...work, work: sectionWork, person: 'somebody', distance: undefined, token: 'token' },
          { id: '', revision: 0, isNew: true },
          sectionWork.written[0]?.typed ?? {},
        ),
      ),
  }
}
