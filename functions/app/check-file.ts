// Checks what was sent to the bucket: by the malware scan, then by its content; only then anybody can open it.
import { type FileRefusal, maxFileBytes } from '../../workflows/evidence-file.ts'
import type { FileId } from './open-file.ts'
import type { Ports, ScannedObject } from './ports.ts'

type CheckPorts = Pick<
  Ports,
  'files' | 'fileWriter' | 'scanner' | 'evidenceObjects' | 'evidenceRemoval' | 'inspector'
>

/**
 * On every event of the bucket about this file: it can come twice, late and out of order, and be killed anywhere. First
 * the content that may be opened is put, then the row says so, last goes what was sent; a second call goes on from the row.
 */
export async function checkFile(ports: CheckPorts, { journey, file }: FileId): Promise<void> {
  await ports.fileWriter.move(journey, file, { status: 'arrived' })
  const row = await ports.files.get(journey, file)
  if (row?.status === 'arrived') {
    const scanned = await ports.scanner.look(journey, file)
    if (!scanned || scanned.verdict === 'pending') return
    const isDecided = await decide(ports, { journey, file }, scanned)
    if (!isDecided) return
  }
  await tidy(ports, { journey, file })
}

/** False when another file was sent meanwhile: that has an event of its own. */
async function decide(
  ports: CheckPorts,
  { journey, file }: FileId,
  scanned: ScannedObject,
): Promise<boolean> {
  const refuse = async (reason: FileRefusal) => {
    await ports.fileWriter.move(journey, file, { status: 'refused', reason })
    return true
  }
  if (scanned.verdict === 'infected' || scanned.verdict === 'not-scannable') return refuse(scanned.verdict)
  if (scanned.bytes > maxFileBytes) return refuse('too-large')
  const sent = await ports.evidenceObjects.readSent(journey, file, scanned.tag)
  if (!sent) return false
  const inspected = await ports.inspector.inspect(sent)
  if ('refused' in inspected) return refuse(inspected.refused)
  const { kind, content } = inspected
  await ports.evidenceObjects.putClean(journey, file, content)
  await ports.fileWriter.move(journey, file, { status: 'clean', kind, bytes: content.length })
  return true
}

/** Leaves in the bucket what the row says. Somebody can have taken the file away while it was checked. */
async function tidy({ files, evidenceRemoval }: CheckPorts, { journey, file }: FileId): Promise<void> {
  const row = await files.get(journey, file)
  if (row?.status !== 'clean') await evidenceRemoval.dropClean(journey, file)
  await evidenceRemoval.dropSent(journey, file)
}
