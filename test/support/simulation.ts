// A whole journey under a seed: the real progress, relay, sweep and engine over stores that crash before or after any
// write, with deliveries that come twice, late, out of order or not at all, executions that somebody stops, people whom no email
// reaches, and every step of every task interleaved.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { carryOut } from '../../functions/app/carry-out.ts'
import { issueAward } from '../../functions/app/issue-award.ts'
import { keepRecord } from '../../functions/app/keep-record.ts'
import { openStep } from '../../functions/app/open-step.ts'
import type { Ports } from '../../functions/app/ports.ts'
import { recordExecutionEnd } from '../../functions/app/record-execution-end.ts'
import { relayEvent } from '../../functions/app/relay-event.ts'
import { sweep } from '../../functions/app/sweep.ts'
import { createEngine } from '../../infra/local/step-functions/engine.ts'
import { definitionId } from '../../infra/local/step-functions/machine.ts'
import { createMemoryStore } from '../../infra/local/step-functions/memory-store.ts'
import { ServiceError } from '../../infra/local/step-functions/service-error.ts'
import type { FunctionOutcome } from '../../infra/local/step-functions/stimulus.ts'
import type { Store } from '../../infra/local/step-functions/store.ts'
import { failedSince } from '../../workflows/cursor.ts'
import { breachOf } from '../../workflows/journey-events.ts'
import type { Command, JourneyState, Pointer } from '../../workflows/journey-state.ts'
import { waitsOf } from '../../workflows/model.ts'
import { newest as definition } from '../../workflows/released/index.ts'
import { placeholders, stateMachine, stateMachineName } from '../../workflows/state-machine.ts'
import { emptyMemory, eventIn, type Memory, memoryPorts, newestIn } from './memory-ports.ts'

export type Relay = typeof relayEvent

export interface Variant {
  /** Stands in for the real relay: how a naive one would do it. */
  readonly relay?: Relay
  readonly openStep?: typeof openStep
  readonly ports?: (ports: Ports) => Ports
}

export interface Simulated {
  /** What is not as it must be; empty when all is well. */
  readonly faults: readonly string[]
  readonly crashes: number
  readonly events: number
  readonly executions: number
}

const journey = '0123456789abcdef'
const region = 'eu-west-2'
const account = '000000000000'
const arnPrefix = `arn:aws:states:${region}:${account}`
const machineText = Object.entries(placeholders).reduce(
  (text, [name, placeholder]) => text.replaceAll(`\${${placeholder}}`, name),
  JSON.stringify(stateMachine(definition)),
)
const machineRow = {
  arn: `${arnPrefix}:stateMachine:${stateMachineName(definition)}`,
  name: stateMachineName(definition),
  definitionId: definitionId(machineText),
  roleArn: `arn:aws:iam::${account}:role/workflow`,
  createdAt: 0,
  updatedAt: 0,
}
const waits = waitsOf(definition)

class Crash extends Error {
  override readonly name = 'Crash'
}

