// The alarms of a stack with many released definitions: CloudWatch takes ten metrics in an alarm at most.
import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, it } from 'vitest'
import { addAlarms } from '../../../infra/aws/alarms.ts'
import { readConfiguration } from '../../../infra/aws/configuration.ts'

const configuration = readConfiguration(
  new URL('../../../infra/aws/stages/example.json', import.meta.url).pathname,
)
const machineNames = Array.from({ length: 25 }, (_, at) => `quality-mark-${at}`)

const alarms = alarmsOf()

function alarmsOf() {
  const stack = new Stack(new App(), 'stack')
  const sweep = new Lambda(stack, 'sweep', {
    code: Code.fromInline('-'),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
  })
  addAlarms(stack, configuration, {
    api: new CfnApi(stack, 'api'),
    deadLetters: new Queue(stack, 'queue'),
    lambdas: new Map([['sweep', sweep]]),
    places: {
      table: { name: 'table', arn: 'table', streamArn: 'stream' },
      evidence: { name: 'bucket', arn: 'bucket', url: 'https://bucket.example' },
      mail: { configurationSet: { name: 'set', arn: 'set' }, identitiesArn: '*', from: 'a@mark.example' },
      machineArnPrefix: 'machine:',
      functionArnPrefix: 'function:',
      machineNames,
    },
  })
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties: { Metrics = [] } }) => Metrics as { MetricStat?: object; Expression?: string }[],
  )
}

it('have ten metrics at most, and watch every machine, however many were released', () => {
  const lengths = alarms.map((metrics) => metrics.filter(({ MetricStat }) => MetricStat).length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(10)
  const said = JSON.stringify(alarms)
  expect(machineNames.filter((name) => !said.includes(`"machine:${name}"`))).toEqual([])
})

it('count where one of several metrics has no value', () => {
  const expressions = alarms.flat().flatMap(({ Expression }) => Expression ?? [])
  expect(expressions.length).toBeGreaterThan(machineNames.length)
  for (const expression of expressions) expect(expression).toMatch(/^SUM\(\[m0(, m\d)+\]\)$/)
})
