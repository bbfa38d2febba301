// Opens the data folder for this process alone.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Refusal } from './refusal.ts'

/**
 * Creates the folder if need be and locks it. Gives the function that unlocks it.
 * Throws a Refusal if it cannot be written to or if another process has it.
 */
export function lockDataFolder(dataDir: string): () => void {
  const folder = resolve(dataDir)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written to (${(error as NodeJS.ErrnoException).code}): ` +
        'make it writable, or name another one with DATA_DIR.',
    )
  }
  return lock(folder)
}

// SQLite's lock goes with the process however that ends; a file with a process id in it would stay behind.
function lock(folder: string): () => void {
  const file = new DatabaseSync(join(folder, 'lock'))
  try {
    file.exec('PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (!/locked/.test(String(error))) throw error
    throw new Refusal(
      `The data folder ${folder} is in use by another process: ` +
        'stop that one (it may be this system, already running), or name another folder with DATA_DIR.',
    )
  }
  return () => file.close()
}
