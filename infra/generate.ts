// npm run generate: rewrites what is generated and committed; with --check it only says whether that is current.
import { readFileSync, writeFileSync } from 'node:fs'
import { describe } from '../workflows/describe.ts'
import { journey } from '../workflows/journey.ts'
import { stateMachine } from '../workflows/state-machine.ts'

const generated = {
  'quality-mark.asl.json': `${JSON.stringify(stateMachine(journey), null, 2)}\n`,
  'journey.md': describe(journey),
}

let stale = false
for (const [name, text] of Object.entries(generated)) {
  const file = new URL(`../workflows/${name}`, import.meta.url)
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    stale = true
    console.error(`workflows/${name} is not current: run npm run generate`)
  }
}
if (stale) process.exit(1)
