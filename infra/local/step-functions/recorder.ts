// Collects what one transition changes of an execution, and the history events that tell of it.
import {
  type Change,
  dueAt,
  type Execution,
  type Failure,
  type Frame,
  type HistoryEvent,
  type Phase,
} from './execution.ts'

/** AWS ends an execution whose history is full; the last event says so. */
export const MAX_EVENTS = 25_000

export type Recorder = {
  execution: Execution
  frame: Frame
  /** Adds an event and returns its id. */
  add(type: string, details?: Record<string, unknown>, field?: DetailsField): number
  move(phase: Phase, changes?: Partial<Frame>): void
  succeed(output: string): void
  fail(failure: Partial<Failure>): void
  abort(failure: Partial<Failure>): void
  finish(): Change
}

/** Works on copies: the execution that it is given stays as it was. */
export function recordChange(before: Execution, now: number): Recorder {
  const { frame: frameBefore } = before
  if (!frameBefore) throw new Error(`${before.arn} has ended`)
  const events: HistoryEvent[] = []
  const execution: Execution = { ...before, version: before.version + 1 }
  let token: string | undefined

  const end = (status: Execution['status'], type: string, details: Record<string, unknown>): void => {
    recorder.add(type, details)
    Object.assign(execution, { status, stoppedAt: now, ...details })
    delete execution.frame
    delete execution.dueAt
  }

  const recorder: Recorder = {
    execution,
    frame: frameBefore,
    add(type, details, field = detailsField(type)) {
      const id = execution.lastEventId + 1
      // AWS has the first state follow nothing, too.
      const previousEventId = id === 2 ? 0 : execution.lastEventId
      const event: HistoryEvent = { id, previousEventId, timestamp: now, type }
      if (details) event[field] = details
      events.push(event)
      execution.lastEventId = id
      return id
    },
    move(phase, changes) {
      recorder.frame = { ...recorder.frame, ...changes, phase }
      execution.frame = recorder.frame
      const due = dueAt(phase)
      if (due === undefined) delete execution.dueAt
      else execution.dueAt = due
      token = phase.kind === 'invoking' ? phase.token : undefined
    },
    succeed: (output) => end('SUCCEEDED', 'ExecutionSucceeded', { output }),
    fail: (failure) => end('FAILED', 'ExecutionFailed', failure),
    abort: (failure) => end('ABORTED', 'ExecutionAborted', failure),
    finish() {
      const full = execution.lastEventId + (execution.frame ? 1 : 0) > MAX_EVENTS
      if (full) return fullHistory(before, events, now)
      return { execution, events, ...(token !== undefined && { token }) }
    },
  }
  return recorder
}

type DetailsField = `${string}EventDetails`

const fields = new Map<string, DetailsField>()

/** AWS: the name of the event, begun small. Remembered, since this is asked for every event there is. */
function detailsField(type: string): DetailsField {
  const known = fields.get(type)
  if (known) return known
  const field: DetailsField = `${type[0]!.toLowerCase()}${type.slice(1)}EventDetails`
  fields.set(type, field)
  return field
}

function fullHistory(before: Execution, events: readonly HistoryEvent[], now: number): Change {
  const { frame: _, dueAt: __, ...rest } = before
  const failure = {
    error: 'States.Runtime',
    cause: `The execution reached the maximum number of history events (${MAX_EVENTS}).`,
  }
  const last: HistoryEvent = {
    id: MAX_EVENTS,
    previousEventId: MAX_EVENTS - 1,
    timestamp: now,
    type: 'ExecutionFailed',
    executionFailedEventDetails: failure,
  }
  return {
    execution: {
      ...rest,
      ...failure,
      status: 'FAILED',
      stoppedAt: now,
      lastEventId: MAX_EVENTS,
      version: before.version + 1,
    },
    events: [...events.filter((event) => event.id < MAX_EVENTS), last],
  }
}
