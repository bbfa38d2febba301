// Links and captures: the table's adapters and the ports in memory keep the same promises.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  dynamoCaptureRemoval,
  dynamoCaptures,
  dynamoCaptureWriter,
} from '../../functions/adapters/dynamo-captures.ts'
import { dynamoLinkChecks, dynamoLinks, dynamoLinkWriter } from '../../functions/adapters/dynamo-links.ts'
import type { Capture, Ports } from '../../functions/app/ports.ts'
import { mintId } from '../../functions/app/secrets.ts'
import type { HandedInLink } from '../../workflows/links.ts'
import { embeddedTable } from '../support/embedded-table.ts'
import { emptyMemory, memoryPorts } from '../support/memory-ports.ts'

let embedded: Awaited<ReturnType<typeof embeddedTable>>
beforeAll(async () => {
  embedded = await embeddedTable()
})
afterAll(() => embedded.stop())

type Tested = Pick<
  Ports,
  'links' | 'linkWriter' | 'linkChecks' | 'captures' | 'captureWriter' | 'captureRemoval'
>
const memory = memoryPorts(emptyMemory(), { now: () => 0 })
const kinds: Readonly<Record<string, () => Tested>> = {
  'in memory': () => memory,
  'in the table': () => ({
    links: dynamoLinks(embedded.table),
    linkWriter: dynamoLinkWriter(embedded.table),
    linkChecks: dynamoLinkChecks(embedded.table),
    captures: dynamoCaptures(embedded.table),
    captureWriter: dynamoCaptureWriter(embedded.table),
    captureRemoval: dynamoCaptureRemoval(embedded.table),
  }),
}
const monday = '2027-01-04T10:00:00.000Z'
const tuesday = '2027-01-05T10:00:00.000Z'

function newLink(change: Partial<HandedInLink> = {}): HandedInLink {
  const submission = 'ROUND#1#registration#0123456789abcdef'
  return { id: mintId(), journey: mintId(), submission, url: 'https://school.uk/', dueAt: monday, ...change }
}

describe.each(Object.keys(kinds))('%s', (kind) => {
  const ports = () => kinds[kind]!()

  it('a link is noted once, in its journey alone', async () => {
    const { links, linkWriter, linkChecks } = ports()
    const link = newLink()
    await linkWriter.note(link)
    await linkWriter.note({ ...link, dueAt: tuesday })
    expect(await linkChecks.get(link.journey, link.id)).toEqual(link)
    expect(await linkChecks.get(mintId(), link.id)).toBeUndefined()
    expect(await links.ofJourney(link.journey)).toEqual([link])
    expect(await links.ofJourney(mintId())).toEqual([])
  })

  it('is found when it is due, and not once it is not due any more', async () => {
    const { linkWriter, linkChecks } = ports()
    const [early, late] = [
      newLink({ dueAt: '2026-01-01T00:00:00.000Z' }),
      newLink({ dueAt: '2026-01-02T00:00:00.000Z' }),
    ]
    for (const link of [late, early]) await linkWriter.note(link)
    const due = async (limit = 25) =>
      (await linkChecks.dueBy('2026-01-02T00:00:00.000Z', limit)).map(({ journey, id }) => `${journey} ${id}`)
    const name = ({ journey, id }: HandedInLink) => `${journey} ${id}`
    expect(await due()).toEqual([name(early), name(late)])
    expect(await due(1)).toEqual([name(early)])
    expect(await linkChecks.dueBy('2025-12-31T00:00:00.000Z', 25)).toEqual([])
    await linkChecks.replace(early, { ...early, dueAt: undefined })
    await linkChecks.replace(late, { ...late, dueAt: tuesday })
    expect(await due()).toEqual([])
    expect(await linkChecks.get(early.journey, early.id)).toEqual({ ...early, dueAt: undefined })
  })

  it('is replaced by one who saw when it is due, and by no second one', async () => {
    const { linkWriter, linkChecks } = ports()
    const link = newLink()
    await linkWriter.note(link)
    const seen = { result: 'gone', at: monday, since: monday, status: 404 } as const
    expect(await linkChecks.replace(link, { ...link, dueAt: tuesday, seen })).toBe(true)
    expect(await linkChecks.replace(link, { ...link, dueAt: tuesday })).toBe(false)
    expect(await linkChecks.get(link.journey, link.id)).toMatchObject({ dueAt: tuesday, seen })
    const over = { ...link, dueAt: undefined }
    expect(await linkChecks.replace({ ...link, dueAt: tuesday }, over)).toBe(true)
    expect(await linkChecks.replace(over, link)).toBe(false)
  })

  it('a capture is kept once, until it is taken away', async () => {
    const { captures, captureWriter, captureRemoval } = ports()
    const url = 'https://school.uk/'
    const capture: Capture = {
      id: mintId(),
      journey: mintId(),
      url,
      finalUrl: url,
      at: monday,
      status: 200,
      text: 'a'.repeat(50_000),
      hash: 'h',
    }
    await captureWriter.put(capture)
    await captureWriter.put({ ...capture, text: 'Another' })
    expect(await captures.get(capture.journey, capture.id)).toMatchObject(capture)
    expect(await captures.get(mintId(), capture.id)).toBeUndefined()
    for (const _ of ['once', 'again']) await captureRemoval.drop(capture.journey, capture.id)
    expect(await captures.get(capture.journey, capture.id)).toBeUndefined()
  })
})

it('the table forgets a capture after five years', async () => {
  const [journey, id] = [mintId(), mintId()]
  const url = 'https://school.uk/'
  const capture = { id, journey, url, finalUrl: url, at: monday, status: 200, text: 't', hash: 'h' }
  await dynamoCaptureWriter(embedded.table).put(capture)
  const Key = { pk: `CAPTURE#${journey}`, sk: `CAPTURE#${id}` }
  const { client, name: TableName } = embedded.table
  const { Item } = await client.send(new GetCommand({ TableName, Key }))
  expect(new Date(Item!.ttl * 1000).toISOString()).toBe('2032-01-03T10:00:00.000Z')
})
