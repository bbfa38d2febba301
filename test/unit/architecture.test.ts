// Imports run one way: what each folder may import is a list, and whatever is not on it fails (design: The folders).
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname

/** The longest folder that matches decides; `.ts` files of functions/ itself are `functions/*`. */
const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  workflows: [/^workflows\//, /^zod/, /^node:crypto$/],
  events: [/^events\//, /^workflows\//, /^zod/],
  'functions/*': [/^functions\/(?!adapters\/(.*\.)?grants?\.)/, /^events\//, /^workflows\//],
  'functions/app': [/^functions\/(app|web|emails)\//, /^events\//, /^workflows\//, /^zod/, /^node:crypto$/],
  'functions/web': [/^functions\/(app|web|emails)\//, /^events\//, /^workflows\//, /^zod/, /^node:crypto$/],
  'functions/emails': [
    /^functions\/(app|web|emails)\//,
    /^events\//,
    /^workflows\//,
    /^zod/,
    /^node:crypto$/,
  ],
  'functions/adapters': [
    /^functions\/adapters\//,
    /^functions\/app\/(ports|secrets)\.ts$/,
    /^events\//,
    /^workflows\//,
    /^@aws-sdk\//,
    /^zod/,
    /^node:/,
    /^nodemailer/,
    /^(file-type|sharp)$/,
  ],
  'functions/middleware': [
    /^functions\/middleware\//,
    /^functions\/web\//,
    /^functions\/app\/(ports|sign-in)\.ts$/,
    /^events\//,
    /^workflows\/words\//,
    /^@middy\//,
    /^zod/,
  ],
  infra: [/^infra\//, /^functions\/web\/style\.ts$/, /^workflows\//, /^purgecss$/],
  'infra/demo': [
    /^infra\/(demo|local)\//,
    /^events\//,
    /^workflows\//,
    /^(node-html-parser|playwright-core)$/,
  ],
  'infra/bench': [
    /^infra\/(bench|demo|local)\//,
    /^infra\/aws\/(app|bundle|configuration|stack-name)\.ts$/,
    /^functions\/(adapters|app|web)\//,
    /^functions\/inventory\.ts$/,
    /^node-html-parser$/,
    /^zod/,
  ],
  'infra/aws': [
    /^infra\/aws\//,
    /^functions\/(inventory|adapters\/(table|grants?|.*\.grants))\.ts$/,
    /^functions\/app\/ports\.ts$/,
    /^events\/(schedules|table-stream)\.ts$/,
    /^workflows\//,
    /^(aws-cdk-lib|constructs|cdk-nag|esbuild|zod)/,
    /^@aws-sdk\/client-(cloudformation|sts)$/,
  ],
  'infra/local': [
    /^infra\/local\//,
    /^functions\//,
    /^events\//,
    /^workflows\//,
    /^node:/,
    /^(dynalite|level|jsonata|mailparser|busboy|croner|zod|aws-lambda)/,
  ],
}

const tops = ['workflows', 'events', 'functions', 'infra']
const files = tops.flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(top, file).split(sep).join('/')),
)

/** Every import of a file, `import type` and `import()` included; our own as a path from the root. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.')
      ? relative('/', join('/', dirname(file), fileName))
          .split(sep)
          .join('/')
      : fileName,
  )
}

function folderOf(file: string): string {
  if (/^functions\/[^/]+$/.test(file)) return 'functions/*'
  const folders = Object.keys(allowed).filter((folder) => file.startsWith(`${folder}/`))
  return folders.toSorted((a, b) => b.length - a.length)[0]!
}

const isHandler = (path: string) => /^functions\/[^/]+\.ts$/.test(path) && path !== 'functions/inventory.ts'

describe('imports', () => {
  it('are read at all', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(300)
    expect(importsOf('functions/show-hub.ts')).toContain('workflows/released/index.ts')
    expect(importsOf('workflows/effects.ts')).toEqual([])
  })

  it('run in the one direction', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !(allowed[folderOf(file)] ?? []).some((pattern) => pattern.test(imported)))
        .filter((imported) => !(file.startsWith('infra/') && imported.startsWith('node:')))
        .map((imported) => `${file} imports ${imported}`),
    )
    expect(wrong).toEqual([])
  })

  it('never lead from one handler to another, nor from outside the laptop’s loader to a handler', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(isHandler)
        .map((imported) => `${file} imports ${imported}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('where code runs', () => {
  it('is known to no handler', () => {
    const told = files
      .filter((file) => /^(functions|workflows|events)\//.test(file))
      .filter((file) =>
        /NODE_ENV|IS_LOCAL|isLocal|localhost|127\.0\.0\.1/.test(
          readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, ''),
        ),
      )
    expect(told).toEqual([])
  })
})
