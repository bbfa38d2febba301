// Checks what was sent to the bucket: by the malware scan, then by its content; only then anybody can open it.
import type { EvidenceEvent } from '../../events/evidence-events.ts'
import { type FileRefusal, maxFileBytes } from '../../workflows/evidence-file.ts'
import type { FileId } from './open-file.ts'
import type { Ports } from './ports.ts'

type CheckPorts = Pick<
  Ports,
  'files' | 'fileWriter' | 'scanner' | 'evidenceObjects' | 'evidenceRemoval' | 'inspector'
>
type Scan = NonNullable<EvidenceEvent['scan']>

/**
 * On every event of the bucket about this file: it can come twice, late and out of order, and be killed anywhere. First
 * the content that may be opened is put, then the row says so, last goes what was sent; a second call goes on from the row.
 */
export async function checkFile(ports: CheckPorts, event: EvidenceEvent): Promise<void> {
  const { journey, file, scan } = event
  await ports.fileWriter.move(journey, file, { status: 'arrived' })
  if (!scan) return refuseBySize(ports, event)
  const row = await ports.files.get(journey, file)
  if (row?.status === 'clean' && scan.verdict === 'infected') {
    // A form can be sent again within its ten minutes: whose file had something harmful in it once is not trusted.
    await ports.fileWriter.move(journey, file, { status: 'refused', reason: 'infected' })
  }
  if (row?.status === 'arrived') {
    const isDecided = await decide(ports, { journey, file }, scan)
    if (!isDecided) return
  }
  await tidy(ports, { journey, file })
}

/** Nobody needs to wait for a scan of what is not taken whatever the scan says. */
async function refuseBySize(
  ports: CheckPorts,
  { journey, file, arrivedBytes }: EvidenceEvent,
): Promise<void> {
  const reason = arrivedBytes === 0 ? 'empty' : (arrivedBytes ?? 0) > maxFileBytes ? 'too-large' : undefined
  if (!reason) return
  const row = await ports.files.get(journey, file)
  if (row?.status === 'arrived') await ports.fileWriter.move(journey, file, { status: 'refused', reason })
  await tidy(ports, { journey, file })
}

/** False when another file was sent meanwhile: that has a scan of its own. */
async function decide(ports: CheckPorts, { journey, file }: FileId, scan: Scan): Promise<boolean> {
  const refuse = async (reason: FileRefusal) => {
    await ports.fileWriter.move(journey, file, { status: 'refused', reason })
    return true
  }
  const found = await ports.scanner.look(journey, file)
  if (found && found.tag !== scan.tag) return false
  // The verdict is written on the key, whatever lies there by then: alone it says nothing of this content. But where it
  // says something else than the scan of this content, nobody knows what is so; the event comes again, and then rings.
  if (found && found.verdict !== scan.verdict) throw new Error('The scan and the mark on the file disagree')
  if (scan.verdict === 'infected') return refuse('infected')
  if (!found) return false
  if (scan.verdict === 'not-scannable') return refuse('not-scannable')
  if (found.bytes > maxFileBytes) return refuse('too-large')
  const sent = await ports.evidenceObjects.readSent(journey, file, scan.tag)
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
