// How long a page takes, next to how long its HTML alone takes on the same machine.
import { parse } from 'node-html-parser'
import { openTable } from '../../functions/adapters/dynamo.ts'
import { dynamoDrafts } from '../../functions/adapters/dynamo-drafts.ts'
import { dynamoFiles } from '../../functions/adapters/dynamo-files.ts'
import { dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoRecords } from '../../functions/adapters/dynamo-records.ts'
import { settings } from '../../functions/adapters/settings.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'
import { stepWork } from '../../functions/app/step-work.ts'
import { organisationName } from '../../functions/app/summarise.ts'
import { hubPage } from '../../functions/web/hub.ts'
import { layout, type Page } from '../../functions/web/layout.ts'
import { questionsPage } from '../../functions/web/section.ts'
import { startPage } from '../../functions/web/start.ts'
import { stepPage } from '../../functions/web/step.ts'
import { registerSchool } from '../demo/people.ts'
import { applicationVariables, serviceVariables, setEnvironment } from '../local/environment.ts'
import { type Figures, median, percentile, type Row, rounded } from './figures.ts'
import { type MeasuredSystem, withSystem } from './measured-system.ts'
import { createPageTimer, type PageTimer, type Timed } from './page-timer.ts'

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
      rows.push(row('POST section', await repeat(samples, () => save(timer, section))))
      const title = `A page in ms: ${samples} of each after ${warmUps}, one at a time; the system's CPU for it, and its HTML alone`
      return [{ title, rows }]
    } finally {
      timer.close()
    }
  })
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

/** The form brings its token and the revision that it was shown with; only sending it is timed. */
async function save(timer: PageTimer, path: string): Promise<number> {
  const root = parse(expectStatus(200, path, await timer.get(path)).body)
  const value = (name: string) => root.querySelector(`main [name=${name}]`)?.getAttribute('value') ?? ''
  const form = new URLSearchParams({
    token: value('token'),
    revision: value('revision'),
    action: 'save',
    strengths: 'Everybody is welcome here.',
    toImprove: 'Not everybody knows it.',
    missingVoices: '',
  })
  return expectStatus(303, path, await timer.post(path, form)).ms
}

/** What the handlers do with what they have read, and nothing else. */
async function rendersOf(system: MeasuredSystem, journey: string) {
  const variables = applicationVariables({ BASE_URL: system.webUrl }, {})
  const restore = setEnvironment({ ...variables, ...serviceVariables(system.awsUrl) })
  const table = openTable()
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
  table.client.destroy()
  restore()
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