export async function simulate(seed: number, variant: Variant = {}): Promise<Simulated> {
  const random = randomFrom(seed)
  const chance = (probability: number) => random() < probability
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const crashChance = pick([0, 0.01, 0.02, 0.04])
  /** On the laptop a killed process loses what the stream had not delivered; on AWS it comes again. */
  const streamForgets = chance(0.5)

  const memory = emptyMemory()
  memory.addresses.set('lead', 'lead@school.example')
  memory.addresses.set('chair', 'chair@panel.example')
  const engineStore = createMemoryStore()
  let now = Date.parse('2027-01-04T09:00:00Z')
  let crashes = 0
  let stops = 0
  let tokens = 0
  let records = 0
  let quiet = false

  // --- tasks: each waits its turn before every step, and whose turn it is, the seed decides -------------------------
  let inFlight = 0
  let parked: (() => void)[] = []
  let incarnation = 0
  const turn = () => new Promise<void>((resolve) => parked.push(resolve))
  const begin = (work: () => Promise<unknown>, onCrash: () => void = () => {}) => {
    const mine = incarnation
    inFlight++
    const end = (crashed: boolean) => {
      if (mine !== incarnation) return
      inFlight--
      if (crashed) onCrash()
    }
    work().then(
      () => end(false),
      (error) => {
        if (!isCrash(error)) faults.push(`seed ${seed}: ${error?.stack ?? error}`)
        end(true)
      },
    )
  }
  const writing = <T>(write: () => T): T => {
    const crash = !quiet && chance(crashChance)
    const before = crash && chance(0.5)
    if (crash) crashes++
    if (before) throw new Crash()
    const result = write()
    if (crash) throw new Crash()
    return result
  }

  // --- the system ---------------------------------------------------------------------------------------------------
  const faults: string[] = []
  engineStore.saveStateMachine(machineRow, machineText)
  const crashingStore: Store = { ...engineStore, save: (change) => writing(() => engineStore.save(change)) }
  let engine = newEngine()
  let ports = newPorts()
  const relay = variant.relay ?? relayEvent

  function newEngine() {
    return createEngine({
      store: crashingStore,
      invoke,
      now: () => new Date(now),
      random,
      mintToken: () => `token-${++tokens}`,
      region,
      account,
    })
  }

  function newPorts(): Ports {
    const over = memoryPorts(memory, { now: () => now, writing, workflow: workflow() })
    const made = variant.ports ? variant.ports(over) : over
    const inTurns = (port: object) =>
      Object.fromEntries(
        Object.entries(port).map(([name, method]) => [
          name,
          async (...args: unknown[]) => {
            await turn()
            return method(...args)
          },
        ]),
      )
    // What never changes once it is there reads the same at any turn.
    const plain = ['clock', 'settings', 'people', 'records', 'suppressions']
    return Object.fromEntries(
      Object.entries(made).map(([name, port]) => [name, plain.includes(name) ? port : inTurns(port)]),
    ) as unknown as Ports
  }

  function workflow(): Ports['workflow'] {
    const machine = `${arnPrefix}:stateMachine:${stateMachineName(definition)}`
    const unless = (names: readonly string[], command: () => unknown) => {
      try {
        command()
      } catch (error) {
        if (!(error instanceof ServiceError && names.includes(error.name))) throw error
      }
    }
    const over = ['TaskTimedOut', 'InvalidToken', 'TaskDoesNotExist']
    return {
      start: async (_, input) =>
        unless(['ExecutionAlreadyExists'], () =>
          engine.startExecution({
            stateMachineArn: machine,
            name: `${journey}-${input.executionSeq}`,
            input: JSON.stringify(input),
          }),
        ),
      stop: async (_, __, seq) =>
        unless(['ExecutionDoesNotExist'], () => engine.stopExecution({ executionArn: executionArn(seq) })),
      succeed: async (taskToken) => unless(over, () => engine.sendTaskSuccess({ taskToken, output: '{}' })),
      reopen: async (taskToken, resumeAt) =>
        unless(over, () =>
          engine.sendTaskFailure({ taskToken, error: 'Reopened', cause: JSON.stringify({ resumeAt }) }),
        ),
    }
  }

  /** Lambda: what a function throws is an outcome; it may be called twice. */
  async function invoke(name: string, payload: unknown): Promise<FunctionOutcome> {
    const times = !quiet && chance(0.05) ? 2 : 1
    for (let time = 0; time < times; time++) {
      try {
        await callFunction(name, payload as Record<string, never>)
      } catch (error) {
        const { name: errorType, message: errorMessage } = error as Error
        return { ok: false, errorType, errorMessage, trace: [] }
      }
    }
    return { ok: true, payload: {} }
  }

  function callFunction(name: string, payload: Record<string, never>): Promise<void> {
    if (name === 'issue-award') return issueAward(ports, payload.journey!, payload.executionSeq!)
    const { taskToken: token, ...task } = payload
    return (variant.openStep ?? openStep)(ports, {
      token: token!,
      ...(task as unknown as Omit<Parameters<typeof openStep>[1], 'token'>),
    })
  }

  /** The process dies: whatever was under way is gone, and a new one finds only what was stored. */
  function die() {
    incarnation++
    inFlight = 0
    parked = []
    if (streamForgets) delivered = memory.stream.length
    engine = newEngine()
    ports = newPorts()
  }

  // --- what happens -------------------------------------------------------------------------------------------------
  let delivered = 0
  let toRedeliver: { journey: string; number: number }[] = []
  const heard = new Set<string>()
  const accepted: number[] = []
  let page: JourneyState | undefined
  const stateNow = () => newestIn(memory, journey)?.state

  async function act(command: Command) {
    const outcome = await carryOut(ports, journey, 'a-person', command)
    if (outcome.kind === 'accepted') accepted.push(outcome.event.number)
  }

  /** What people do: mostly the next thing, at times twice, or from a page that they opened long ago. */
  async function person() {
    // As keepRecord does it, without its random ids and hashes: they would take a tenth of the time.
    const record = async (place: string): Promise<Pointer> => {
      const id = `ROUND#${place}#${++records}`
      const at = new Date(now).toISOString()
      await ports.recordWriter.put({
        id,
        journey,
        at,
        by: 'a-person',
        salt: 'salt',
        content: { answers: {} },
      })
      return { id, hash: 'f'.repeat(64) }
    }
    const current = stateNow()
    if (!current) {
      const submission = await keepRecord(ports, journey, '1#registration', 'lead', {
        answers: { organisationName: 'Invented School' },
      })
      return act({ kind: 'register', individual: false, lead: 'lead', submission })
    }
    const seen = page && chance(0.2) ? page : current
    page = current
    const { at, visit } = seen.position
    if (failedSince(seen) && chance(0.5)) return act({ kind: 'restart', executionSeq: seen.execution.seq })
    if (chance(0.02)) return lose(pick(['lead', 'chair']))
    if (at === 'confirmation') return act({ kind: 'confirm-address' })
    const wait = waits.find(({ id }) => id === at)
    if (!wait) return
    if (wait.kind === 'step') {
      return act({ kind: 'submit', step: at, visit, submission: await record(`1#${at}`) })
    }
    if (wait.kind === 'validation') return validate(seen, record)
    if (chance(0.2)) {
      const to = pick(waits.filter(({ kind, phase }) => kind === 'step' && phase === wait.phase)).id
      return act({ kind: 'return', wait: at, visit, to, comment: await record(`1#${at}`) })
    }
    return act({ kind: 'accept', wait: at, visit })
  }

  /** No email reaches somebody any more, or one does again. */
  function lose(person: string) {
    return chance(0.5)
      ? act({ kind: 'mark-unreachable', person, panelSize: 1 })
      : act({ kind: 'mark-reachable', person, because: 'works' })
  }

  /** Somebody stops the execution in the console of AWS; not the last one, which need not end well then. */
  function stopByHand(): boolean {
    const state = stateNow()
    if (quiet || !state || !waits.some(({ id }) => id === state.position.at) || !chance(0.003)) return false
    const arn = executionArn(state.execution.seq)
    if (engineStore.execution(arn)?.status !== 'RUNNING') return false
    stops++
    begin(async () => engine.stopExecution({ executionArn: arn }))
    return true
  }

  const tellOfEnd = () => {
    const { arn, name, status, stateMachineArn } = pick(engineStore.untold())
    const detail = { name, status: status as 'ABORTED', stateMachineArn, executionArn: arn }
    const again = !quiet && chance(0.1)
    begin(async () => {
      await recordExecutionEnd(ports, {
        source: 'aws.states',
        'detail-type': 'Step Functions Execution Status Change',
        detail,
      })
      if (!again) engineStore.told(arn)
    })
  }

  /** A panel of one, which at times asks for more. */
  async function validate(
    { panel, position: { visit } }: JourneyState,
    record: (place: string) => Promise<Pointer>,
  ) {
    const chair = panel[0]
    const person = 'chair'
    if (!chair) return act({ kind: 'invite-validator', person, chair: true })
    if (!chair.declared) return act({ kind: 'declare', person, visit, panelSize: 1, conflict: false })
    if (!chair.judgement)
      return act({ kind: 'judge', person, visit, panelSize: 1, judgement: await record('1#judgement') })
    const outcome = chance(0.2) ? pick(['more-evidence', 'not-yet'] as const) : 'awarded'
    const reasons = await record('1#reasons')
    const serial = outcome === 'awarded' ? { serial: `SERIAL-${visit}` } : {}
    return act({ kind: 'conclude', person, visit, panelSize: 1, outcome, reasons, ...serial })
  }

  function nextDelivery() {
    const waiting = [...toRedeliver, ...memory.stream.slice(delivered)]
    const chosen = pick(waiting)
    const again = !quiet && chance(0.1)
    toRedeliver = waiting.filter((each) => each !== chosen || again)
    delivered = memory.stream.length
    return chosen
  }

  const deliver = () => {
    const { number } = nextDelivery()
    // A function that fails is called again by the stream, or given up.
    begin(
      () => relay(ports, journey, number),
      () => chance(0.5) && toRedeliver.push({ journey, number }),
    )
  }
  /** The provider tells of each email until it is heard. */
  const untold = () => memory.mailbox.filter(({ tag }) => !heard.has(tag))
  const tellOfMail = () => {
    const { tag } = pick(untold())
    begin(() => ports.ledger.markSent(tag, new Date(now)).then(() => heard.add(tag)))
  }

  /** Each does one thing if it can; where to begin trying, the seed decides. */
  const doers: readonly (() => boolean)[] = [
    () => {
      if (stateNow()?.position.at === 'complete' || (inFlight > 0 && chance(0.8))) return false
      begin(person)
      return true
    },
    tryToDeliver,
    () => {
      const runnable = engine.runnable(new Date(now))
      if (runnable.length > 0) begin(() => engine.advance(pick(runnable)))
      return runnable.length > 0
    },
    tryToDeliver,
    () => {
      const possible = untold().length > 0
      if (possible) tellOfMail()
      return possible
    },
    stopByHand,
    () => {
      const possible = engineStore.untold().length > 0
      if (possible) tellOfEnd()
      return possible
    },
  ]
  function tryToDeliver(): boolean {
    const possible = toRedeliver.length + memory.stream.length > delivered
    if (possible) deliver()
    return possible
  }
  function doSomething(): boolean {
    const first = Math.floor(random() * doers.length)
    return doers.some((_, at) => doers[(first + at) % doers.length]!())
  }

  /** Only people are left to act: now time can pass. */
  const atRest = () =>
    inFlight === 0 &&
    toRedeliver.length === 0 &&
    delivered === memory.stream.length &&
    untold().length === 0 &&
    engineStore.untold().length === 0 &&
    engine.runnable(new Date(now)).length === 0

  const complete = () =>
    stateNow()?.position.at === 'complete' && memory.pending.size === 0 && !engine.nextDue()

  for (let step = 0; step < 20_000; step++) {
    if (faults.length > 0) break
    const crashesBefore = crashes
    if (atRest() && complete()) break
    if (atRest() && chance(0.3)) {
      // A retry comes within minutes; the sweep looks after an hour.
      now =
        engine.nextDue()?.getTime() ??
        now + pick([61_000, 61_000, 16 * 60_000, 61 * 60_000, 40 * 24 * 60 * 60_000])
      begin(() => sweep(ports))
    } else if (parked.length > 0 && (inFlight >= 4 || chance(0.8))) {
      const at = Math.floor(random() * parked.length)
      parked.splice(at, 1)[0]!()
    } else if (!doSomething()) {
      now += 1
      continue
    }
    now += 1
    await settled()
    if (crashes > crashesBefore && chance(0.5)) die()
    if (crashes > 12) quiet = true
  }

  await nextTurn()
  const all = readExecutions(engineStore)
  const executions = all.length
  const marked = (memory.events.get(journey) ?? []).filter(({ body }) =>
    body.includes('"command":{"kind":"mark-failed"'),
  ).length
  if (marked > stops + all.filter(({ status }) => status === 'FAILED').length)
    faults.push('an execution that we stopped ourselves was news')
  // Without a crash or a stop nothing may have to be repaired: an order that is wrong would show as a second execution.
  if (crashes + stops === 0 && executions !== 1) faults.push(`${executions} executions without a crash`)
  return {
    faults: [...faults, ...faultsOf(seed, memory, engineStore, accepted)].map(
      (fault) => `seed ${seed}: ${fault}`,
    ),
    crashes,
    events: memory.events.get(journey)?.length ?? 0,
    executions,
  }
}

