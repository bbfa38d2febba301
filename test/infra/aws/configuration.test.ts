// A stage's file with something wrong in it stops everything, with the line and the rule.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigurationError, readConfiguration } from '../../../infra/aws/configuration.ts'
import { readStage } from '../../../infra/aws/stage.ts'

const root = new URL('../../../', import.meta.url).pathname
const example = readFileSync(join(root, 'infra/aws/stages/example.json'), 'utf8')

/** What is said of a file, without the file's name. */
function said(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'stage-')), 'stage.json')
  writeFileSync(file, text)
  try {
    readConfiguration(file)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return error.message.replaceAll(file, 'stage.json')
  }
  return 'nothing'
}

const changed = (from: string, to: string) => {
  expect(example).toContain(from)
  return example.replace(from, to)
}

describe('a stage’s file', () => {
  it('is right as committed', () => {
    expect(said(example)).toBe('nothing')
  })

  it.each([
    ['"panelSize": 3', '"panelSize": 3,\n  "panelsize": 4', 'stage.json:16: panelsize is not a setting'],
    ['  "domain": "mark.council.example",\n', '', 'stage.json:17: domain is missing'],
    [
      '"team@council.example"',
      '"team at council"',
      'stage.json:8: teamAddresses must be an email address, such as name@council.example',
    ],
    ['["team@council.example"]', '[]', 'stage.json:8: teamAddresses must have at least one address'],
    [
      '"alarms@council.example"',
      '"nobody"',
      'stage.json:16: alarmAddress must be an email address, such as name@council.example',
    ],
    ['"panelSize": 3', '"panelSize": 10', 'stage.json:15: panelSize must be a whole number from 1 to 9'],
    ['"panelSize": 3', '"panelSize": "3"', 'stage.json:15: panelSize must be a whole number from 1 to 9'],
    [
      '"domain": "mark.council.example"',
      '"domain": "https://mark.council.example/"',
      'stage.json:4: domain must be a host name in small letters, such as mark.council.example',
    ],
    [
      '<ccqm@mark.council.example>',
      '<ccqm@elsewhere.example>',
      'stage.json:7: mailFrom must be an address at the mailDomain',
    ],
    ['acm:eu-west-2', 'acm:us-east-1', 'stage.json:5: certificateArn must be of this account and region'],
    [
      '"account": "000000000000"',
      '"account": "0"',
      'stage.json:2: account must be the twelve digits of an AWS account\nstage.json:5: certificateArn must be of this account and region',
    ],
    [
      '"region": "eu-west-2"',
      '"region": "cn-north-1"',
      'stage.json:3: region must be an AWS region, not in China and not isolated, such as eu-west-2\nstage.json:5: certificateArn must be of this account and region',
    ],
    ['"region"', '"region": "eu-west-1",\n  "region"', 'stage.json:3: region is there twice'],
    [
      '"logRetentionDays": 90',
      '"logRetentionDays": 100',
      /^stage\.json:17: logRetentionDays must be a number of days that CloudWatch knows: 1, 3, 5, /,
    ],
    ['"region": "eu-west-2",', '"region": "eu-west-2"', 'stage.json:4: is not JSON'],
    [
      '"panelSize": 3,\n',
      '"panelSize": 3,\n  "size": 1,\n  "contact": 2,\n',
      'stage.json:16: size is not a setting\nstage.json:17: contact is not a setting',
    ],
  ])('with %j as %j is refused', (from, to, message) => {
    const told = said(changed(from, to))
    if (typeof message === 'string') expect(told).toBe(message)
    else expect(told).toMatch(message)
  })

  it('has to be there, and to be named', () => {
    expect(() => readConfiguration('infra/aws/stages/none.json')).toThrow('there is no such file')
    for (const name of [undefined, '', '../example', 'a b']) {
      expect(() => readStage(name)).toThrow('STAGE must name a file of infra/aws/stages')
    }
  })
})

describe('npm run deploy', () => {
  const deploy = (environment: Record<string, string>) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const env = { PATH: process.env.PATH ?? '', ...environment }
      execFile(process.execPath, ['infra/aws/deploy.ts'], { cwd: root, env }, (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), said: stdout + stderr })
      })
    })

  it('stops without a stage', async () => {
    expect(await deploy({})).toEqual({
      code: 1,
      said: 'STAGE must name a file of infra/aws/stages, such as STAGE=example\n',
    })
  })

  it('stops without credentials, before anything is touched', async () => {
    const { code, said } = await deploy({
      STAGE: 'example',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    })
    expect(said).toMatch(
      /^There are no AWS credentials that work \(CredentialsProviderError\)\. Nothing was touched\./,
    )
    expect(code).toBe(1)
  })
})
