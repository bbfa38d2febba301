// The pages of a file: adding one to what is saved first, sending it, looking at its check, opening it, taking it away.
import { GetObjectTaggingCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { parse } from 'node-html-parser'
import { describe, expect, it, vi } from 'vitest'
import {
  call,
  chairSecret,
  changes,
  entryWithFile,
  environment,
  eventRows,
  eventsUntil,
  eventsUntilJudged,
  everyday,
  file,
  given,
  journey,
  placeOfFile,
  type Row,
  s3,
  sample,
  teamSecret,
  tokenFor,
  type WebEvent,
  withBody,
  withForm,
  withHeaders,
} from './support.ts'

const entryPath = `/journeys/${journey}/steps/positive-action/diary/${placeOfFile.entry}`
const filePath = `/journeys/${journey}/files/${file}`
const check = eventRows(eventsUntil('foundation-check'))
const withFile = (change: Row = {}, files?: readonly string[]) =>
  given(...everyday(), ...check, ...entryWithFile(change, files))

function entryPage(form?: Record<string, string | string[]>): WebEvent {
  const event = sample(form ? 'submit-section' : 'show-section')
  const { field: _, ...pathParameters } = sample('add-file').pathParameters!
  if (!form) return { ...event, pathParameters }
  const body = new URLSearchParams({ token: tokenFor('submit-section') })
  for (const [name, values] of Object.entries(form))
    for (const value of [values].flat()) body.append(name, value)
  return { ...withBody(event, body.toString()), pathParameters }
}

const typed = {
  evidenceOn: '1 9 2026',
  evidenceTitle: 'Two assemblies',
  evidenceAreas: ['attitudes', 'skills'],
  evidenceChanged: 'Everybody listens.',
  evidenceLink: '',
}
const saved = () => changes().find(({ pk }) => pk.startsWith('DRAFT#'))?.input.Item

describe('the page of an entry', () => {
  it.each<[{ status?: string } & Row, string, string]>([
    [{}, 'Has not arrived yet', `${filePath}/upload`],
    [{ status: 'arrived' }, 'Being checked', `${filePath}/remove`],
    [{ status: 'clean', kind: 'jpg', bytes: 1_300_000 }, 'Photo (JPG), 1.2 MB', filePath],
    [{ status: 'refused', reason: 'wrong-kind' }, 'This is not a photo, a PDF', `${filePath}/remove`],
  ])('shows a file that is %j: %s', async (change, words, link) => {
    withFile(change)
    const { body } = await call('show-section', entryPage())
    const group = parse(body).querySelector('#evidenceFiles')!
    expect(group.text).toContain(words)
    expect(group.innerHTML).toContain('Our assembly &lt;b&gt;in May&lt;/b&gt;')
    expect(group.querySelector(`a[href="${link}"]`)).not.toBeNull()
    expect(group.querySelector(`a[href="${filePath}"]`) !== null).toBe(change.status === 'clean')
    const isHeldBack = group.text.includes('You can hand the step in when every file is ready')
    expect(isHeldBack).toBe(!['clean', 'refused'].includes(change.status ?? ''))
    expect(group.text.includes('A file has not arrived: send it, or take it away.')).toBe(!change.status)
    expect(group.text.includes('Look again in a minute')).toBe(change.status === 'arrived')
  })

  it('saves first by Enter, and offers to add a file', async () => {
    withFile({}, [])
    const { body } = await call('show-section', entryPage())
    const buttons = parse(body).querySelectorAll('main form button[name=action]')
    expect(buttons.map((button) => button.getAttribute('value'))).toEqual([
      'save',
      'add-to-evidenceFiles',
      'save',
      'ask-to-remove',
    ])
  })

  it('keeps its files when it is saved, whatever a form says of them', async () => {
    withFile()
    const answer = await call('submit-section', entryPage({ revision: '1', action: 'save', ...typed }))
    expect(answer).toMatchObject({ statusCode: 303 })
    expect(saved()).toMatchObject({
      revision: 2,
      typed: { evidenceTitle: ['Two assemblies'], evidenceFiles: [file] },
    })
    const forged = entryPage({ revision: '1', action: 'save', ...typed, evidenceFiles: file })
    expect((await call('submit-section', forged)).statusCode).toBe(422)
  })

  it('saves what was typed, finished or not, before a file is added', async () => {
    given(...everyday(), ...check)
    const event = entryPage({ revision: '0', action: 'add-to-evidenceFiles', ...typed, evidenceChanged: '' })
    expect(await call('submit-section', event)).toMatchObject({
      statusCode: 303,
      headers: { location: `${entryPath}/files/evidenceFiles` },
    })
    expect(saved()).toMatchObject({ revision: 1, typed: { evidenceTitle: ['Two assemblies'] } })
  })

  it('is not taken away before its files are', async () => {
    withFile({ status: 'clean' })
    const answer = await call('submit-section', entryPage({ revision: '1', action: 'remove', ...typed }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Take the files of this entry away first')
    expect(answer.body).toContain('href="#evidenceFiles"')
    expect(saved()).toBeUndefined()
  })
})

describe('adding a file', () => {
  it('asks for an entry that is saved, and has room', async () => {
    given(...everyday(), ...check)
    expect((await call('show-add-file')).headers.location).toBe(entryPath)
    withFile(
      {},
      Array.from({ length: 5 }, (_, at) => `000000000000000${at}`),
    )
    expect((await call('show-add-file')).headers.location).toBe(entryPath)
    withFile({}, [])
    const { statusCode, body } = await call('show-add-file')
    expect(statusCode).toBe(200)
    for (const said of [
      'JPG or PNG',
      'PDF or Word (DOCX)',
      'up to 20 MB each, one file at a time',
      'a film as a link',
    ])
      expect(body).toContain(said)
  })

  it('needs a few words on what it shows', async () => {
    withFile({}, [])
    for (const [name, said] of [
      ['', 'Enter what the file shows'],
      ['x'.repeat(101), 'Your answer must be 100 characters or fewer'],
      ['a\u202eb', 'Your answer has a character that we cannot store'],
    ] as const) {
      const answer = await call(
        'add-file',
        withForm(sample('add-file'), (form) => form.set('fileName', name)),
      )
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain(said)
    }
    expect(changes()).toEqual([])
  })

  it('puts its row before the draft that names it, and leads to where it is sent', async () => {
    given(...everyday(), ...check, entryWithFile({}, [])[0]!)
    const answer = await call('add-file')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `${filePath}/upload` } })
    expect(changes().map(({ kind, key }) => [kind, key])).toEqual([
      ['put', `FILE#${journey}|FILE#${file}`],
      ['put', `DRAFT#${journey}|ROUND#0#positive-action#diary#${placeOfFile.entry}`],
      ['update', `DRAFT#${journey}|INDEX#1`],
    ])
    expect(changes()[0]).toMatchObject({
      condition: 'attribute_not_exists(pk)',
      input: { Item: { status: 'awaiting', name: 'Our assembly in May' } },
    })
  })

  it('has no page for a field that takes none, or an entry where there are none', async () => {
    withFile()
    for (const change of [{ field: 'evidenceTitle' }, { field: 'nothing' }, { section: 'activities' }]) {
      const event = sample('show-add-file')
      Object.assign(event.pathParameters!, change)
      expect((await call('show-add-file', event)).statusCode).toBe(404)
    }
  })
})

