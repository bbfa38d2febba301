// npm run release: freezes the definition of workflows/journey.ts as the one that new journeys begin with.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { journey } from '../workflows/journey.ts'

const folder = new URL('../workflows/released/', import.meta.url)
const definition = new URL(`${journey.id}.json`, folder)
const index = new URL('index.ts', folder)

if (existsSync(definition)) {
  console.error(`Definition ${journey.id} is released already.`)
} else {
  writeFileSync(definition, `${JSON.stringify(journey, null, 2)}\n`)
  const lines = readFileSync(index, 'utf8')
  writeFileSync(
    index,
    lines
      .replace(
        '// next import\n',
        `import d${journey.id} from './${journey.id}.json' with { type: 'json' }\n// next import\n`,
      )
      .replace('  // next definition\n', `  d${journey.id},\n  // next definition\n`),
  )
  console.error(`Released ${journey.id}.`)
}
