// The whole system in this process: composes the embedded servers and the application.
import { join } from 'node:path'
import { type Activity, createActivity } from './activity.ts'
import type { Application } from './application.ts'
import { createAwsEndpoint } from './aws-endpoint.ts'
import { clockSection } from './clock/pages.ts'
import { createSkipper, type Skipper, type SkipReport } from './clock/skip.ts'
import { installClock } from './clock.ts'
import type { ConsoleSection } from './console/answer.ts'
import { createConsole } from './console.ts'
import { lockDataFolder } from './data-folder.ts'
import { startDynamoDb } from './dynamodb.ts'
import { applicationVariables, serviceVariables, setEnvironment } from './environment.ts'
import { executionsSection } from './executions/pages.ts'
import { answerInvocation } from './lambda-api.ts'
import { createLambdaHost, type Invoked, type LambdaHost } from './lambda-host.ts'
import { listen } from './listen.ts'
import { mailboxSection } from './mailbox/pages.ts'
import { createEventPlayer } from './mailbox/play-events.ts'
import { createSesApi } from './mailbox/ses-api.ts'
import { openMailStore } from './mailbox/store.ts'
import { Refusal } from './refusal.ts'
import { createSchedules, type Schedules } from './schedules.ts'
import { createTableStream } from './table-stream.ts'
import { createWebServer } from './web-server.ts'
import { functionsOn, httpRoutes, scheduledFunctions } from './wiring.ts'
import { openWorkflowEngine } from './workflow-engine.ts'

export type Ports = { web: number; console: number; aws: number }

export type SystemOptions = {
  dataDir: string
  /** The first of three in a row; 0 takes any three that are free. To start again where one was, give its `ports`. */
  port: number | Ports
  /** Variables of the application, before those of the process. */
  environment?: Readonly<Record<string, string>>
  /** The real one, unless a test brings its own. */
  application?: Application
}

type Addresses = { webUrl: string; consoleUrl: string; awsUrl: string; ports: Ports }