describe('sending a file', () => {
  it('goes straight to the bucket, by a form that leads back here', async () => {
    withFile()
    const { body, headers } = await call('show-upload')
    const form = parse(body).querySelector('main form')!
    expect(form.getAttribute('action')).toBe(environment.EVIDENCE_URL)
    expect(form.getAttribute('enctype')).toBe('multipart/form-data')
    const inputs = form.querySelectorAll('input')
    // S3 reads nothing after the file.
    expect(inputs.at(-1)!.getAttribute('type')).toBe('file')
    expect(inputs.at(-1)!.getAttribute('name')).toBe('file')
    const value = (name: string) => form.querySelector(`[name="${name}"]`)!.getAttribute('value')
    expect(value('key')).toBe(`quarantine/${journey}/${file}`)
    expect(value('success_action_redirect')).toBe(`https://mark.example${filePath}/arrived`)
    expect(headers['content-security-policy']).toContain(`form-action 'self' ${environment.EVIDENCE_URL};`)
  })

  it.each(['arrived', 'clean', 'refused'])('is over when it is %s', async (status) => {
    withFile({ status })
    expect((await call('show-upload')).headers.location).toBe(`${filePath}/arrived`)
  })

  it.each([
    ['awaiting', 'Your file is being checked', `${filePath}/upload`],
    ['arrived', 'Your file is being checked', `${filePath}/arrived`],
    ['clean', 'Your file is ready', `${entryPath}/files/evidenceFiles`],
    ['refused', 'We could not take this file', `${entryPath}/files/evidenceFiles`],
  ])('says how far it is: %s', async (status, title, link) => {
    withFile({ status, reason: 'damaged' })
    const { body } = await call('show-arrived')
    expect(body).toContain(`<title>${title} –`)
    expect(body).toContain(`href="${link}"`)
    expect(body).toContain(`href="${entryPath}"`)
    expect(body.includes('it may be damaged')).toBe(status === 'refused')
    const text = parse(body).querySelector('main')!.text
    expect(text.split(title)).toHaveLength(2)
    const isChecked = text.includes('is safe to open. This usually takes less than a minute.')
    expect(isChecked).toBe(status === 'awaiting' || status === 'arrived')
  })
})

