// How long `npm start` takes to be ready, and how much memory it then holds.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figures, median, type Row, rounded } from './figures.ts'
import { gather, playToAward } from './quick-journey.ts'

const starts = 5

type Ready = { readyMs: number; spawnedMs: number; rssMb: number | undefined; afterMb: number | undefined }

export async function ready(): Promise<Figures[]> {
  const runs: Ready[] = []
  for (let run = 1; run <= starts; run++) runs.push(await measureStart(run === starts))
  const memory = (what: string, values: readonly (number | undefined)[], budget = ''): Row => {
    const known = values.filter((value) => value !== undefined)
    return { what, value: known.length > 0 ? rounded(median(known), 0) : 'n/a', unit: 'MB', budget }
  }
  const time = (what: string, values: readonly number[], budget = ''): Row => ({
    what,
    value: rounded(median(values), 0),
    unit: 'ms',
    budget,
  })
  return [
    {
      title: `npm start, median of ${starts} with an empty data folder`,
      rows: [
        time(
          'ready, as it says itself',
          runs.map(({ readyMs }) => readyMs),
        ),
        time(
          'ready, from the command on (npm included)',
          runs.map(({ spawnedMs }) => spawnedMs),
          '2000',
        ),
        memory(
          'resident when ready',
          runs.map(({ rssMb }) => rssMb),
          '250',
        ),
        memory(
          'resident after one journey to the award',
          runs.map(({ afterMb }) => afterMb),
        ),
      ],
    },
  ]
}

async function measureStart(playing: boolean): Promise<Ready> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mark-bench-'))
  const began = performance.now()
  // In a process group of its own, so that npm and what it started end together.
  const child = spawn('npm', ['start'], {
    detached: true,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, PANEL_SIZE: '1', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const said = await untilReady(child)
    const spawnedMs = performance.now() - began
    const rssMb = await residentMb(child)
    if (playing) await playOne(said)
    return {
      readyMs: Number(/^Ready in (\d+) ms$/m.exec(said)![1]),
      spawnedMs,
      rssMb,
      afterMb: playing ? await residentMb(child) : undefined,
    }
  } finally {
    const ended = child.exitCode === null && once(child, 'exit')
    process.kill(-child.pid!, 'SIGTERM')
    await ended
    await rm(dataDir, { recursive: true })
  }
}

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      if (/^Ready in \d+ ms$/m.test(said)) resolve(said)
    })
    child.once('exit', () => reject(new Error('npm start has ended')))
  })
}

async function playOne(said: string): Promise<void> {
  const [webUrl, consoleUrl] = said.match(/http:\/\/[\d.:]+/g)!
  const place = { webUrl: webUrl!, consoleUrl: consoleUrl! }
  await playToAward(place, await gather(place), 1)
}

/** Of the process that npm started in the end; undefined where there is no /proc (it is Linux's). */
async function residentMb(child: ChildProcess): Promise<number | undefined> {
  try {
    let pid = String(child.pid)
    for (;;) {
      const [first] = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ')
      if (!first) break
      pid = first
    }
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
