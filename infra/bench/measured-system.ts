// Starts the system that is measured in its own process, with an empty data folder, and asks it what only it knows.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Counts } from '../local/meter.ts'

export const Given = z.strictObject({ dataDir: z.string(), metered: z.boolean(), panelSize: z.string() })

export type Answers = {
  quiet: undefined
  skip: undefined
  counts: Counts
  /** After a garbage collection. */
  memory: { heapMb: number; rssMb: number }
  /** Seconds of a core that the system has used since it began: how busy the rest of the machine is hardly moves it. */
  cpu: number
}
export type Question = { ask: keyof Answers; days: number }
type Reply = { answer?: unknown; error?: string }

export type Addresses = { webUrl: string; consoleUrl: string; awsUrl: string }
export type MeasuredSystem = Addresses & {
  /** One question at a time. */
  ask: <Ask extends keyof Answers>(ask: Ask, days?: number) => Promise<Answers[Ask]>
}

/** Without a meter nothing is counted, and `counts` are empty. */
export async function withSystem<T>(
  options: { metered: boolean; panelSize: number },
  work: (system: MeasuredSystem) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mark-bench-'))
  const given = { dataDir, metered: options.metered, panelSize: String(options.panelSize) }
  const child = fork(new URL('./measured-process.ts', import.meta.url), [JSON.stringify(given)], {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  })
  try {
    const addresses = (await replyOf(child)) as Addresses
    return await work({
      ...addresses,
      ask: async (ask, days = 0) => {
        const reply = replyOf(child)
        child.send({ ask, days } satisfies Question)
        return (await reply) as never
      },
    })
  } finally {
    if (child.exitCode === null && child.connected) {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    }
    await rm(dataDir, { recursive: true })
  }
}

function replyOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The system that is measured has ended'))
    child.once('exit', ended)
    child.once('message', ({ answer, error }: Reply) => {
      child.off('exit', ended)
      if (error === undefined) resolve(answer)
      else reject(new Error(error))
    })
  })
}
