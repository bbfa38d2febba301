// What several of these tests need: folders of their own, servers that are closed, and a place where calls gather.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { type Listening, listen } from '../../../infra/local/listen.ts'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ccqm-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function serve(onRequest: Parameters<typeof listen>[0]['onRequest']): Promise<Listening> {
  const listening = await listen({ face: 'a test', port: 0, onRequest })
  onTestFinished(listening.close)
  return listening
}

/** Keeps the expected lines on stderr out of the test's output, and gives them. */
export function capturedErrors(): string[] {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'error').mockImplementation((...parts) => void lines.push(parts.join(' ')))
  onTestFinished(() => spy.mockRestore())
  return lines
}

export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
export const region = 'eu-west-2'
