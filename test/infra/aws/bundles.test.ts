// What is deployed: each function's one file loads by itself, and reads exactly the variables that it is given.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { grants } from '../../../functions/adapters/grants.ts'
import { type FunctionName, inventory } from '../../../functions/inventory.ts'
import { folder, readSynthesised, readTemplate } from './template.ts'

const names = Object.keys(inventory) as FunctionName[]
const ours = new Set<string>(Object.values(grants).flatMap(({ variables }) => variables))
const { bundles } = readSynthesised()

/** Lambda gives these by itself. */
const lambdasOwn = { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' }

/** One process loads them one after another, each with an environment of its own. */
const program = `
const loaded = {}
for (const [name, { file, env }] of Object.entries(JSON.parse(process.argv[1]))) {
  const read = new Set()
  process.env = new Proxy(env, { get: (all, name) => (read.add(name), all[name]) })
  const { handler } = await import(file)
  loaded[name] = { handler: typeof handler, read: [...read].filter((name) => typeof name === 'string') }
}
process.stdout.write(JSON.stringify(loaded))
`

/** Calls a function, which asks the table for something, and says where it would have sent that. */
const asking = `
const https = process.getBuiltinModule('node:https')
https.request = ({ host }) => { process.stdout.write(host); process.exit() }
const { handler } = await import(process.argv[1])
await handler(JSON.parse(process.argv[2]), {})
`

interface Loaded {
  readonly handler: string
  readonly read: readonly string[]
}

async function loadAll(): Promise<Record<string, Loaded>> {
  const { ofType } = readTemplate()
  const functions = Object.fromEntries(
    ofType('Lambda::Function').map(({ Properties }) => {
      const name = String(Properties.FunctionName).replace('quality-mark-', '')
      const env = { ...lambdasOwn, ...Properties.Environment?.Variables }
      return [name, { file: join(folder, 'bundles', name, 'index.mjs'), env }]
    }),
  )
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', program, JSON.stringify(functions)],
    { env: {} },
  )
  return JSON.parse(stdout) as Record<string, Loaded>
}

/** These say every question, with hints, reasons and examples, or all that was handed in: they are over the 320 KB of a page. */
const larger: Readonly<Record<string, number>> = {
  'submit-section': 341_000,
  'show-section': 328_000,
  'submit-check': 325_000,
  'invite-validator': 325_000,
}

describe('the bundles', () => {
  let loaded: Record<string, Loaded>
  beforeAll(async () => {
    loaded = await loadAll()
  }, 120_000)

  it.each(names)('%s loads with its variables, and reads them all', (name) => {
    const { handler, read } = loaded[name]!
    expect(handler).toBe('function')
    const given = inventory[name].needs.flatMap((port) => grants[port].variables)
    expect(read.filter((variable) => ours.has(variable)).toSorted()).toEqual([...new Set(given)].toSorted())
  })

  it('import nothing before they run, node:http and node:https least of all', () => {
    expect(bundles.map(({ name }) => name)).toEqual(names)
    expect(bundles.filter(({ imports }) => imports.length > 0)).toEqual([])
  })

  it('ask the table of their own region', async () => {
    const bundle = join(folder, 'bundles', 'show-award', 'index.mjs')
    const sample = readFileSync(new URL('../../../events/samples/show-award.json', import.meta.url), 'utf8')
    const { Properties } = readTemplate()
      .ofType('Lambda::Function')
      .find(({ Properties }) => Properties.FunctionName === 'quality-mark-show-award')!
    const env = { ...lambdasOwn, ...Properties.Environment.Variables }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', asking, bundle, sample],
      { env },
    )
    expect(stdout).toBe('dynamodb.eu-west-2.amazonaws.com')
  })

  it('are small: a page’s at most 320 KB', () => {
    const pages = bundles.filter(({ name }) => 'http' in inventory[name as FunctionName].on)
    expect(pages.length).toBeGreaterThan(40)
    expect(pages.filter(({ name, bytes }) => bytes > (larger[name] ?? 320_000))).toEqual([])
  })
})
