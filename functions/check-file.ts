// S3 says that a file was sent, GuardDuty what its scan said: then it is checked, and can be opened or is refused.
import { EvidenceEvent } from '../events/evidence-events.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoFiles, dynamoFileWriter } from './adapters/dynamo-files.ts'
import { guarddutyScanner } from './adapters/guardduty-scanner.ts'
import { s3EvidenceObjects } from './adapters/s3-evidence.ts'
import { s3EvidenceRemoval } from './adapters/s3-presigned.ts'
import { sharpInspector } from './adapters/sharp-inspector.ts'
import { checkFile } from './app/check-file.ts'
import type { Needs } from './inventory.ts'
import { task } from './middleware/task.ts'

const table = openTable()
const ports = {
  files: dynamoFiles(table),
  fileWriter: dynamoFileWriter(table),
  scanner: guarddutyScanner(),
  evidenceObjects: s3EvidenceObjects(),
  evidenceRemoval: s3EvidenceRemoval(),
  inspector: sharpInspector(),
} satisfies Needs<'check-file'>

export const handler = task('check-file', EvidenceEvent, (event) => checkFile(ports, event))
