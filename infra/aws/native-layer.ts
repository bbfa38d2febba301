// Native packages for Lambda's machines, as a layer; without a network a marked placeholder stands in for it.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../../', import.meta.url).pathname
const prepared = join(root, '.aws/native-layer')
const placeholder = join(root, '.aws/native-layer-placeholder')
const mark = 'PLACEHOLDER'

/** The prepared layer, or a folder that says that it is none. */
export function layerFolder(): string {
  if (existsSync(prepared)) return prepared
  mkdirSync(placeholder, { recursive: true })
  writeFileSync(join(placeholder, mark), 'npm run deploy prepares the layer.\n')
  return placeholder
}

export function isPlaceholder(layer: string): boolean {
  return existsSync(join(layer, mark))
}

/** Installs what the lock file says, for linux on arm64, and keeps of it the package with all that it needs. */
export function prepareLayer(name = 'sharp'): void {
  mkdirSync(join(root, '.aws'), { recursive: true })
  const staging = mkdtempSync(join(root, '.aws/staging-'))
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(staging, file))
    const platform = ['--os=linux', '--cpu=arm64', '--libc=glibc']
    const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']
    execFileSync('npm', ['ci', ...platform, ...options], { cwd: staging, stdio: 'inherit' })
    rmSync(prepared, { recursive: true, force: true })
    for (const each of needed(staging, name)) {
      cpSync(join(staging, 'node_modules', each), join(prepared, 'nodejs/node_modules', each), {
        recursive: true,
      })
    }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** The package, and of what it depends on everything that was installed: of its platforms that is one. */
function needed(folder: string, name: string, found = new Set<string>()): ReadonlySet<string> {
  const file = join(folder, 'node_modules', name, 'package.json')
  if (found.has(name) || !existsSync(file)) return found
  found.add(name)
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    Record<string, string> | undefined
  >
  for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) needed(folder, each, found)
  return found
}
