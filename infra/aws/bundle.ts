// One esbuild run for all functions: each becomes one file, with nothing in it that a Lambda never uses.
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { withoutLeftOut } from './left-out.ts'
import { definitionsSaidOnce } from './said-once.ts'

export interface Bundle {
  readonly name: string
  readonly bytes: number
  /** What the file imports before it runs; none of it may be `node:http` (engineering.md, section 1). */
  readonly imports: readonly string[]
}

const root = new URL('../../', import.meta.url).pathname

/** Puts each function into a folder of its own, as `<folder>/<name>/index.mjs`. */
export async function bundle(names: readonly string[], folder: string): Promise<readonly Bundle[]> {
  const { metafile } = await build({ ...options(names), outdir: folder })
  return names.map((name) => {
    const [, output] = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`/${name}/index.mjs`))!
    return { name, bytes: output.bytes, imports: output.imports.map(({ path }) => path) }
  })
}

function options(names: readonly string[]) {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, `functions/${name}.ts`])),
    bundle: true,
    minify: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node24',
    // The SDK's ESM builds are smaller than those that `require` finds.
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [builtInsWithoutImport, withoutLeftOut, onlyWordsSaid, definitionsSaidOnce, nativeFromLayer],
  } satisfies BuildOptions
}

/** `import 'node:http'` evaluates every getter of the module, and one of them loads a whole HTTP client. */
const builtInsWithoutImport: Plugin = {
  name: 'built-ins-without-import',
  setup({ onResolve, onLoad }) {
    const names = builtinModules.map((name) => name.replace(/^node:/, '').replaceAll('/', '\\/'))
    onResolve({ filter: new RegExp(`^(node:)?(${names.join('|')})$`) }, ({ path }) => ({
      path: path.replace(/^(node:)?/, 'node:'),
      namespace: 'built-in',
    }))
    onLoad({ filter: /./, namespace: 'built-in' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}

/** A part of the catalogue is a call, so that it would stay in a bundle of which nothing says its words. */
const onlyWordsSaid: Plugin = {
  name: 'only-words-said',
  setup({ onResolve }) {
    onResolve({ filter: /\/workflows\/words\/[\w-]+\.ts$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      sideEffects: false,
    }))
  },
}

/** Native code comes in a layer, which only `require` finds by itself. */
const nativeFromLayer: Plugin = {
  name: 'native-from-layer',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sharp$/ }, ({ path }) => ({ path, namespace: 'native' }))
    onLoad({ filter: /./, namespace: 'native' }, ({ path }) => ({
      contents: `export default process.getBuiltinModule('node:module').createRequire(import.meta.url)('${path}')`,
    }))
  },
}
