// What the history of an execution tells: where it was, where it is, and a line for each event. Never a task token.
import type { WorkflowLook } from '../workflow-engine.ts'

export type HistoryEvent = ReturnType<WorkflowLook['getExecutionHistory']>['events'][number]

/** The states that were entered, in order. */
export function statesEntered(events: readonly HistoryEvent[]): string[] {
  return events.flatMap((event) => enteredState(event) ?? [])
}

/** Undefined until the first state is entered. */
export function lastState(look: WorkflowLook, executionArn: string): string | undefined {
  let nextToken: string | undefined
  do {
    const page = look.getExecutionHistory({
      executionArn,
      reverseOrder: true,
      maxResults: 20,
      ...(nextToken !== undefined && { nextToken }),
    })
    const [found] = statesEntered(page.events)
    if (found !== undefined) return found
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  return undefined
}

export function wholeHistory(look: WorkflowLook, executionArn: string): HistoryEvent[] {
  const events: HistoryEvent[] = []
  let nextToken: string | undefined
  do {
    const page = look.getExecutionHistory({
      executionArn,
      maxResults: 1000,
      ...(nextToken !== undefined && { nextToken }),
    })
    events.push(...page.events)
    nextToken = page.nextToken
  } while (nextToken !== undefined)
  return events
}

export type HistoryLine = { id: number; at: Date; type: string; state: string; detail: string }

/** Each event belongs to the state that was entered last before it. */
export function historyLines(events: readonly HistoryEvent[]): HistoryLine[] {
  let state = ''
  return events.map((event) => {
    const own = enteredState(event)
    if (own !== undefined) state = own
    const line = { id: event.id, at: event.timestamp, type: event.type, state, detail: detailOf(event) }
    if (event.type.endsWith('StateExited')) state = ''
    return line
  })
}

function enteredState(event: HistoryEvent): string | undefined {
  return textIn(event.stateEnteredEventDetails, 'name')
}

// What a task was given holds its token, and what its function answered may: neither is shown.
function detailOf(event: HistoryEvent): string {
  const field = `${event.type[0]?.toLowerCase()}${event.type.slice(1)}EventDetails` as const
  const details = event[field]
  const parts = [
    event.type === 'TaskScheduled' ? `calls ${functionIn(textIn(details, 'parameters'))}` : undefined,
    textIn(details, 'error'),
    textIn(details, 'cause'),
    textIn(details, 'location'),
  ]
  return shorten(withoutTokens(parts.filter((part) => part !== undefined && part !== '').join(': ')))
}

function functionIn(parameters = '{}'): string {
  const { FunctionName } = JSON.parse(parameters) as { FunctionName?: unknown }
  return String(FunctionName ?? 'a function').replace(/^.*:function:/, '')
}

function textIn(details: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = details?.[name]
  return typeof value === 'string' ? value : undefined
}

/** Tokens have 64 characters of base64url here; no id that is shown is as long. */
export function withoutTokens(text: string): string {
  return text.replaceAll(/[A-Za-z0-9_-]{64,}/g, '(not shown)')
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
