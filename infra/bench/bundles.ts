// Every function's bundle: how large it is, and how much longer Node takes to load it than a file with nothing in it.
import { spawnSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FunctionName, inventory } from '../../functions/inventory.ts'
import { type Bundle, bundle } from '../aws/bundle.ts'
import { applicationVariables } from '../local/environment.ts'
import { type Figures, median, type Row, rounded } from './figures.ts'

const rounds = 15
const timedPages = 12
const budgetKb = 320
const budgetRatio = 2.6
/** Inside the repository, so that what comes in a layer is found among its packages. */
const folder = new URL('../../.aws/bench/', import.meta.url).pathname

/** Sizes of all; times of what no page waits for and of the largest pages, or of all. */
export async function bundles(all: boolean): Promise<Figures[]> {
  await rm(folder, { recursive: true, force: true })
  const built = (await bundle(Object.keys(inventory), folder)).toSorted((a, b) => b.bytes - a.bytes)
  const pages = built.filter(isPage)
  const timed = all ? built : [...built.filter((each) => !isPage(each)), ...pages.slice(0, timedPages)]
  const times = await loadingTimes(timed.map(({ name }) => name))
  const bare = median(times.get('')!)
  const rows = built.map((each): Row => {
    const taken = times.get(each.name)
    const ms = taken && median(taken)
    return {
      function: each.name,
      'called by': Object.keys(inventory[each.name as FunctionName].on)[0]!,
      KB: rounded(each.bytes / 1000, 1),
      ...(ms !== undefined && { ms: rounded(ms, 0), 'ms ÷ bare Node': rounded(ms / bare, 2) }),
    }
  })
  const measured = all ? 'each' : `what is no page and the ${timedPages} largest pages`
  return [
    {
      title:
        `The bundles by size; of ${measured} the time from the start of a Node process that loads it to its end, ` +
        `median of ${rounds} in turn (an empty file: ${rounded(bare, 0)} ms)`,
      rows,
    },
    { title: 'The worst', rows: [...worstOf(built, times, bare), importsOfHttp(built)] },
  ]
}

const isPage = ({ name }: Bundle) => 'http' in inventory[name as FunctionName].on

function worstOf(built: readonly Bundle[], times: ReadonlyMap<string, number[]>, bare: number): Row[] {
  const pages = built.filter(isPage)
  const ratios = pages.flatMap(({ name }) => {
    const taken = times.get(name)
    return taken ? [{ name, ratio: median(taken) / bare }] : []
  })
  const slowest = ratios.toSorted((a, b) => b.ratio - a.ratio)[0]!
  return [
    {
      what: 'largest page, KB',
      value: rounded(pages[0]!.bytes / 1000, 1),
      budget: budgetKb,
      which: pages[0]!.name,
    },
    {
      what: 'slowest page ÷ bare Node',
      value: rounded(slowest.ratio, 2),
      budget: budgetRatio,
      which: slowest.name,
    },
  ]
}

function importsOfHttp(built: readonly Bundle[]): Row {
  const importing = built.filter(({ imports }) => imports.some((path) => /^(node:)?https?$/.test(path)))
  return {
    what: 'bundles that import node:http or node:https',
    value: importing.length,
    budget: 0,
    which: importing.map(({ name }) => name).join(' '),
  }
}

/** In ms, by name; of the empty file under ''. Round after round, so that what else the machine does falls on all alike. */
async function loadingTimes(names: readonly string[]): Promise<ReadonlyMap<string, number[]>> {
  const empty = join(folder, 'empty.mjs')
  await writeFile(empty, '')
  const env = {
    ...applicationVariables(
      { BASE_URL: 'https://mark.council.example', EVIDENCE_URL: 'https://evidence.example' },
      {},
    ),
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
  }
  const times = new Map(['', ...names].map((name) => [name, [] as number[]]))
  // The first is thrown away: the files come from the disk then.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, taken] of times) {
      const file = name ? join(folder, name, 'index.mjs') : empty
      const began = performance.now()
      const { status, stderr } = spawnSync(process.execPath, [file], { env, encoding: 'utf8' })
      const ms = performance.now() - began
      if (status !== 0) throw new Error(`${name} does not load: ${stderr}`)
      if (round > 0) taken.push(ms)
    }
  }
  return times
}
