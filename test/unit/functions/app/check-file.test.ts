// The check of a file: whatever events come, in whatever order, and wherever it is killed, it ends the same.
import { describe, expect, it } from 'vitest'
import { checkFile } from '../../../../functions/app/check-file.ts'
import type { EvidenceFile, FileStatus } from '../../../../workflows/evidence-file.ts'
import { maxFileBytes } from '../../../../workflows/evidence-file.ts'
import { emptyMemory, type Memory, memoryPorts, tagOf } from '../../../support/memory-ports.ts'

const id = { journey: 'h3k9w2m7x5p4t8q1', file: 'w5q2n8x4k7m3t9c6' }
const key = `${id.journey}#${id.file}`
const row: EvidenceFile = {
  id: id.file,
  journey: id.journey,
  place: { round: 1, step: 'positive-action', section: 'diary', entry: 'e', field: 'evidenceFiles' },
  status: 'awaiting',
  name: 'Our assembly in May',
  by: 'somebody',
  at: '2027-01-04T10:00:00.000Z',
}

type Sent = NonNullable<ReturnType<Memory['sent']['get']>>
type Writing = <T>(write: () => T) => T

function arrange(
  { verdict = 'clean', content = Buffer.from('a document') }: Partial<Sent> = {},
  status: FileStatus = 'awaiting',
  writing?: Writing,
) {
  const memory = emptyMemory()
  memory.files.set(key, { ...row, status })
  memory.sent.set(key, { verdict, content })
  const ports = memoryPorts(memory, { now: () => 0, ...(writing && { writing }) })
  return { memory, ports }
}

/** What the scan says of what lies in the bucket. */
function scanOf({ verdict, content }: Sent) {
  return { ...id, arrivedBytes: undefined, scan: { tag: tagOf(content), verdict: verdict as 'clean' } }
}
const scanned = ({ sent }: Memory) => scanOf(sent.get(key)!)
const arrived = { ...id, arrivedBytes: 10, scan: undefined }

const where = ({ files, sent, clean }: Memory) => ({
  status: files.get(key)?.status,
  sent: sent.has(key),
  clean: clean.has(key),
})

it('waits for the scan, and notes meanwhile that the file has arrived', async () => {
  const { memory, ports } = arrange({ verdict: 'pending' })
  for (let again = 0; again < 2; again++) await checkFile(ports, arrived)
  expect(where(memory)).toEqual({ status: 'arrived', sent: true, clean: false })
  // The mark can be of what lay under the same key before.
  memory.sent.set(key, { ...memory.sent.get(key)!, verdict: 'clean' })
  await checkFile(ports, arrived)
  expect(where(memory)).toEqual({ status: 'arrived', sent: true, clean: false })
})

it('lets be opened what the scan and the inspection pass, and deletes what was sent', async () => {
  const { memory, ports } = arrange()
  await checkFile(ports, scanned(memory))
  expect(where(memory)).toEqual({ status: 'clean', sent: false, clean: true })
  expect(Buffer.from(memory.clean.get(key)!).toString()).toBe('checked a document')
  expect(memory.files.get(key)).toMatchObject({ kind: 'pdf', bytes: 18, name: row.name })
})

it.each([
  [{ verdict: 'infected' }, 'infected'],
  [{ verdict: 'not-scannable' }, 'not-scannable'],
  [{ content: Buffer.from('nonsense') }, 'wrong-kind'],
  [{ content: Buffer.alloc(maxFileBytes + 1) }, 'too-large'],
  // What the scan finds counts, whatever it is.
  [{ verdict: 'infected', content: Buffer.from('nonsense') }, 'infected'],
] as const)('refuses what stands at %#, and deletes it', async (sent, reason) => {
  const { memory, ports } = arrange(sent)
  await checkFile(ports, scanned(memory))
  expect(where(memory)).toEqual({ status: 'refused', sent: false, clean: false })
  expect(memory.files.get(key)).toMatchObject({ reason })
})

it.each([
  [0, 'empty'],
  [maxFileBytes + 1, 'too-large'],
] as const)('refuses a file of %i bytes before any scan, and deletes it', async (arrivedBytes, reason) => {
  const { memory, ports } = arrange({ verdict: 'pending' })
  for (let again = 0; again < 2; again++) await checkFile(ports, { ...arrived, arrivedBytes })
  expect(where(memory)).toEqual({ status: 'refused', sent: false, clean: false })
  expect(memory.files.get(key)).toMatchObject({ reason })
})

it('keeps what was checked when the form is sent once more with nothing', async () => {
  const { memory, ports } = arrange({}, 'clean')
  memory.clean.set(key, Buffer.from('checked'))
  await checkFile(ports, { ...arrived, arrivedBytes: 0 })
  expect(where(memory)).toEqual({ status: 'clean', sent: false, clean: true })
})

it.each(['clean', 'refused'] as const)(
  'changes nothing of a file that is %s, however often it hears of it',
  async (status) => {
    const { memory, ports } = arrange({ verdict: 'not-scannable' }, status)
    if (status === 'clean') memory.clean.set(key, Buffer.from('checked'))
    const event = scanned(memory)
    for (let again = 0; again < 2; again++) {
      await checkFile(ports, arrived)
      await checkFile(ports, event)
    }
    expect(where(memory)).toEqual({ status, sent: false, clean: status === 'clean' })
  },
)