describe('taking a file away', () => {
  it.each([
    ['awaiting', 'has not arrived. This takes it off your list.'],
    ['arrived', 'will be deleted. You can add it again from your device.'],
    ['clean', 'will be deleted. You can add it again from your device.'],
    ['refused', 'was not accepted. This takes it off your list.'],
    ['removed', 'is deleted already. This takes it off your list.'],
  ])('says what becomes of one that is %s', async (status, words) => {
    withFile({ status, reason: 'infected' })
    const { body } = await call('show-remove-file')
    expect(body).toContain(words)
    expect(body.includes('add it again')).toBe(words.includes('add it again'))
  })

  it('asks, then takes it out of the draft, changes its row, and deletes its content', async () => {
    withFile({ status: 'clean' })
    const asked = await call('show-remove-file')
    expect(asked.body).toContain('will be deleted')
    expect(changes()).toEqual([])
    expect((await call('remove-file')).headers.location).toBe(entryPath)
    const paths = vi
      .mocked(fetch)
      .mock.calls.map(([link, init]) => `${init!.method} ${new URL(String(link)).pathname}`)
    expect(paths).toEqual([`DELETE /quarantine/${journey}/${file}`, `DELETE /clean/${journey}/${file}`])
    expect(changes().map(({ kind, pk }) => [kind, pk])).toEqual([
      ['put', `DRAFT#${journey}`],
      ['update', `DRAFT#${journey}`],
      ['update', `FILE#${journey}`],
    ])
    expect(saved()!.typed).not.toHaveProperty('evidenceFiles')
  })
})

describe('a file that was handed in', () => {
  const judged = eventRows(eventsUntilJudged())
  const record = {
    pk: `RECORD#${journey}`,
    sk: 'ROUND#1#positive-action#0123456789abcdef',
    content: {
      answers: { evidence: [{ evidenceFiles: [file] }] },
      entries: { evidence: [placeOfFile.entry] },
    },
  }
  const handedIn = () => given(...everyday(), ...judged, ...entryWithFile({ status: 'clean' }), record)

  it('has a way to take it away on the page of its step, which is for who fills it in', async () => {
    handedIn()
    const event = sample('show-step')
    const pathParameters = { journey, step: 'positive-action' }
    expect((await call('show-step', { ...event, pathParameters })).body).toContain(
      `href="${filePath}/remove"`,
    )
    expect((await call('show-validation')).body).not.toContain('/remove"')
  })

  it('is deleted everywhere when somebody does not agree any more', async () => {
    handedIn()
    const { body } = await call('show-remove-file')
    const buttons = parse(body)
      .querySelectorAll('main button')
      .map((button) => button.text)
    expect(buttons).toEqual(['Take it out of what I hand in next', 'Delete it everywhere'])
    expect((await call('remove-file')).statusCode).toBe(303)
    expect(saved()!.typed).not.toHaveProperty('evidenceFiles')
    expect(changes().filter(({ pk }) => pk.startsWith('FILE#'))).toEqual([])
    handedIn()
    const everywhere = withForm(sample('remove-file'), (form) => form.set('action', 'everywhere'))
    const answer = await call('remove-file', everywhere)
    expect(answer.headers.location).toBe(entryPath)
    expect(
      changes()
        .slice(-3)
        .map(({ kind, pk }) => [kind, pk]),
    ).toEqual([
      ['put', `DRAFT#${journey}`],
      ['update', `DRAFT#${journey}`],
      ['update', `FILE#${journey}`],
    ])
    const paths = vi.mocked(fetch).mock.calls.map(([link]) => new URL(String(link)).pathname)
    expect(paths.slice(-2)).toEqual([`/quarantine/${journey}/${file}`, `/clean/${journey}/${file}`])
  })
})

