// What a browser is allowed with the bucket: signed as AWS's published examples are, and as narrow as it has to be.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attachment } from '../../functions/adapters/attachment.ts'
import { presigned, sign } from '../../functions/adapters/aws-signature.ts'
import { s3Downloads, s3EvidenceRemoval, s3UploadForms } from '../../functions/adapters/s3-presigned.ts'

/** The credentials of AWS's documentation. */
const example = {
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
  sessionToken: undefined,
}

const variables = {
  EVIDENCE_BUCKET: 'quality-mark-evidence',
  EVIDENCE_URL: 'https://quality-mark-evidence.s3.eu-west-2.amazonaws.com',
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'a-key',
  AWS_SECRET_ACCESS_KEY: 'a-secret',
  AWS_SESSION_TOKEN: 'a-token',
}
beforeEach(() => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const [journey, file] = ['h3k9w2m7x5p4t8q1', 'w5q2n8x4k7m3t9c6']
const now = new Date('2027-01-04T10:00:00.000Z')

describe('the signature', () => {
  it('is that of AWS’s example of a browser’s upload', () => {
    const conditions = [
      '{"bucket": "sigv4examplebucket"}',
      '["starts-with", "$key", "user/user1/"]',
      '{"acl": "public-read"}',
      '{"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"}',
      '["starts-with", "$Content-Type", "image/"]',
      '{"x-amz-meta-uuid": "14365123651274"}',
      '{"x-amz-server-side-encryption": "AES256"}',
      '["starts-with", "$x-amz-meta-tag", ""]',
    ]
    const names = [
      '{"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"}',
      '{"x-amz-algorithm": "AWS4-HMAC-SHA256"}',
      '{"x-amz-date": "20151229T000000Z" }',
    ]
    // Its lines end as on Windows, and one is empty.
    const policy = [
      '{ "expiration": "2015-12-30T12:00:00.000Z",',
      '  "conditions": [',
      ...conditions.map((line) => `    ${line},`),
      '',
      names.map((line) => `    ${line}`).join(',\r\n'),
      '  ]',
      '}',
    ].join('\r\n')
    expect(sign(example, '20151229T000000Z', Buffer.from(policy).toString('base64'))).toBe(
      '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
    )
  })

  it('is that of AWS’s example of an address that works for a day', () => {
    const date = new Date('2013-05-24T00:00:00Z')
    const address = 'https://examplebucket.s3.amazonaws.com/test.txt'
    expect(presigned(example, 'GET', address, {}, date, 86_400)).toBe(
      `${address}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`,
    )
  })
})

describe('an upload form', () => {
  const backTo = `https://mark.example/journeys/${journey}/files/${file}/arrived`
  const policyOf = (fields: Readonly<Record<string, string>>) =>
    JSON.parse(Buffer.from(fields.policy!, 'base64').toString()) as {
      expiration: string
      conditions: (Record<string, string> | (string | number)[])[]
    }

  it('allows one key, one type, one way back and 20 MB, for ten minutes', () => {
    const { action, fields } = s3UploadForms().formFor(journey, file, backTo, now)
    expect(action).toBe(variables.EVIDENCE_URL)
    const { expiration, conditions } = policyOf(fields)
    expect(expiration).toBe('2027-01-04T10:10:00.000Z')
    const { policy, 'x-amz-signature': signature, ...named } = fields
    expect(named).toEqual({
      key: `quarantine/${journey}/${file}`,
      'Content-Type': 'application/octet-stream',
      success_action_redirect: backTo,
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': 'a-key/20270104/eu-west-2/s3/aws4_request',
      'x-amz-date': '20270104T100000Z',
      'x-amz-security-token': 'a-token',
    })
    expect(conditions).toEqual([
      { bucket: 'quality-mark-evidence' },
      ['content-length-range', 0, 100 * 1024 * 1024],
      ...Object.entries(named).map(([name, value]) => ({ [name]: value })),
    ])
    expect(signature).toBe(sign({ secret: 'a-secret', region: 'eu-west-2' }, '20270104T100000Z', policy!))
  })

  it('has no token where the credentials have none', () => {
    vi.stubEnv('AWS_SESSION_TOKEN', undefined)
    const { fields } = s3UploadForms().formFor(journey, file, backTo, now)
    expect(Object.keys(fields)).not.toContain('x-amz-security-token')
    expect(JSON.stringify(policyOf(fields))).not.toContain('security-token')
  })
})

describe('a download', () => {
  it('gives what was checked, for a minute, to be kept and not to be run', () => {
    const url = new URL(s3Downloads().linkTo(journey, file, 'Our assembly.jpg', now))
    expect(url.origin + url.pathname).toBe(`${variables.EVIDENCE_URL}/clean/${journey}/${file}`)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      'X-Amz-Expires': '60',
      'X-Amz-Date': '20270104T100000Z',
      'X-Amz-Security-Token': 'a-token',
      'response-content-type': 'application/octet-stream',
      'response-cache-control': 'no-store',
      'response-content-disposition':
        'attachment; filename="Our assembly.jpg"; filename*=UTF-8\'\'Our%20assembly.jpg',
    })
  })

  it('is signed with its name', () => {
    const signature = (name: string) =>
      new URL(s3Downloads().linkTo(journey, file, name, now)).searchParams.get('X-Amz-Signature')
    expect(signature('a.jpg')).toMatch(/^[0-9a-f]{64}$/)
    expect(signature('a.jpg')).not.toBe(signature('b.jpg'))
  })

  it('reaches the bucket by its path too', () => {
    vi.stubEnv('EVIDENCE_URL', 'http://127.0.0.1:3002/quality-mark-evidence')
    const url = new URL(s3Downloads().linkTo(journey, file, 'a.jpg', now))
    expect(url.pathname).toBe(`/quality-mark-evidence/clean/${journey}/${file}`)
  })
})

