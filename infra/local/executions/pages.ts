// The executions of the state machines in the browser: all of them, and one on the picture of its machine.
import { type Html, html } from '../../../functions/web/html.ts'
import type { ConsoleAnswer, ConsoleSection } from '../console/answer.ts'
import { moment } from '../console/moment.ts'
import { consolePage } from '../console/page.ts'
import { decodeLeniently } from '../http-api/routes.ts'
import { ServiceError } from '../step-functions/service-error.ts'
import type { WorkflowLook } from '../workflow-engine.ts'
import { historyLines, lastState, statesEntered, wholeHistory, withoutTokens } from './history.ts'
import { drawPicture, type Mark, type PicturedState, pictureOf } from './picture.ts'

const executionsAPage = 50
const eventsAPage = 200

type Listed = ReturnType<WorkflowLook['listExecutions']>['executions'][number]
type Status = Listed['status']

export function executionsSection(look: WorkflowLook): ConsoleSection {
  return {
    path: '/executions',
    title: 'Executions',
    about: 'Every execution of the state machines: where it is, and how it came there.',
    answer: async ({ path, query }) => {
      const from = Math.max(0, Number.parseInt(query.get('from') ?? '0', 10) || 0)
      if (path === '/executions') return listPage(look, from)
      const [, machine, name] = /^\/executions\/([^/]+)\/([^/]+)$/.exec(path)?.map(decodeLeniently) ?? []
      if (machine === undefined || name === undefined) return undefined
      try {
        return executionPage(look, machine, look.executionArn(machine, name), from)
      } catch (error) {
        if (error instanceof ServiceError) return undefined
        throw error
      }
    },
  }
}

function listPage(look: WorkflowLook, from: number): ConsoleAnswer {
  const newest = newestExecutions(look, from + executionsAPage + 1)
  const shown = newest.slice(from, from + executionsAPage)
  const content = html`${
    shown.length === 0
      ? html`<p>No execution here. One begins when an organisation has confirmed its address.</p>`
      : html`<ul class="messages">${shown.map((execution) => listRow(look, execution))}</ul>`
  }
${newest.length > from + executionsAPage && html`<p><a href="/executions?from=${from + executionsAPage}">Older executions</a></p>`}`
  return page('Executions', content)
}

/** Of all machines together, as many as are asked for. */
function newestExecutions(look: WorkflowLook, count: number): Listed[] {
  return all((nextToken) => {
    const { stateMachines, ...rest } = look.listStateMachines(nextToken)
    return { items: stateMachines, ...rest }
  })
    .flatMap(({ stateMachineArn }) =>
      all((nextToken) => {
        const { executions, ...rest } = look.listExecutions({
          stateMachineArn,
          maxResults: 1000,
          ...nextToken,
        })
        return { items: executions, ...rest }
      }, count),
    )
    .sort((a, b) => b.startDate.getTime() - a.startDate.getTime() || (a.name < b.name ? 1 : -1))
    .slice(0, count)
}

/** Page after page, until there are `enough`. */
function all<T>(
  read: (page: { nextToken?: string }) => { items: readonly T[]; nextToken?: string },
  enough = Infinity,
): T[] {
  const found: T[] = []
  for (let next: { nextToken?: string } | undefined = {}; next && found.length < enough; ) {
    const { items, nextToken } = read(next)
    found.push(...items)
    next = nextToken === undefined ? undefined : { nextToken }
  }
  return found
}

function listRow(
  look: WorkflowLook,
  { executionArn, stateMachineArn, name, status, startDate }: Listed,
): Html {
  const machine = machineName(stateMachineArn)
  const state = lastState(look, executionArn)
  return html`<li><a href="/executions/${encodeURIComponent(machine)}/${encodeURIComponent(name)}"><bdi>${name}</bdi></a> ${tag(status)}
<div>${state === undefined ? 'not yet in a state' : html`${status === 'RUNNING' ? 'at' : 'ended at'} <strong>${state}</strong>`}</div>
<div class="beside"><span>machine ${machine}</span> <span>started ${moment(startDate)}</span></div></li>
`
}

