// Many journeys to the award one after another in one system: whether its memory or its pages grow with them.
import type { Browser } from '../demo/browser.ts'
import { type Figures, median, type Row, rounded } from './figures.ts'
import { type MeasuredSystem, withSystem } from './measured-system.ts'
import { createPageTimer } from './page-timer.ts'
import { type Crowd, gather, playToAward } from './quick-journey.ts'

const samplesAJourney = 3
/** A client may ask for 60 codes an hour, and a session lasts 12 hours: so two hours pass after so many journeys. */
const journeysAnHour = 40
const pause = 2 / 24

const timedPages = {
  hub: (hub: string) => hub,
  step: (hub: string) => `${hub}/steps/reflective-transparency`,
  section: (hub: string) => `${hub}/steps/reflective-transparency/findings`,
}
type TimedPage = keyof typeof timedPages
type Times = Record<TimedPage | 'list', number[]>

export function growth(journeys: number): Promise<Figures[]> {
  return withSystem({ metered: false, panelSize: 1 }, async (system) => {
    const looks = [0.05, 0.25, 0.5, 0.75, 1].map((part) => Math.max(1, Math.round(part * journeys)))
    const memory: Row[] = []
    const times: Times[] = []
    const began = performance.now()
    let before = { journeys: 0, cpu: await system.ask('cpu') }
    let crowd = await gather(system)
    for (let number = 1; number <= journeys; number++) {
      if (number % journeysAnHour === 0) {
        await system.ask('skip', pause)
        crowd = await gather(system)
      }
      const taken: Times = { hub: [], step: [], section: [], list: [] }
      await playToAward(system, crowd, number, (lead) => timePages(system, lead, crowd, taken))
      times.push(taken)
      if (!looks.includes(number)) continue
      await system.ask('quiet')
      const cpu = await system.ask('cpu')
      const { heapMb, rssMb } = await system.ask('memory')
      const seconds = (performance.now() - began) / 1000
      memory.push({
        journeys: number,
        'heap MB': rounded(heapMb, 1),
        'resident MB': rounded(rssMb, 0),
        'CPU s a journey since': rounded((cpu - before.cpu) / (number - before.journeys), 2),
        's a journey': rounded(seconds / number, 2),
      })
      before = { journeys: number, cpu: await system.ask('cpu') }
      process.stderr.write(`  ${number} of ${journeys} journeys in ${seconds.toFixed(0)} s\n`)
    }
    return [
      {
        title: `${journeys} journeys to the award: memory after a garbage collection, and the system's CPU`,
        rows: memory,
      },
      { title: 'The same: p50 of a page in ms by fifths of the journeys', rows: byFifths(times) },
    ]
  })
}

async function timePages(
  system: MeasuredSystem,
  lead: Browser,
  { team }: Crowd,
  taken: Times,
): Promise<void> {
  const hub = lead.page.url.pathname
  await time(system, lead, taken, timedPages.hub(hub), 'hub')
  await time(system, lead, taken, timedPages.step(hub), 'step')
  await time(system, lead, taken, timedPages.section(hub), 'section')
  await time(system, team, taken, '/team', 'list')
}

async function time(
  { webUrl }: MeasuredSystem,
  browser: Browser,
  taken: Times,
  path: string,
  page: keyof Times,
): Promise<void> {
  const timer = createPageTimer(webUrl, browser.cookies)
  // The first opens the connection.
  await timer.get(path)
  for (let at = 0; at < samplesAJourney; at++) taken[page].push((await timer.get(path)).ms)
  timer.close()
}

function byFifths(times: readonly Times[]): Row[] {
  const size = times.length / 5
  const fifths = [0, 1, 2, 3, 4].map((at) => times.slice(Math.floor(at * size), Math.floor((at + 1) * size)))
  const names: readonly (readonly [string, keyof Times])[] = [
    ['hub', 'hub'],
    ['step', 'step'],
    ['section', 'section'],
    ["team's list (lists every journey)", 'list'],
  ]
  return names.map(([page, key]) => {
    const medians = fifths.map((fifth) => median(fifth.flatMap((taken) => taken[key])))
    return {
      page,
      ...Object.fromEntries(medians.map((ms, at) => [`fifth ${at + 1}`, rounded(ms, 2)])),
      'last ÷ first': rounded(medians[4]! / medians[0]!, 2),
    }
  })
}
