// Writes a file so that a kill leaves the old one or the new one, never half of it.
import { rename, writeFile } from 'node:fs/promises'

export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.tmp`
  await writeFile(unfinished, content)
  await rename(unfinished, path)
}
