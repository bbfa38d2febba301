// Puts big content before the event that will point to it; if the process ends in between, nothing points to the row.
import type { Pointer } from '../../workflows/journey-state.ts'
import type { Ports, StoredRecord } from './ports.ts'
import { mintId, mintSecret, sha256 } from './secrets.ts'

/** `place` says what it belongs to, such as `1#registration`. */
export async function keepRecord(
  ports: Pick<Ports, 'recordWriter' | 'clock'>,
  journey: string,
  place: string,
  by: string,
  content: StoredRecord['content'],
): Promise<Pointer> {
  const id = `ROUND#${place}#${mintId()}`
  const salt = mintSecret()
  await ports.recordWriter.put({ id, journey, at: ports.clock.now().toISOString(), by, salt, content })
  return { id, hash: sha256(salt, JSON.stringify(content)) }
}
