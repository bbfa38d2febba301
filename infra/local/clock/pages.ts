// The clock in the browser: what time it is here, and three ways to move it on.
import { type Html, html } from '../../../functions/web/html.ts'
import type { Clock } from '../clock.ts'
import { type ConsoleAnswer, type ConsoleSection, goTo } from '../console/answer.ts'
import { moment } from '../console/moment.ts'
import { consolePage } from '../console/page.ts'
import { type Skipper, SkipUnderWay } from './skip.ts'

const choices: readonly number[] = [1, 14, 330]

export function clockSection(clock: Pick<Clock, 'offsetMs'>, skipper: Skipper): ConsoleSection {
  return {
    path: '/clock',
    title: 'Clock',
    about: 'What time it is here. Skip days, and everything that would have happened in them happens.',
    answer: async ({ path }) => {
      if (path === '/clock') return page('Clock', clockPage(clock, skipper), { lively: skipper.underWay() })
      if (path !== '/clock.json') return undefined
      const body = JSON.stringify({ now: new Date().toISOString(), offsetMs: clock.offsetMs })
      return { status: 200, type: 'application/json', body }
    },
    takes: (path) => (path === '/clock' ? (form) => takeSkip(skipper, form) : undefined),
  }
}

/** The field `days` says how many. Answers when the clock stands at its target. */
async function takeSkip(skipper: Skipper, form: URLSearchParams): Promise<ConsoleAnswer> {
  const days = choices.find((choice) => String(choice) === form.get('days'))
  if (days === undefined) return sorry(400, html`The clock can skip ${choices.join(', ')} days.`)
  try {
    await skipper.skip(days)
  } catch (error) {
    if (error instanceof SkipUnderWay) return sorry(409, html`A skip is under way. Wait until it has ended.`)
    console.error('A skip ended early:', error)
    return sorry(500, html`The skip ended early. The standard error of npm start says why.`)
  }
  return goTo('/clock')
}

function clockPage(clock: Pick<Clock, 'offsetMs'>, skipper: Skipper): Html {
  const underWay = skipper.underWay()
  const last = skipper.last()
  return html`
<dl>
<dt>Now</dt><dd class="large">${moment(new Date())}</dd>
<dt>Moved on by</dt><dd>${duration(clock.offsetMs)}</dd>
</dl>
${
  underWay
    ? html`<p class="notice" role="status">Skipping ${daysText(underWay.days)}. Moments stopped at so far: ${underWay.stops}. This page looks again every second.</p>`
    : html`<form method="post" action="/clock" class="buttons">
${choices.map((days) => html`<button name="days" value="${String(days)}">Skip ${daysText(days)}</button>\n`)}</form>`
}
${last && !underWay && lastSkip(last)}
<p>The clock stops at every moment at which something is due, lets it happen, and goes on when all is quiet: reminders, roll-overs and daily emails come in their order. It never goes back. To return to the real time, stop the system and delete <code>clock.json</code> in the data folder.</p>
<p class="beside">For scripts: <a href="/clock.json">/clock.json</a>.</p>`
}

function lastSkip({ days, from, to, stops, tookMs }: NonNullable<ReturnType<Skipper['last']>>): Html {
  const seconds = (tookMs / 1000).toFixed(1)
  return html`<h2>The last skip</h2>
<dl>
<dt>Asked for</dt><dd>${daysText(days)}</dd>
<dt>From</dt><dd>${moment(from)}</dd>
<dt>To</dt><dd>${moment(to)}</dd>
<dt>Stopped at</dt><dd>${stops === 1 ? '1 moment' : `${stops} moments`}</dd>
<dt>Took</dt><dd>${seconds} seconds</dd>
</dl>`
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

/** In days, hours and minutes. */
function duration(ms: number): string {
  if (ms === 0) return 'nothing: this is the real time'
  const minutes = Math.round(Math.abs(ms) / 60_000)
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
  return `${said.join(', ') || 'less than a minute'}${ms < 0 ? ', backwards' : ''}`
}

function sorry(status: number, text: Html): ConsoleAnswer {
  return {
    ...page('Clock', html`<p class="notice">${text}</p><p><a href="/clock">Back to the clock</a></p>`),
    status,
  }
}

function page(title: string, content: Html, options: { lively?: unknown } = {}): ConsoleAnswer {
  const body = consolePage(title, content, { refreshSeconds: options.lively ? 1 : undefined })
  return { status: 200, type: 'text/html', body }
}
