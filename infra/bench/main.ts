// npm run bench: measures the system on this machine, part by part. Figures are printed and never asserted.
import { parseArgs } from 'node:util'
import { bundles } from './bundles.ts'
import { asTable, type Figures } from './figures.ts'
import { growth } from './growth.ts'
import { journey } from './journey.ts'
import { month } from './month.ts'
import { pages } from './pages.ts'
import { ready } from './ready.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    journeys: { type: 'string', default: '200' },
  },
})
const journeys = Number(values.journeys)

const parts: Readonly<Record<string, () => Promise<Figures[]>>> = {
  ready,
  pages,
  journey,
  growth: () => growth(journeys),
  bundles: () => bundles(values.all),
  month,
}

const unknown = positionals.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0)
  refuse(`There is no part ${unknown.join(', ')}: choose of ${Object.keys(parts).join(', ')}.`)
if (!Number.isInteger(journeys) || journeys < 5) refuse('--journeys takes a whole number from 5 on.')

const measured: Record<string, readonly Figures[]> = {}
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  const began = performance.now()
  process.stderr.write(`Measuring: ${name}\n`)
  measured[name] = await parts[name]!()
  process.stderr.write(`  took ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  if (!values.json) process.stdout.write(`\n${measured[name].map(asTable).join('\n')}\n`)
}
if (values.json) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`)

function refuse(why: string): never {
  console.error(why)
  process.exit(1)
}