describe('many entries that were handed in', () => {
  it.each([
    ['show-step', `/journeys/${journey}/steps/positive-action`],
    ['show-case', `/team/journeys/${journey}`],
  ] as const)('are shown in parts: %s', async (name, path) => {
    const evidence = Array.from({ length: 12 }, (_, at) => ({ evidenceTitle: `Story ${at + 1}.` }))
    const record = {
      pk: `RECORD#${journey}`,
      sk: 'ROUND#1#positive-action#0123456789abcdef',
      content: { answers: { evidence } },
    }
    given(...everyday(), ...eventRows(eventsUntilJudged()), record)
    const event = sample(name)
    const pathParameters = {
      ...event.pathParameters,
      ...(name === 'show-step' && { step: 'positive-action' }),
    }
    const shown = async (queryStringParameters?: Record<string, string>) => {
      const { body } = await call(name, {
        ...event,
        pathParameters,
        ...(queryStringParameters && { queryStringParameters }),
      })
      return [...body.matchAll(/Story (\d+)\./g)].map(([, number]) => Number(number))
    }
    expect(new Set(await shown())).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
    const { body } = await call(name, { ...event, pathParameters })
    expect(body).toContain(`href="${path}?evidence=11#evidence-list"`)
    expect(new Set(await shown({ evidence: '11' }))).toEqual(new Set([11, 12]))
  })
})

describe('opening a file', () => {
  const openAs = (secret: string) => {
    const event = sample('open-file')
    return call('open-file', { ...event, cookies: [`__Host-session=${secret}`] })
  }

  it('gives the name that was typed, and no other type than bytes', async () => {
    withFile({ status: 'clean', kind: 'jpg' })
    const { headers } = await call('open-file')
    const query = new URL(headers.location!).searchParams
    expect(query.get('response-content-type')).toBe('application/octet-stream')
    expect(query.get('response-cache-control')).toBe('no-store')
    expect(query.get('response-content-disposition')).toBe(
      `attachment; filename="Our assembly b in May b .jpg"; filename*=UTF-8''Our%20assembly%20b%20in%20May%20b%20.jpg`,
    )
  })

  it.each(['awaiting', 'arrived', 'refused', 'removed'])('shows no file that is %s', async (status) => {
    withFile({ status })
    expect((await call('open-file')).statusCode).toBe(404)
  })

  it('is for the team, and for the panel if it was handed in', async () => {
    const judged = eventRows(eventsUntilJudged())
    const rows = [...everyday(), ...judged, ...entryWithFile({ status: 'clean', kind: 'pdf' })]
    const record = (answers: Row) => ({
      pk: `RECORD#${journey}`,
      sk: 'ROUND#1#positive-action#0123456789abcdef',
      content: { answers },
    })
    given(...rows, record({ evidence: [{ evidenceFiles: [file] }] }))
    expect((await openAs(teamSecret)).statusCode).toBe(303)
    expect((await openAs(chairSecret)).statusCode).toBe(303)
    const seen = await call('show-validation')
    expect(seen.body).toContain(`<a class="govuk-link" href="${filePath}"><bdi>Our assembly &lt;b&gt;`)
    given(...rows, record({ evidence: [{ evidenceTitle: 'Without' }] }))
    expect((await openAs(chairSecret)).statusCode).toBe(404)
    expect((await openAs(teamSecret)).statusCode).toBe(303)
  })

  it('asks somebody who is not signed in to sign in', async () => {
    withFile({ status: 'clean' })
    const { cookies: _, ...event } = withHeaders(sample('open-file'), {})
    expect((await call('open-file', event)).headers.location).toMatch(/^\/sign-in/)
  })
})