/** Until every promise has come to rest: Node runs a tick only then. (A turn of the event loop costs four times as much.) */
function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve))
}

function executionArn(seq: number): string {
  return `${arnPrefix}:execution:${stateMachineName(definition)}:${journey}-${seq}`
}

function readExecutions(store: Store) {
  return store.executions({
    stateMachineArn: `${arnPrefix}:stateMachine:${stateMachineName(definition)}`,
    limit: 1000,
  })
}

/** What must hold at the end, whatever happened on the way. */
function faultsOf(seed: number, memory: Memory, store: Store, accepted: readonly number[]): string[] {
  const stored = memory.events.get(journey) ?? []
  const events = stored.map(({ number }) => eventIn(memory, journey, number)!)
  const last = events.at(-1)
  if (last?.state.position.at !== 'complete') return [`the journey is stuck at ${last?.state.position.at}`]
  const faults: string[] = []
  // Half of the hashing of a seed: every fourth is enough.
  const breach = seed % 4 === 0 ? breachOf(stored) : undefined
  if (breach) faults.push(breach)
  if (memory.pending.size > 0) faults.push('work is left over')
  if (memory.awards.size !== 1 || !memory.awards.has(last.state.awards[0]!.serial))
    faults.push('not exactly one award')
  const asked = events.flatMap(({ number, effects }) =>
    effects.flatMap((effect, at) => (effect.kind === 'send-email' ? [`${journey}-${number}-${at}`] : [])),
  )
  const sent = memory.mailbox.map(({ tag }) => tag)
  for (const tag of asked) {
    const times = sent.filter((each) => each === tag).length
    if (times !== 1) faults.push(`the email ${tag} was sent ${times} times`)
  }
  if (sent.some((tag) => !asked.includes(tag))) faults.push('an email was sent that nobody asked for')
  const pointers = events.flatMap(({ command }) =>
    Object.values(command).filter((value) => typeof value === 'object'),
  )
  if (pointers.some(({ id }) => !memory.records.has(`${journey}#${id}`)))
    faults.push('an event points to nothing')
  const running = readExecutions(store).filter(({ status }) => status === 'RUNNING')
  if (running.length > 0) faults.push(`${running.map(({ name }) => name)} still running`)
  const final = store.execution(executionArn(last.state.execution.seq))
  if (final?.status !== 'SUCCEEDED') faults.push(`the last execution is ${final?.status}`)
  if (accepted.some((number) => events[number - 1]?.actor !== 'a-person'))
    faults.push('an accepted command is lost')
  for (const { number, command } of events) {
    const before = events[number - 2]?.state.position
    const named =
      'step' in command
        ? command.step
        : 'wait' in command && command.kind !== 'open'
          ? command.wait
          : undefined
    if (named !== undefined && named !== before?.at)
      faults.push(`event ${number} passed a wait where the journey was not`)
  }
  return faults
}

function isCrash(error: unknown): boolean {
  return error instanceof Crash || (error instanceof AggregateError && error.errors.every(isCrash))
}

/** mulberry32: small, fast, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
