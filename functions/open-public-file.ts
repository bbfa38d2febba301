// GET /organisations/{journey}/files/{file} : sends anybody to a file of an idea that is public, on an address that works for a minute.
import { FilePath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoPublications } from './adapters/dynamo-publications.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { s3Downloads } from './adapters/s3-presigned.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  publications: dynamoPublications(table),
  files: dynamoFiles(table),
  downloads: s3Downloads(),
} satisfies Needs<'open-public-file'>

export const handler = openPage('open-public-file', ports, async ({ path }) => {
  const { journey, file: id } = parsePath(FilePath, path)
  const { ideas } = await ports.publications.of(journey)
  const file = ideas.map(({ files }) => files[id]).find((found) => found !== undefined)
  // A later scan can have found something harmful in it.
  const isClean = file && (await ports.files.get(journey, id))?.status === 'clean'
  if (!isClean) throw new PageError(404, 'not-found')
  return { goTo: ports.downloads.linkTo(journey, id, `${file.caption}.${file.kind}`, ports.clock.now()) }
})
