// Evidence files: the table's adapter and the port in memory keep the same promises; a file only goes where it can go from where it is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dynamoFiles, dynamoFileWriter } from '../../functions/adapters/dynamo-files.ts'
import type { Ports } from '../../functions/app/ports.ts'
import { mintId } from '../../functions/app/secrets.ts'
import type { EvidenceFile, FileMove, FileStatus } from '../../workflows/evidence-file.ts'
import { embeddedTable } from '../support/embedded-table.ts'
import { emptyMemory, memoryPorts } from '../support/memory-ports.ts'

let embedded: Awaited<ReturnType<typeof embeddedTable>>
beforeAll(async () => {
  embedded = await embeddedTable()
})
afterAll(() => embedded.stop())

type Tested = Pick<Ports, 'files' | 'fileWriter'>
const memory = memoryPorts(emptyMemory(), { now: () => 0 })
const kinds: Readonly<Record<string, () => Tested>> = {
  'in memory': () => memory,
  'in the table': () => ({
    files: dynamoFiles(embedded.table),
    fileWriter: dynamoFileWriter(embedded.table),
  }),
}

function newFile(change: Partial<EvidenceFile> = {}): EvidenceFile {
  return {
    id: mintId(),
    journey: mintId(),
    place: { round: 1, step: 'positive-action', section: 'diary', entry: mintId(), field: 'evidenceFiles' },
    status: 'awaiting',
    name: 'Our assembly in May',
    by: 'somebody',
    at: '2027-01-04T10:00:00.000Z',
    ...change,
  }
}

const moves: readonly FileMove[] = [
  { status: 'arrived' },
  { status: 'clean', kind: 'pdf', bytes: 1200 },
  { status: 'refused', reason: 'infected' },
  { status: 'removed' },
]
/** Where each status leads; nothing leads back. */
const leadsTo: Readonly<Record<FileStatus, readonly FileStatus[]>> = {
  awaiting: ['arrived', 'clean', 'refused', 'removed'],
  arrived: ['clean', 'refused', 'removed'],
  clean: ['refused', 'removed'],
  refused: ['removed'],
  removed: [],
}

describe.each(Object.keys(kinds))('%s', (kind) => {
  const ports = () => kinds[kind]!()

  it('a file is kept once, in its journey alone', async () => {
    const { files, fileWriter } = ports()
    const file = newFile()
    expect(await fileWriter.add(file)).toBe(true)
    expect(await fileWriter.add({ ...file, name: 'Another' })).toBe(false)
    expect(await files.get(file.journey, file.id)).toMatchObject(file)
    expect(await files.get(mintId(), file.id)).toBeUndefined()
    expect(await files.ofJourney(file.journey)).toMatchObject([file])
    expect(await files.ofJourney(mintId())).toEqual([])
  })

  it.each(Object.keys(leadsTo).flatMap((from) => moves.map((move) => [from as FileStatus, move] as const)))(
    'from %s, %j goes only where it may',
    async (from, move) => {
      const { files, fileWriter } = ports()
      const file = newFile({ status: from })
      await fileWriter.add(file)
      const goes = leadsTo[from].includes(move.status)
      expect(await fileWriter.move(file.journey, file.id, move)).toBe(goes)
      const row = await files.get(file.journey, file.id)
      if (!goes) return expect(row).toMatchObject(file)
      expect(row).toMatchObject(move)
      expect(row!.place).toEqual(file.place)
      // The name is about a person; it goes with the file.
      expect(row!.name).toBe(move.status === 'removed' ? '' : file.name)
    },
  )

  it('a move of a file that is none makes none', async () => {
    const { files, fileWriter } = ports()
    const journey = mintId()
    expect(await fileWriter.move(journey, mintId(), { status: 'arrived' })).toBe(false)
    expect(await files.ofJourney(journey)).toEqual([])
  })
})

it('the table gives every file, beyond what one answer of it takes', async () => {
  const { files, fileWriter } = kinds['in the table']!()
  const journey = mintId()
  // An answer ends at 1 MB.
  const name = 'x'.repeat(120_000)
  for (let each = 0; each < 10; each++) await fileWriter.add(newFile({ journey, name }))
  expect(await files.ofJourney(journey)).toHaveLength(10)
})