describe('the name of a download', () => {
  it.each([
    ['Our assembly.jpg', 'Our assembly.jpg', 'Our%20assembly.jpg'],
    ['Fête (été).pdf', 'F_te (_t_).pdf', 'F%C3%AAte%20%28%C3%A9t%C3%A9%29.pdf'],
    ['বাংলা.pdf', '_____.pdf', '%E0%A6%AC%E0%A6%BE%E0%A6%82%E0%A6%B2%E0%A6%BE.pdf'],
    ['100 %41.pdf', '100 _41.pdf', '100%20%2541.pdf'],
    ['a"; filename="b.exe".jpg', 'a ; filename= b.exe .jpg', 'a%20%3B%20filename%3D%20b.exe%20.jpg'],
    ['a\r\nSet-Cookie: x=1.jpg', 'a Set-Cookie x=1.jpg', 'a%20Set-Cookie%20x%3D1.jpg'],
    ['photo\u202Egpj.exe.jpg', 'photo gpj.exe.jpg', 'photo%20gpj.exe.jpg'],
    ['../../etc/passwd.jpg', 'etc passwd.jpg', 'etc%20passwd.jpg'],
    ['half \ud800.jpg', 'half _.jpg', 'half%20%EF%BF%BD.jpg'],
  ])('%j is harmless', (name, ascii, whole) => {
    expect(attachment(name)).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${whole}`)
  })
})

describe('a file that goes', () => {
  const answered = (status: number) =>
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status }))

  it('is deleted where it was sent, and where it can be opened', async () => {
    const store = answered(204)
    await s3EvidenceRemoval().dropSent(journey, file)
    await s3EvidenceRemoval().dropClean(journey, file)
    const asked = store.mock.calls.map(([link, init]) => [init!.method, String(link)] as const)
    expect(asked.map(([method, link]) => `${method} ${new URL(link).pathname}`)).toEqual([
      `DELETE /quarantine/${journey}/${file}`,
      `DELETE /clean/${journey}/${file}`,
    ])
    for (const [, link] of asked) expect(link).toMatch(/X-Amz-Expires=60&.*&X-Amz-Signature=[0-9a-f]{64}$/)
  })

  it('is still there as long as the store does not say otherwise', async () => {
    answered(403)
    await expect(s3EvidenceRemoval().dropSent(journey, file)).rejects.toThrow('403')
  })
})
