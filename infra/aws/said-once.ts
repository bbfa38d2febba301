// Released definitions repeat each other: in a bundle, what several of them say, or one says often, is said once.
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

const folder = new URL('../../workflows/released/', import.meta.url)

/** Shorter ones are not worth a name. */
const shortest = 24

/** As modules by file name; `pieces` holds what is repeated. Nothing changes a definition, so that it can share. */
function saidOnce(): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const definitions = files.map((file): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  const repeated = repeatedIn(definitions)
  const names = new Map<string, string>()
  const pieces: string[] = []

  function write(value: unknown): string {
    const text = JSON.stringify(value)
    if (!repeated.has(text)) return writeAnew(value)
    const known = names.get(text)
    if (known) return known
    const piece = writeAnew(value)
    const name = `piece${names.size}`
    names.set(text, name)
    pieces.push(`export const ${name} = ${piece}`)
    return name
  }

  function writeAnew(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(write)}]`
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${write(each)}`)}}`
  }

  const written = files.map((file, at): [string, string] => [
    file,
    `export default ${write(definitions[at])}`,
  ])
  const imports = `import { ${[...names.values()]} } from 'pieces'\n`
  return new Map([
    ...written.map(([file, text]): [string, string] => [file, imports + text]),
    ['pieces', pieces.join('\n')],
  ])
}

function repeatedIn(values: readonly unknown[]): ReadonlySet<string> {
  const met = new Set<string>()
  const repeated = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const text = JSON.stringify(value)
    if (text.length < shortest) return
    if (met.has(text)) repeated.add(text)
    else Object.values(value).forEach(look)
    met.add(text)
  }
  values.forEach(look)
  return repeated
}

export const definitionsSaidOnce: Plugin = {
  name: 'definitions-said-once',
  setup({ onLoad, onResolve }) {
    const modules = saidOnce()
    onResolve({ filter: /^pieces$/ }, ({ path }) => ({ path, namespace: 'definitions', sideEffects: false }))
    onLoad({ filter: /./, namespace: 'definitions' }, ({ path }) => ({ contents: modules.get(path)! }))
    onLoad({ filter: /\/workflows\/released\/\w+\.json$/ }, ({ path }) => ({
      contents: modules.get(path.split('/').at(-1)!)!,
      loader: 'js',
    }))
  },
}
