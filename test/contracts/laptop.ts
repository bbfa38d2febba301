// The whole laptop system with an application of its own: the function of the contracts, and listeners that remember.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schedules } from '../../events/schedules.ts'
import { table } from '../../functions/adapters/table.ts'
import type { Application } from '../../infra/local/application.ts'
import type { Handler } from '../../infra/local/lambda-host.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { handler } from './contract-function.ts'

export const laptopTable = 'contracts'
export const laptopFunctionArn = 'arn:aws:lambda:eu-west-2:000000000000:function:contract-function'

export type Laptop = Pick<System, 'skip' | 'stop'> & {
  /** What the listener to SES's events was given. */
  mailEvents: readonly unknown[]
  /** When the daily schedule ran. */
  dailyRuns: readonly { at: Date; input: unknown }[]
  /** A message as it was sent. */
  rawMail: (id: string) => Promise<Buffer>
}

/** The SDK's clients find it by the environment, as the functions do, and have to be made after this. */
export async function startLaptop(): Promise<Laptop> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mark-contracts-'))
  const mailEvents: unknown[] = []
  const dailyRuns: { at: Date; input: unknown }[] = []
  const handlers: Record<string, Handler> = {
    'contract-function': handler,
    'hear-of-mail': (event) => void mailEvents.push(event),
    sweep: () => undefined,
    links: () => undefined,
    daily: (input) => void dailyRuns.push({ at: new Date(), input }),
  }
  const application: Application = {
    functions: {
      'contract-function': { on: { task: true } },
      'hear-of-mail': { on: { mailEvents: true } },
      sweep: { on: { schedule: 'sweep' } },
      links: { on: { schedule: 'links' } },
      daily: { on: { schedule: 'daily' } },
    },
    load: async (name) => handlers[name]!,
    schedules,
    table,
    due: { index: 'due', partition: 'DUE#contracts' },
    pendingPartitions: [],
    wakesRelay: () => false,
    keysLeftOver: (keys) => keys,
    stateMachines: [],
  }
  const system = await startSystem({
    dataDir,
    port: 0,
    application,
    environment: {
      TABLE_NAME: laptopTable,
      MAIL_FROM: 'Contracts <contracts@localhost.test>',
      MAIL_CONFIGURATION_SET: 'contracts',
    },
  })
  return {
    skip: system.skip,
    stop: async () => {
      await system.stop()
      await rm(dataDir, { recursive: true })
    },
    mailEvents,
    dailyRuns,
    rawMail: (id) => readFile(join(dataDir, 'mailbox', `${id}.eml`)),
  }
}
