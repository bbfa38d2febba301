// Opens the embedded services over the data folder, and hands each event of theirs to the functions that take it.
import { join } from 'node:path'
import type { Activity } from './activity.ts'
import type { Application } from './application.ts'
import { startDynamoDb } from './dynamodb.ts'
import { keys } from './environment.ts'
import type { Invoked, LambdaHost } from './lambda-host.ts'
import { createEventPlayer } from './mailbox/play-events.ts'
import { openMailStore } from './mailbox/store.ts'
import { openS3 } from './s3.ts'
import { createTableStream } from './table-stream.ts'
import { functionsOn } from './wiring.ts'
import { openWorkflowEngine } from './workflow-engine.ts'

export type Services = Awaited<ReturnType<typeof openServices>>

/** What has to be closed is pushed to `closers` as soon as it is open. */
export async function openServices(parts: {
  application: Application
  host: LambdaHost
  activity: Activity
  tableName: string
  bucket: string
  dataDir: string
  closers: (() => unknown)[]
}) {
  const { application, host, activity, tableName, bucket, dataDir, closers } = parts
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
    onEnd: (event) => give(host, functionsOn(application, 'executionEvents'), event),
    track: activity.track,
  })
  closers.push(workflows.close)
  const mail = await openMailStore(join(dataDir, 'mailbox'))
  const mailEvents = createEventPlayer({
    store: mail,
    track: activity.track,
    onEvent: (event) => give(host, functionsOn(application, 'mailEvents'), event),
  })
  const s3 = await openS3({
    folder: join(dataDir, 'evidence'),
    bucket,
    keys,
    track: activity.track,
    onEvent: (event) => give(host, functionsOn(application, 'evidenceEvents'), event),
  })
  return { stream, dynamodb, workflows, mail, mailEvents, s3 }
}

/** Throws unless every function has taken it. */
async function give(host: LambdaHost, names: readonly string[], event: unknown): Promise<void> {
  const results = await invokeAll(host, names, event)
  if (!results.every(({ ok }) => ok)) throw new Error('The event was not taken')
}

function invokeAll(host: LambdaHost, names: readonly string[], event: unknown): Promise<Invoked[]> {
  return Promise.all(names.map((name) => host.invoke(name, event)))
}

/** What was under way or announced when the process ended goes on. Gives the function that ends all of it. */
export function resumeServices(services: Services): () => Promise<unknown> {
  const { stream, dynamodb, workflows, mailEvents, s3 } = services
  workflows.begin()
  dynamodb.redeliver()
  mailEvents.replay()
  s3.events.replay()
  return () => Promise.all([workflows.stop(), stream.stop(), mailEvents.stop(), s3.events.stop()])
}