function executionPage(look: WorkflowLook, machine: string, arn: string, from: number): ConsoleAnswer {
  const execution = look.describeExecution({ executionArn: arn })
  const { name, status, startDate, stopDate, input, output, error, cause } = execution
  const events = wholeHistory(look, arn)
  const entered = statesEntered(events)
  const ended = status === 'RUNNING' ? undefined : status === 'SUCCEEDED' ? 'well' : 'badly'
  const picture = pictureOf(look.definitionOf(arn), entered, ended)
  const last = entered.at(-1)
  const where = last === undefined ? 'not yet in a state' : ended ? `ended at ${last}` : `now at ${last}`
  const content = html`
<dl>
<dt>Status</dt><dd>${tag(status)} ${where}</dd>
<dt>Machine</dt><dd>${machine}</dd>
<dt>Started</dt><dd>${moment(startDate)}</dd>
${stopDate && html`<dt>Ended</dt><dd>${moment(stopDate)}</dd>`}
${error !== undefined && html`<dt>Error</dt><dd>${withoutTokens(error)}</dd>`}
${cause !== undefined && html`<dt>Cause</dt><dd>${withoutTokens(cause)}</dd>`}
</dl>
<h2>Where it is</h2>
<figure>
${drawPicture(picture, `The state machine, with the execution ${where}. The same in words follows.`)}
<figcaption class="beside">▶ is here now, ✓ was passed, ✕ ended here. Choices leave on the left; what is caught leaves on the right.</figcaption>
</figure>
<details>
<summary>The same in words</summary>
<ol>${picture.states.map(inWords)}</ol>
</details>
<h2>Input</h2>
<pre tabindex="0">${pretty(input)}</pre>
${output !== undefined && html`<h2>Output</h2>\n<pre tabindex="0">${pretty(output)}</pre>`}
<h2 id="history">History</h2>
${historyTable(events, from)}
${events.length > from + eventsAPage && html`<p><a href="?from=${from + eventsAPage}#history">Later events</a></p>`}`
  return page(name, content)
}

const words: Readonly<Record<Mark, string>> = {
  here: 'here now',
  passed: 'passed',
  broken: 'ended here',
  ahead: 'not reached',
}

function inWords({ name, kind, mark, times, next }: PicturedState): Html {
  const again = times > 1 ? ` (${times} times)` : ''
  const goesOn = next.length === 0 ? 'Nothing follows.' : `Goes on to ${next.join(', ')}.`
  return html`<li><strong>${name}</strong> (${kind}): ${words[mark]}${again}. <span class="beside">${goesOn}</span></li>
`
}

// With roles, since a narrow screen lays the rows out as blocks, which would no longer be told as a table.
function historyTable(events: ReturnType<typeof wholeHistory>, from: number): Html {
  const lines = historyLines(events).slice(from, from + eventsAPage)
  const rows = lines.map(
    ({
      id,
      at,
      type,
      state,
      detail,
    }) => html`<tr role="row"><th scope="row" role="rowheader">${id}</th>${[moment(at), html`<strong>${type}</strong>`, state, detail].map((cell) => html`<td role="cell">${cell}</td>`)}</tr>
`,
  )
  const heads = ['Id', 'Time', 'Type', 'State', 'Detail']
  return html`<table class="history" role="table">
<caption>${events.length === 1 ? '1 event' : `${events.length} events`}, times in Europe/London</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>`
}

function tag(status: Status): Html {
  return html`<span class="tag ${status.toLowerCase()}">${status}</span>`
}

function machineName(stateMachineArn: string): string {
  return stateMachineArn.slice(stateMachineArn.lastIndexOf(':') + 1)
}

function pretty(json: string): string {
  return withoutTokens(JSON.stringify(JSON.parse(json), null, 2))
}

function page(title: string, content: Html): ConsoleAnswer {
  return { status: 200, type: 'text/html', body: consolePage(title, content) }
}
