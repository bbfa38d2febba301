import { readdirSync, writeFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DeleteObjectCommand, GetObjectTaggingCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createdEvent, type EvidenceEvent, scanEvent } from '../../../infra/local/s3/events.ts'
import { scan } from '../../../infra/local/s3/scan.ts'
import { openObjectStore } from '../../../infra/local/s3/store.ts'
import { browserForm, formFields } from '../../support/s3-signer.ts'
import { bucket, signer, startBucket } from './s3-support.ts'
import { temporaryFolder } from './support.ts'

const key = 'quarantine/j1/f1'
// In two pieces, or a virus scanner would take this file away.
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`

type Bucket = Awaited<ReturnType<typeof startBucket>>

function put({ client }: Bucket, Key = key, Body = 'abc') {
  return client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))
}

async function gathering(folder = temporaryFolder()) {
  const events: EvidenceEvent[] = []
  return { ...(await startBucket({ folder, onEvent: async (event) => void events.push(event) })), events }
}

const kinds = (events: readonly EvidenceEvent[]) => events.map((event) => `${event.source} ${keyOf(event)}`)

function keyOf({ detail }: EvidenceEvent): string {
  return 'object' in detail ? detail.object.key : detail.s3ObjectDetails.objectKey
}

const both = [`aws.s3 ${key}`, `aws.guardduty ${key}`]

describe('what was put under quarantine/', () => {
  test('is told of in S3’s shape, then in GuardDuty’s, with the verdict as a tag before', async () => {
    const tags: unknown[] = []
    const events: EvidenceEvent[] = []
    const started: Bucket = await startBucket({
      onEvent: async (event) => {
        events.push(event)
        tags.push(
          (await started.client.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }))).TagSet,
        )
      },
    })
    const fields = formFields(signer, { bucket, key, bytes: [1, 10_000] })
    await fetch(started.url, { method: 'POST', body: browserForm(fields, `begin ${eicar} end`) })
    await expect.poll(() => tags.length).toBe(2)
    const [object] = started.s3.list()
    const envelope = {
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'eu-west-2',
    }
    expect(events).toEqual([
      {
        ...envelope,
        source: 'aws.s3',
        'detail-type': 'Object Created',
        resources: [`arn:aws:s3:::${bucket}`],
        detail: {
          version: '0',
          bucket: { name: bucket },
          object: { key, size: 78, etag: object?.etag, sequencer: expect.stringMatching(/^[0-9A-F]{16}$/) },
          'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
          requester: '000000000000',
          'source-ip-address': '127.0.0.1',
          reason: 'POST Object',
        },
      },
      {
        ...envelope,
        source: 'aws.guardduty',
        'detail-type': 'GuardDuty Malware Protection Object Scan Result',
        resources: [
          expect.stringMatching(/^arn:aws:guardduty:eu-west-2:000000000000:malware-protection-plan\//),
        ],
        detail: {
          schemaVersion: '1.0',
          scanStatus: 'COMPLETED',
          resourceType: 'S3_OBJECT',
          s3ObjectDetails: { bucketName: bucket, objectKey: key, eTag: object?.etag, s3Throttled: false },
          scanResultDetails: {
            scanResultStatus: 'THREATS_FOUND',
            threats: [{ name: 'EICAR-Test-File (not a virus)' }],
          },
        },
      },
    ])
    expect(tags).toEqual([[], [{ Key: 'GuardDutyMalwareScanStatus', Value: 'THREATS_FOUND' }]])
  })

  test('without the test string has no threats', async () => {
    const started = await gathering()
    await put(started)
    await expect.poll(() => kinds(started.events)).toEqual(both)
    expect(started.events[1]?.detail).toMatchObject({
      scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND', threats: null },
    })
    expect(started.s3.list()[0]?.tags).toEqual({ GuardDutyMalwareScanStatus: 'NO_THREATS_FOUND' })
  })

  test('is told of again until it is taken, in order', async () => {
    const given: EvidenceEvent[] = []
    const started = await startBucket({
      onEvent: async (event) => {
        given.push(event)
        if (given.length < 3 || given.length === 4) throw new Error('not now')
      },
    })
    await put(started)
    await expect.poll(() => given.length).toBe(5)
    expect(given.map(({ source }) => source)).toEqual([
      ...['aws.s3', 'aws.s3', 'aws.s3'],
      ...['aws.guardduty', 'aws.guardduty'],
    ])
    expect(new Set(given.map(({ id }) => id)).size).toBe(2)
  })

  test.each(['aws.s3', 'aws.guardduty'])('is told of after a restart: %s', async (source) => {
    const folder = temporaryFolder()
    const ids: string[] = []
    const first = await startBucket({
      folder,
      onEvent: async (event) => {
        if (event.source !== source) return
        ids.push(event.id)
        throw new Error('not now')
      },
    })
    await put(first)
    await expect.poll(() => ids.length).toBeGreaterThan(0)
    await first.s3.events.stop()

    const second = await gathering(folder)
    second.s3.events.replay()
    await expect.poll(() => kinds(second.events)).toEqual(both.slice(source === 'aws.s3' ? 0 : 1))
    expect(second.events[0]?.id).toBe(ids[0])
    await second.s3.events.stop()

    const third = await gathering(folder)
    third.s3.events.replay()
    await third.s3.events.stop()
    expect(third.events).toEqual([])
    expect(third.s3.list()).toMatchObject([{ key, tags: { GuardDutyMalwareScanStatus: 'NO_THREATS_FOUND' } }])
  })

  test('twice under one key is told of twice, one after the other, also when the first is gone', async () => {
    const held = Promise.withResolvers<void>()
    const given: string[] = []
    const started = await startBucket({
      onEvent: async (event) => {
        given.push('object' in event.detail ? `created ${event.detail.object.size}` : 'scanned')
        await held.promise
      },
    })
    await put(started)
    await expect.poll(() => given).toEqual(['created 3'])
    await put(started, key, 'second')
    held.resolve()
    await expect.poll(() => given).toEqual(['created 3', 'created 6', 'scanned'])
    await started.s3.events.stop()
    expect(readdirSync(started.folder)).toHaveLength(2)
  })

  test('and replaced while it is scanned marks what lies there by then, and is told of with its own tag', async () => {
    const folder = temporaryFolder()
    const store = await openObjectStore(folder)
    async function* content(text: string) {
      yield Buffer.from(text)
    }
    const facts = { key, contentType: 'x', announced: { reason: 'POST Object', requestId: 'R' } }
    const { id, etag } = await store.put(facts, content('first'))
    await store.takeCreated(id)
    const scanned = store.firstLeft(key)!
    const second = await store.put(facts, content('second'))
    await store.setVerdict(scanned, 'NO_THREATS_FOUND')
    const mark = { GuardDutyMalwareScanStatus: 'NO_THREATS_FOUND' }
    for (const each of [store, await openObjectStore(folder)]) {
      expect(each.find(key)).toMatchObject({ id: second.id, tags: mark })
      const told = each.firstLeft(key)!
      expect(scanEvent(bucket, told, told.scan!).detail.s3ObjectDetails.eTag).toBe(etag)
    }
    await store.takeScan(id)
    // The second has both its events still to come, the scan among them.
    expect(store.firstLeft(key)).toMatchObject({ id: second.id, created: { taken: false } })
    expect(store.firstLeft(key)!.scan).toBeUndefined()
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('and deleted before it was scanned is not scanned', async () => {
    const events: EvidenceEvent[] = []
    const started: Bucket = await startBucket({
      onEvent: async (event) => {
        events.push(event)
        await started.client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
      },
    })
    await put(started)
    await expect.poll(() => readdirSync(started.folder)).toEqual([])
    expect(kinds(events)).toEqual([`aws.s3 ${key}`])
  })
})

test('what was put elsewhere is not told of', async () => {
  const started = await gathering()
  await put(started, 'clean/j1/f1')
  await put(started)
  await expect.poll(() => kinds(started.events)).toEqual(both)
  await started.s3.events.stop()
  expect(started.s3.list().map(({ tags }) => Object.values(tags))).toEqual([['NO_THREATS_FOUND'], []])
})

test.each([
  ['at the beginning', [eicar, 'x'.repeat(100)]],
  ['at the end', ['x'.repeat(100_000), eicar]],
  ['across two pieces', [`x${eicar.slice(0, 20)}`, `${eicar.slice(20)}x`]],
  ['in pieces of one byte', [...eicar]],
])('the test string is found %s', async (_, pieces) => {
  async function* content() {
    for (const piece of pieces) yield Buffer.from(piece)
  }
  expect(await scan(content())).toBe('THREATS_FOUND')
})

describe('a kill leaves no half object', () => {
  async function* pieces(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text)
  }
  const facts = { key, contentType: 'image/png' }
  const announced = { reason: 'PutObject', requestId: 'R' }
  const read = async (store: Awaited<ReturnType<typeof openObjectStore>>) => {
    const opened = await store.open(key)
    const content = await opened?.file.readFile('utf8')
    await opened?.file.close()
    return content
  }

  test('while its content is written', async () => {
    const folder = temporaryFolder()
    const store = await openObjectStore(folder)
    await store.put(facts, pieces('old'))
    async function* broken() {
      yield Buffer.from('new, and')
      throw new Error('cut off')
    }
    await expect(store.put(facts, broken())).rejects.toThrow('cut off')
    expect(await read(store)).toBe('old')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test.each<[string, (folder: string, second: string) => Promise<unknown>, string]>([
    ['while its content is written', async (folder) => writeFileSync(join(folder, 'x.tmp'), 'half'), 'new'],
    ['before it is acknowledged', (folder, second) => rm(join(folder, `${second}.json`)), 'old'],
    ['while it is acknowledged', async (folder) => writeFileSync(join(folder, 'y.json.tmp'), '{'), 'new'],
    ['before the one before is gone', async () => {}, 'new'],
  ])('%s', async (_, cut, expected) => {
    const folder = temporaryFolder()
    const store = await openObjectStore(folder)
    const first = await store.put(facts, pieces('old'))
    const kept = await Promise.all(
      ['json', 'content'].map(async (type) => {
        const name = join(folder, `${first.id}.${type}`)
        return { name, content: await readFile(name) }
      }),
    )
    const second = await store.put({ ...facts, announced }, pieces('n', 'ew'))
    for (const { name, content } of kept) writeFileSync(name, content) // as if it had not come to its deletion
    await cut(folder, second.id)

    const again = await openObjectStore(folder)
    expect(await read(again)).toBe(expected)
    expect(again.list()).toHaveLength(1)
    expect(readdirSync(folder)).toHaveLength(2)
    const third = await again.put(facts, pieces('newest'))
    expect(third.id > first.id).toBe(true)
    expect(await read(again)).toBe('newest')
  })

  test('and what is put after it is the newest, even by a clock that was put back', async () => {
    const folder = temporaryFolder()
    const first = await openObjectStore(folder)
    await first.put({ ...facts, key: 'older' }, pieces('x'))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 })
    onTestFinished(() => void vi.useRealTimers())
    const second = await openObjectStore(folder)
    await second.put({ ...facts, key: 'newer' }, pieces('x'))
    expect(second.list().map((object) => object.key)).toEqual(['newer', 'older'])
  })

  test('between the events of what is gone', async () => {
    const folder = temporaryFolder()
    const store = await openObjectStore(folder)
    await store.put({ ...facts, announced }, pieces('abc'))
    await store.remove(key)
    const again = await openObjectStore(folder)
    expect(again.list()).toEqual([])
    expect(again.keysLeft()).toEqual([key])
    const left = again.firstLeft(key)!
    expect(createdEvent(bucket, left).detail.object).toMatchObject({ key, size: 3 })
    await again.takeCreated(left.id)
    expect(again.keysLeft()).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the console', () => {
  test('lists the files and says what the look through them is worth', async () => {
    const started = await gathering()
    const empty = await (await fetch(`${started.pages}/evidence`)).text()
    expect(empty).toContain('No file here.')
    await put(started, 'quarantine/j1/<b>', eicar)
    await put(started, 'clean/j1/f2', 'x'.repeat(1234))
    await expect.poll(() => started.events.length).toBe(2)
    await started.s3.events.stop()
    const shown = await (await fetch(`${started.pages}/evidence`)).text()
    expect(shown).toContain('looked through for the EICAR test string only')
    expect(shown).toContain('On AWS, GuardDuty does this work.')
    expect(shown.indexOf('clean/j1/f2')).toBeLessThan(shown.indexOf('quarantine/j1/&lt;b&gt;'))
    expect(shown).toContain('1,234 bytes')
    expect(shown).toContain('<bdi>application/octet-stream</bdi>')
    expect(shown).toContain('<span class="tag failed">THREATS_FOUND</span>')
  })
})