describe('the events of the bucket', () => {
  const scanned = {
    version: '0',
    id: '72c7d362-737a-6dce-fc78-9e27a0171419',
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    source: 'aws.guardduty',
    account: '000000000000',
    time: '2027-01-04T10:00:09Z',
    region: 'eu-west-2',
    resources: ['arn:aws:guardduty:eu-west-2:000000000000:malware-protection-plan/b4c7f464ab3a4EXAMPLE'],
    detail: {
      schemaVersion: '1.0',
      scanStatus: 'COMPLETED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: {
        bucketName: 'quality-mark-evidence',
        objectKey: `quarantine/${journey}/${file}`,
        eTag: '9b2cf535f27731c974343645a3985328',
        versionId: 'd41d8cd98f00b204e9800998eEXAMPLE',
        s3Throttled: false,
      },
      scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND', threats: null },
    },
  }

  const { eTag } = scanned.detail.s3ObjectDetails
  function lies(ETag: string, Value: string) {
    s3.on(HeadObjectCommand).resolves({ ETag, ContentLength: 68 })
    s3.on(GetObjectTaggingCommand).resolves({ TagSet: [{ Key: 'GuardDutyMalwareScanStatus', Value }] })
  }
  const said = (status: string) => {
    const event = structuredClone(scanned)
    event.detail.scanResultDetails.scanResultStatus = status
    return event
  }
  const set = () => changes().map(({ input }) => input.ExpressionAttributeValues)

  it('say that it is there, which alone decides nothing', async () => {
    withFile()
    lies(`"${eTag}"`, 'NO_THREATS_FOUND')
    expect(await call<unknown>('check-file', sample<unknown>('check-file'))).toEqual({})
    expect(set()).toMatchObject([{ ':status': 'arrived' }])
    expect(s3.calls()).toEqual([])
  })

  it.each([eTag, `"${eTag}"`])('say what the scan found in the content %s that lies there', async (tag) => {
    withFile({ status: 'arrived' })
    lies(`"${eTag}"`, 'THREATS_FOUND')
    const event = said('THREATS_FOUND')
    event.detail.s3ObjectDetails.eTag = tag
    expect(await call<unknown>('check-file', event)).toEqual({})
    expect(vi.mocked(fetch).mock.calls.map(([, init]) => init?.method)).toEqual(['DELETE', 'DELETE'])
    expect(set()).toMatchObject([{ ':status': 'arrived' }, { ':status': 'refused', ':reason': 'infected' }])
  })

  it('decide nothing by the scan of what lay there before, though its mark stands on the file', async () => {
    withFile({ status: 'arrived' })
    lies('"another"', 'NO_THREATS_FOUND')
    expect(await call<unknown>('check-file', scanned)).toEqual({})
    expect(set()).toMatchObject([{ ':status': 'arrived' }])
    expect(fetch).not.toHaveBeenCalled()
  })

  it('come again while the mark on the file says something else than the scan', async () => {
    withFile({ status: 'arrived' })
    lies(`"${eTag}"`, 'NO_THREATS_FOUND')
    await expect(call('check-file', said('THREATS_FOUND'))).rejects.toThrow()
    expect(set()).toMatchObject([{ ':status': 'arrived' }])
  })

  it('are not about what was put by ourselves', async () => {
    const foreign = structuredClone(scanned)
    foreign.detail.s3ObjectDetails.objectKey = `clean/${journey}/${file}`
    await expect(call('check-file', foreign)).rejects.toThrow()
    expect(s3.calls()).toEqual([])
  })
})
