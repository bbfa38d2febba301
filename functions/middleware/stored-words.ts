// Before anything is said: what is stored lies over our words. When it cannot be read, what lay there stays.
import { layOver } from '../../workflows/words/catalogue.ts'
import type { Ports } from '../app/ports.ts'
import { logError } from './log.ts'

/** Never throws: words that are ours are better than none. */
export async function layStoredWords(where: string, { words }: Pick<Ports, 'words'>): Promise<void> {
  try {
    layOver(await words.all())
  } catch (error) {
    logError(where, error)
  }
}
