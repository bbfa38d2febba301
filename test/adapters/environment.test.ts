// What each adapter needs to be told: a variable that is missing or wrong is named, its value never; and the settings themselves.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTable } from '../../functions/adapters/dynamo.ts'
import { guarddutyScanner } from '../../functions/adapters/guardduty-scanner.ts'
import { lambdaPageFetcher } from '../../functions/adapters/lambda-page-fetcher.ts'
import { publicWeb } from '../../functions/adapters/public-web.ts'
import { s3EvidenceObjects } from '../../functions/adapters/s3-evidence.ts'
import { s3Downloads, s3EvidenceRemoval, s3UploadForms } from '../../functions/adapters/s3-presigned.ts'
import { sesMail } from '../../functions/adapters/ses-mail.ts'
import { settings } from '../../functions/adapters/settings.ts'
import { stepFunctionsWorkflow } from '../../functions/adapters/step-functions-workflow.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'

const right = {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'a-key',
  AWS_SECRET_ACCESS_KEY: 'a-secret',
  EVIDENCE_BUCKET: 'the-bucket',
  EVIDENCE_URL: 'https://the-bucket.s3.eu-west-2.amazonaws.com',
  TABLE_NAME: 'the-table',
  BASE_URL: 'https://mark.example',
  STATE_MACHINE_ARN_PREFIX: 'arn:aws:states:eu-west-2:000000000000:stateMachine:',
  MAIL_FROM: 'CCQM <ccqm@example.org>',
  MAIL_CONFIGURATION_SET: 'quality-mark',
  TEAM_ADDRESSES: 'team@example.org',
  CONTACT_ADDRESS: 'help@example.org',
  CONTACT_TELEPHONE: '0113 496 0000',
  CONTACT_HANDLE: '@theccqm',
  CONTACT_HASHTAGS: '#TheCCQM #CulturalCohesion',
  CONTACT_NAME: 'Example Name',
  VALIDATE_INDIVIDUALS: 'yes',
  PANEL_SIZE: '3',
  FETCH_PAGE_FUNCTION: 'the-function',
}
beforeEach(() => {
  for (const [name, value] of Object.entries(right)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const adapters = {
  openTable: { open: openTable, needs: ['TABLE_NAME'] },
  settings: {
    open: settings,
    needs: [
      'BASE_URL',
      'TEAM_ADDRESSES',
      'CONTACT_NAME',
      'CONTACT_ADDRESS',
      'CONTACT_TELEPHONE',
      'CONTACT_HANDLE',
      'CONTACT_HASHTAGS',
      'VALIDATE_INDIVIDUALS',
      'PANEL_SIZE',
    ],
  },
  sesMail: { open: sesMail, needs: ['MAIL_FROM', 'MAIL_CONFIGURATION_SET', 'CONTACT_ADDRESS'] },
  stepFunctionsWorkflow: { open: stepFunctionsWorkflow, needs: ['STATE_MACHINE_ARN_PREFIX'] },
  s3UploadForms: {
    open: s3UploadForms,
    needs: ['EVIDENCE_BUCKET', 'EVIDENCE_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  },
  s3Downloads: { open: s3Downloads, needs: ['EVIDENCE_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] },
  s3EvidenceObjects: { open: s3EvidenceObjects, needs: ['EVIDENCE_BUCKET'] },
  s3EvidenceRemoval: {
    open: s3EvidenceRemoval,
    needs: ['EVIDENCE_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  },
  lambdaPageFetcher: { open: lambdaPageFetcher, needs: ['FETCH_PAGE_FUNCTION'] },
  publicWeb: { open: publicWeb, needs: ['BASE_URL'] },
  guarddutyScanner: { open: guarddutyScanner, needs: ['EVIDENCE_BUCKET'] },
} as const

function refusal(open: () => unknown): string {
  try {
    open()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('It was not refused')
}

describe.each(Object.entries(adapters))('%s', (_, { open, needs }) => {
  it('opens when it has what it needs, and needs nothing else', () => {
    for (const name of Object.keys(right)) {
      if (name !== 'AWS_REGION' && !(needs as readonly string[]).includes(name)) vi.stubEnv(name, undefined)
    }
    expect(open()).toBeTypeOf('object')
  })

  it.each(needs)('names %s when it is missing or empty, and only that', (name) => {
    for (const value of [undefined, '']) {
      vi.stubEnv(name, value)
      const message = refusal(open)
      expect(message).toMatch(/^Environment variables are missing or wrong: /)
      const named = Object.keys(right).filter((each) => message.includes(each))
      expect(named).toEqual([name])
    }
  })

  it('names everything that is missing at once', () => {
    for (const name of needs) vi.stubEnv(name, undefined)
    const message = refusal(open)
    for (const name of needs) expect(message).toContain(name)
  })
})

describe('a value that is wrong', () => {
  it.each([
    ['BASE_URL', 'mark.example', settings],
    ['BASE_URL', 'ftp://mark.example', settings],
    ['BASE_URL', 'https://mark.example/app', settings],
    ['BASE_URL', 'https://mark.example//', settings],
    ['TEAM_ADDRESSES', 'example.org', settings],
    ['TEAM_ADDRESSES', 'team@example.org;second@example.org', settings],
    ['TEAM_ADDRESSES', 'team@example.org,', settings],
    ['CONTACT_ADDRESS', 'not-an-address', settings],
    ['CONTACT_TELEPHONE', '999', settings],
    ['CONTACT_HANDLE', 'theccqm', settings],
    ['CONTACT_HANDLE', '@the-ccqm', settings],
    ['CONTACT_HASHTAGS', 'TheCCQM', settings],
    ['CONTACT_HASHTAGS', '#TheCCQM, #CulturalCohesion', settings],
    ['CONTACT_HASHTAGS', '#TheCCQM ', settings],
    ['CONTACT_NAME', '   ', settings],
    ['VALIDATE_INDIVIDUALS', 'perhaps', settings],
    ['PANEL_SIZE', '0', settings],
    ['PANEL_SIZE', '10', settings],
    ['PANEL_SIZE', '2.5', settings],
    ['PANEL_SIZE', '-3', settings],
    ['PANEL_SIZE', 'three', settings],
    ['MAIL_FROM', 'ccqm@example.org', sesMail],
    ['MAIL_FROM', 'CCQM <ccqm>', sesMail],
    ['MAIL_FROM', 'CCQM <ccqm@example.org>, b <b@example.org>', sesMail],
    ['STATE_MACHINE_ARN_PREFIX', 'quality-mark', stepFunctionsWorkflow],
    ['EVIDENCE_URL', 'the-bucket.example', s3Downloads],
    ['EVIDENCE_URL', 'https://the-bucket.example/', s3Downloads],
    ['EVIDENCE_BUCKET', 'x', s3EvidenceObjects],
  ])('%s=%s is refused by name, without its value', (name, value, open) => {
    vi.stubEnv(name, value)
    const message = refusal(open)
    expect(message).toContain(name)
    expect(message).not.toContain(value)
  })
})

describe('the settings', () => {
  it('are as they are given, addresses as they are compared', () => {
    vi.stubEnv('TEAM_ADDRESSES', ' Team@Example.org, second@example.org ')
    vi.stubEnv('BASE_URL', 'https://mark.example/')
    expect(settings()).toEqual({
      baseUrl: 'https://mark.example',
      teamAddresses: ['team@example.org', 'second@example.org'],
      contact: {
        name: 'Example Name',
        address: 'help@example.org',
        telephone: '0113 496 0000',
        handle: '@theccqm',
        hashtags: ['#TheCCQM', '#CulturalCohesion'],
      },
      individualsValidated: true,
      panelSize: 3,
    })
  })
})

describe('the system’s clock', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('tells the time, and what passes by itself even when the time is moved', () => {
    const before = systemClock.unmovedMs()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T00:00:00Z') })
    expect(systemClock.now().toISOString()).toBe('2030-01-01T00:00:00.000Z')
    const after = systemClock.unmovedMs()
    expect(Number.isInteger(after)).toBe(true)
    expect(after - before).toBeGreaterThanOrEqual(0)
    expect(after - before).toBeLessThan(60_000)
  })
})