export type System = Addresses & {
  /** Moves the clock on; what would have happened meanwhile has happened. */
  skip: (days: number) => Promise<SkipReport>
  /** Resolves when nothing is under way: no function, no execution, no event of an email. */
  quiet: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * There can be one at a time in a process: the functions read the process's environment when they are loaded.
 * Throws a Refusal if a port is in use, the data folder cannot be used, or a function does not load, as when a variable of
 * its own is wrong.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const closers: (() => unknown)[] = []
  const stop = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  }
  try {
    return await start(options, closers, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

// What is opened later is closed earlier, so that nothing is taken away from a function that is still running.
async function start(
  options: SystemOptions,
  closers: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<System> {
  closers.push(lockDataFolder(options.dataDir))
  const clock = installClock(options.dataDir)
  closers.push(clock.restore)
  const application = options.application ?? (await import('./application.ts')).application
  // The functions read the environment when they are loaded, and with port 0 it is known only after listening.
  const environmentSet = Promise.withResolvers<void>()
  const activity = createActivity()
  const bareHost = createLambdaHost({
    names: Object.keys(application.functions),
    load: (name) => environmentSet.promise.then(() => application.load(name)),
    expectedErrors: ['Superseded'],
  })
  const host: LambdaHost = {
    ...bareHost,
    invoke: (name, payload) => activity.track(bareHost.invoke(name, payload)),
  }
  const variables = applicationVariables(options.environment ?? {}, process.env)
  const tableName = variables.TABLE_NAME
  const services = await openServices({
    application,
    host,
    activity,
    tableName,
    dataDir: options.dataDir,
    closers,
  })
  const schedules = createSchedules({
    schedules: scheduledFunctions(application),
    invoke: ({ functionName, input }) => host.invoke(functionName, input),
  })
  const skipper = createSkipper({
    clock,
    schedules,
    due: services.dynamodb.due,
    leftOver: {
      names: async () => (await services.dynamodb.pending()).map(({ pk, sk }) => `${pk} ${sk}`),
      again: async () => services.dynamodb.announce(await services.dynamodb.pending()),
    },
    nextOfWorkflows: services.workflows.nextDue,
    wake: () => {
      services.workflows.wake()
      services.mailEvents.replay()
    },
    quiet: activity.quiet,
  })
  const sections = [
    mailboxSection(services.mail, services.mailEvents.play),
    executionsSection(services.workflows.look),
    clockSection(clock, skipper),
  ]
  const addresses = await listenToAll(options.port, { application, host, services, sections, closers })
  closers.push(
    setEnvironment({
      BASE_URL: addresses.webUrl,
      ...variables,
      ...serviceVariables(addresses.awsUrl),
    }),
  )
  environmentSet.resolve()
  const notLoaded = await host.loadAll()
  if (notLoaded.length > 0) throw new Refusal(notLoaded.join('\n'))
  begin({ services, schedules, skipper, closers })
  return { ...addresses, skip: skipper.skip, quiet: activity.quiet, stop }
}

type Services = Awaited<ReturnType<typeof openServices>>

async function openServices(parts: {
  application: Application
  host: LambdaHost
  activity: Activity
  tableName: string
  dataDir: string
  closers: (() => unknown)[]
}) {
  const { application, host, activity, tableName, dataDir, closers } = parts
  const stream = createTableStream({
    wakes: ({ eventName, keys }) => eventName === 'INSERT' && application.wakesRelay(keys),
    deliver: (event) => invokeAll(host, functionsOn(application, 'stream'), event),
  })
  const dynamodb = await startDynamoDb({
    folder: join(dataDir, 'dynamodb'),
    table: { name: tableName, ...application.table },
    due: application.due,
    pendingPartitions: application.pendingPartitions,
    keysLeftOver: application.keysLeftOver,
    onWrite: stream.push,
  })
  closers.push(dynamodb.stop)
  const workflows = openWorkflowEngine({
    file: join(dataDir, 'step-functions.sqlite'),
    host,
    stateMachines: application.stateMachines,
    onEnd: giveTo(host, functionsOn(application, 'executionEvents')),
    track: activity.track,
  })
  closers.push(workflows.close)
  const mail = await openMailStore(join(dataDir, 'mailbox'))
  const mailEvents = createEventPlayer({
    store: mail,
    track: activity.track,
    onEvent: giveTo(host, functionsOn(application, 'mailEvents')),
  })
  return { stream, dynamodb, workflows, mail, mailEvents }
}

function invokeAll(host: LambdaHost, names: readonly string[], event: unknown): Promise<Invoked[]> {
  return Promise.all(names.map((name) => host.invoke(name, event)))
}

/** As EventBridge does, which gives an event again until every function has taken it. */
function giveTo(host: LambdaHost, names: readonly string[]): (event: unknown) => Promise<void> {
  return async (event) => {
    const results = await invokeAll(host, names, event)
    if (!results.every(({ ok }) => ok)) throw new Error('The event was not taken')
  }
}

async function listenToAll(
  port: number | Ports,
  parts: {
    application: Application
    host: LambdaHost
    services: Services
    sections: readonly ConsoleSection[]
    closers: (() => unknown)[]
  },
): Promise<Addresses> {
  const { application, host, services, sections, closers } = parts
  const wanted = typeof port === 'number' ? portsFrom(port) : port
  const open = async (options: Parameters<typeof listen>[0]) => {
    const listening = await listen(options)
    closers.push(listening.close)
    return listening
  }
  const aws = await open({
    face: 'the AWS services',
    port: wanted.aws,
    onRequest: createAwsEndpoint({
      dynamodb: services.dynamodb.answer,
      stepFunctions: services.workflows.answer,
      lambda: (request) => answerInvocation(host, request),
      ses: createSesApi({ store: services.mail, onSent: services.mailEvents.play }),
    }),
  })
  const web = await open({
    face: 'the application',
    port: wanted.web,
    onRequest: createWebServer({ routes: httpRoutes(application), host }),
  })
  const consoleServer = await open({
    face: 'the console',
    port: wanted.console,
    onRequest: createConsole({
      webUrl: web.url,
      awsUrl: aws.url,
      sections,
    }),
  })
  return {
    webUrl: web.url,
    consoleUrl: consoleServer.url,
    awsUrl: aws.url,
    ports: { web: web.port, console: consoleServer.port, aws: aws.port },
  }
}

function portsFrom(port: number): Ports {
  return port === 0 ? { web: 0, console: 0, aws: 0 } : { web: port, console: port + 1, aws: port + 2 }
}

// What was under way or announced when the process ended goes on; then the schedules begin.
function begin(parts: {
  services: Services
  schedules: Schedules
  skipper: Skipper
  closers: (() => unknown)[]
}): void {
  const { services, schedules, skipper, closers } = parts
  const { stream, dynamodb, workflows, mailEvents } = services
  workflows.begin()
  dynamodb.redeliver()
  mailEvents.replay()
  schedules.begin()
  closers.push(async () => {
    await skipper.stop()
    await Promise.all([schedules.stop(), workflows.stop(), stream.stop(), mailEvents.stop()])
  })
}
