// The whole system in this process: composes the embedded servers and the application.
import { createActivity } from './activity.ts'
import type { Application } from './application.ts'
import { type AwsServices, createAwsEndpoint } from './aws-endpoint.ts'
import { clockSection } from './clock/pages.ts'
import { createSkipper, type SkipReport } from './clock/skip.ts'
import { installClock } from './clock.ts'
import type { ConsoleSection } from './console/answer.ts'
import { createConsole } from './console.ts'
import { lockDataFolder } from './data-folder.ts'
import { applicationVariables, serviceVariables, setEnvironment } from './environment.ts'
import { executionsSection } from './executions/pages.ts'
import { answerInvocation } from './lambda-api.ts'
import { createLambdaHost, type LambdaHost } from './lambda-host.ts'
import { listen } from './listen.ts'
import { mailboxSection } from './mailbox/pages.ts'
import { createSesApi } from './mailbox/ses-api.ts'
import { bareAddress } from './mailbox/store.ts'
import type { Meter } from './meter.ts'
import { Refusal } from './refusal.ts'
import { evidenceSection } from './s3/pages.ts'
import { createSchedules } from './schedules.ts'
import { openServices, resumeServices, type Services } from './services.ts'
import { createWebServer } from './web-server.ts'
import { httpRoutes, scheduledFunctions } from './wiring.ts'

export type Ports = { web: number; console: number; aws: number }

export type SystemOptions = {
  dataDir: string
  /** The first of three in a row; 0 takes any three that are free. To start again where one was, give its `ports`. */
  port: number | Ports
  /** Variables of the application, before those of the process. */
  environment?: Readonly<Record<string, string>>
  /** The real one, unless a test brings its own. */
  application?: Application
  /** Is shown every call of a function and every request to the AWS services. */
  meter?: Meter
}

type Addresses = { webUrl: string; consoleUrl: string; awsUrl: string; ports: Ports }

export type System = Addresses & {
  /** Moves the clock on; what would have happened meanwhile has happened. */
  skip: (days: number) => Promise<SkipReport>
  /** Resolves when nothing is under way: no function, no execution, no event of an email or a file. */
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
  const { meter } = options
  const { invoke } = meter ? meter.host(bareHost) : bareHost
  const host: LambdaHost = {
    ...bareHost,
    invoke: (name, payload) => activity.track(invoke(name, payload)),
  }
  const variables = applicationVariables(options.environment ?? {}, process.env)
  const services = await openServices({
    application,
    host,
    activity,
    tableName: variables.TABLE_NAME,
    bucket: variables.EVIDENCE_BUCKET,
    dataDir: options.dataDir,
    closers,
  })
  const mailAccount = {
    identity: bareAddress(variables.MAIL_FROM).split('@').at(-1)!,
    configurationSet: variables.MAIL_CONFIGURATION_SET,
  }
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
      services.s3.events.replay()
    },
    quiet: activity.quiet,
  })
  const sections = [
    mailboxSection(services.mail, services.mailEvents.play),
    executionsSection(services.workflows.look),
    evidenceSection(services.s3),
    clockSection(clock, skipper),
  ]
  const addresses = await listenToAll(options.port, {
    application,
    host,
    services,
    mailAccount,
    sections,
    closers,
    meter,
  })
  closers.push(
    setEnvironment({
      BASE_URL: addresses.webUrl,
      EVIDENCE_URL: `${addresses.awsUrl}/${variables.EVIDENCE_BUCKET}`,
      ...variables,
      ...serviceVariables(addresses.awsUrl),
    }),
  )
  environmentSet.resolve()
  const notLoaded = await host.loadAll()
  if (notLoaded.length > 0) throw new Refusal(notLoaded.join('\n'))
  const suspend = resumeServices(services)
  schedules.begin()
  closers.push(async () => {
    await skipper.stop()
    await Promise.all([schedules.stop(), suspend()])
  })
  return { ...addresses, skip: skipper.skip, quiet: activity.quiet, stop }
}

async function listenToAll(
  port: number | Ports,
  parts: {
    application: Application
    host: LambdaHost
    services: Services
    mailAccount: { identity: string; configurationSet: string }
    sections: readonly ConsoleSection[]
    closers: (() => unknown)[]
    meter: Meter | undefined
  },
): Promise<Addresses> {
  const { application, host, services, mailAccount, sections, closers, meter } = parts
  const wanted = typeof port === 'number' ? portsFrom(port) : port
  const open = async (options: Parameters<typeof listen>[0]) => {
    const listening = await listen(options)
    closers.push(listening.close)
    return listening
  }
  const awsServices: AwsServices = {
    dynamodb: services.dynamodb.answer,
    stepFunctions: services.workflows.answer,
    lambda: (request) => answerInvocation(host, request),
    ses: createSesApi({ store: services.mail, onSent: services.mailEvents.play, account: mailAccount }),
    s3: services.s3,
  }
  const aws = await open({
    face: 'the AWS services',
    port: wanted.aws,
    onRequest: createAwsEndpoint(meter ? meter.services(awsServices) : awsServices),
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