it('deletes what nobody asked for, and what was taken away', async () => {
  const nobodys = arrange()
  nobodys.memory.files.clear()
  await checkFile(nobodys.ports, scanned(nobodys.memory))
  expect(where(nobodys.memory)).toEqual({ status: undefined, sent: false, clean: false })
  const removed = arrange({}, 'removed')
  removed.memory.clean.set(key, Buffer.from('checked'))
  await checkFile(removed.ports, scanned(removed.memory))
  expect(where(removed.memory)).toEqual({ status: 'removed', sent: false, clean: false })
})

it('does not pass a file that was put in the place of the scanned one', async () => {
  const { memory, ports } = arrange()
  const scanner: typeof ports.scanner = {
    async look(journey, file) {
      const scanned = await ports.scanner.look(journey, file)
      memory.sent.set(key, { verdict: 'pending', content: Buffer.from('another') })
      return scanned
    },
  }
  await checkFile({ ...ports, scanner }, scanned(memory))
  expect(where(memory)).toEqual({ status: 'arrived', sent: true, clean: false })
})

describe('a file that was put in the place of another while that was scanned', () => {
  const [first, second] = [
    { verdict: 'clean', content: Buffer.from('a document') },
    { verdict: 'infected', content: Buffer.from('something harmful') },
  ] as const

  it('does not pass by the verdict on the other, which stands on it', async () => {
    // GuardDuty marks the key: the verdict on the first lands on the second.
    const { memory, ports } = arrange({ ...second, verdict: 'clean' })
    await checkFile(ports, arrived)
    for (let again = 0; again < 2; again++) await checkFile(ports, scanOf(first))
    expect(where(memory)).toEqual({ status: 'arrived', sent: true, clean: false })
    memory.sent.set(key, second)
    await checkFile(ports, scanOf(second))
    expect(where(memory)).toEqual({ status: 'refused', sent: false, clean: false })
  })

  it.each(['clean', 'pending'] as const)(
    'waits while the mark says %s and the scan another',
    async (mark) => {
      const { memory, ports } = arrange({ ...second, verdict: mark })
      await expect(checkFile(ports, scanOf(second))).rejects.toThrow('disagree')
      expect(where(memory)).toEqual({ status: 'arrived', sent: true, clean: false })
    },
  )

  it('is not refused by the verdict on the other either', async () => {
    const { memory, ports } = arrange({ ...first, verdict: 'infected' })
    await checkFile(ports, scanOf(second))
    expect(where(memory)).toEqual({ status: 'arrived', sent: true, clean: false })
    memory.sent.set(key, first)
    await checkFile(ports, scanOf(first))
    expect(where(memory)).toEqual({ status: 'clean', sent: false, clean: true })
  })

  it('does not pass while its mark is of the other, which had something harmful in it', async () => {
    const { memory, ports } = arrange({ ...first, verdict: 'infected' })
    await expect(checkFile(ports, scanOf(first))).rejects.toThrow('disagree')
    expect(where(memory)).toEqual({ status: 'arrived', sent: true, clean: false })
  })

  it('takes the other with it when something harmful is found in it', async () => {
    const { memory, ports } = arrange(first)
    await checkFile(ports, scanOf(first))
    await checkFile(ports, scanOf(second))
    expect(where(memory)).toEqual({ status: 'refused', sent: false, clean: false })
    expect(memory.files.get(key)).toMatchObject({ reason: 'infected' })
  })

  it('is refused also when it is not there any more', async () => {
    const { memory, ports } = arrange()
    memory.sent.clear()
    await checkFile(ports, scanOf(first))
    expect(where(memory).status).toBe('arrived')
    await checkFile(ports, scanOf(second))
    expect(where(memory)).toEqual({ status: 'refused', sent: false, clean: false })
  })
})

it('leaves nothing of a file that is taken away while it is checked', async () => {
  const { memory, ports } = arrange()
  const evidenceObjects: typeof ports.evidenceObjects = {
    ...ports.evidenceObjects,
    async putClean(...put) {
      await ports.evidenceObjects.putClean(...put)
      await ports.fileWriter.move(id.journey, id.file, { status: 'removed' })
    },
  }
  await checkFile({ ...ports, evidenceObjects }, scanned(memory))
  expect(where(memory)).toEqual({ status: 'removed', sent: false, clean: false })
})

describe('killed at any write, before or after it', () => {
  const ends = {
    clean: [{}, { status: 'clean', sent: false, clean: true }],
    refused: [{ content: Buffer.from('nonsense') }, { status: 'refused', sent: false, clean: false }],
  } as const

  it.each(Object.entries(ends))('it ends %s when the event comes again', async (_, [sent, end]) => {
    let kills = 0
    for (let at = 0; ; at++) {
      let step = 0
      const writing: Writing = (write) => {
        if (step++ === at) throw new Error('killed')
        const result = write()
        if (step++ === at) throw new Error('killed')
        return result
      }
      const { memory, ports } = arrange(sent, 'awaiting', writing)
      const event = scanned(memory)
      const isKilled = await checkFile(ports, event).then(
        () => false,
        () => true,
      )
      if (!isKilled) break
      kills++
      // Nobody is ever led to content that is not there.
      if (memory.files.get(key)!.status === 'clean') expect(memory.clean.has(key)).toBe(true)
      step = Number.NEGATIVE_INFINITY
      await checkFile(ports, event)
      expect(where(memory)).toEqual(end)
    }
    expect(kills).toBeGreaterThanOrEqual(8)
  })
})
