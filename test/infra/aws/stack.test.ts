// The template: what must not change in it, what must be on, and that it has exactly what the inventory says.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MailEvent } from '../../../events/mail-events.ts'
import { schedules } from '../../../events/schedules.ts'
import { grants } from '../../../functions/adapters/grants.ts'
import { type FunctionName, inventory, type Trigger } from '../../../functions/inventory.ts'
import { released } from '../../../workflows/released/index.ts'
import { stateMachine, stateMachineName } from '../../../workflows/state-machine.ts'
import { readSynthesised, readTemplate } from './template.ts'

const { main, stacks, resources, ofType, one } = readTemplate()
const atMost = (most: number) => (counts: readonly number[]) => Math.max(...counts) <= most
const everyTrigger = readTemplate('every-trigger')
const names = Object.keys(inventory) as FunctionName[]
const on = (name: FunctionName): Trigger => inventory[name].on
const functionOf = (name: string) =>
  ofType('Lambda::Function').find(({ Properties }) => Properties.FunctionName === `quality-mark-${name}`)!
const arnOf = (name: string) => `arn:aws:lambda:eu-west-2:000000000000:function:quality-mark-${name}`

describe('the inventory, the files and the template', () => {
  it('name the same functions', () => {
    const files = readdirSync(new URL('../../../functions', import.meta.url))
      .filter((file) => file.endsWith('.ts') && file !== 'inventory.ts')
      .map((file) => file.replace(/\.ts$/, ''))
    const lambdas = ofType('Lambda::Function').map(({ Properties }) => Properties.FunctionName)
    expect(lambdas.toSorted()).toEqual(names.map((name) => `quality-mark-${name}`).toSorted())
    expect(files.toSorted()).toEqual(names.toSorted())
  })

  it('have the same routes, each to its own function', () => {
    const integrations = Object.fromEntries(
      Object.entries(resources)
        .filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Integration')
        .map(([id, { Properties }]) => [`integrations/${id}`, Properties.IntegrationUri]),
    )
    const routes = ofType('ApiGatewayV2::Route').map(({ Properties }) => [
      Properties.RouteKey,
      integrations[Properties.Target],
    ])
    const expected = names.flatMap((name) => {
      const trigger = on(name)
      return 'http' in trigger ? trigger.http.map((route) => [route, arnOf(name)]) : []
    })
    expect(routes.toSorted()).toEqual(expected.toSorted())
  })

  it('leave room for more: a stack holds 500 resources, and 200 parameters and outputs', () => {
    expect(stacks.map(({ Resources }) => Object.keys(Resources).length)).toSatisfy(atMost(400))
    expect(stacks.map(({ Parameters = {} }) => Object.keys(Parameters).length)).toSatisfy(atMost(160))
    expect(stacks.map(({ Outputs = {} }) => Object.keys(Outputs).length)).toSatisfy(atMost(160))
  })

  it('keep what must not be lost in the stack itself, which the stack policy is about', () => {
    expect(stacks).toHaveLength(3)
    expect(Object.keys(main.Resources)).toEqual(
      expect.arrayContaining(['QualityMarkTable', 'EvidenceBucket']),
    )
  })
})

describe('every function', () => {
  it.each(names)('%s is of this kind', (name) => {
    const { Properties } = functionOf(name)
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Timeout: 'evidenceEvents' in on(name) ? 60 : 15,
      MemorySize:
        'evidenceEvents' in on(name) ? 1536 : 'http' in on(name) || 'invoked' in on(name) ? 512 : 256,
      LoggingConfig: { LogFormat: 'Text' },
    })
    expect(Properties.TracingConfig).toBeUndefined()
    const async = !['http', 'stream', 'task', 'invoked'].some((kind) => kind in on(name))
    expect(Boolean(Properties.DeadLetterConfig)).toBe(async)
  })

  it('gets the variables that its ports read, each with a value, and no other', () => {
    const given = (name: string) => functionOf(name).Properties.Environment?.Variables ?? {}
    for (const name of names) {
      const wanted = new Set(inventory[name].needs.flatMap((port) => grants[port].variables))
      expect(Object.keys(given(name)).toSorted(), name).toEqual([...wanted].toSorted())
      for (const value of Object.values(given(name))) expect(value).toMatch(/\S/)
    }
    expect(given('relay')).toEqual({
      TABLE_NAME: 'QualityMarkTable',
      STATE_MACHINE_ARN_PREFIX: 'arn:aws:states:eu-west-2:000000000000:stateMachine:',
      MAIL_FROM: 'Cultural Cohesion Quality Mark <ccqm@mark.council.example>',
      MAIL_CONFIGURATION_SET: 'quality-mark',
      BASE_URL: 'https://mark.council.example',
      TEAM_ADDRESSES: 'team@council.example',
      CONTACT_NAME: 'Example Name',
      CONTACT_ADDRESS: 'ccqm@council.example',
      CONTACT_TELEPHONE: '0113 496 0000',
      CONTACT_HANDLE: '@ccqmexample',
      CONTACT_HASHTAGS: '#makeyourmark #harmoniousrelationships',
      VALIDATE_INDIVIDUALS: 'yes',
      PANEL_SIZE: '3',
    })
  })

  it('has a log of its own that ends, as every log does', () => {
    const logs = ofType('Logs::LogGroup')
    expect(logs.map(({ Properties }) => Properties.RetentionInDays)).toEqual(logs.map(() => 90))
    const logOf = (name: string) =>
      (resources[functionOf(name).Properties.LoggingConfig.LogGroup]?.Properties.LogGroupName as string) ?? ''
    expect(names.map(logOf)).toEqual(names.map((name) => `/aws/lambda/quality-mark-${name}`))
  })
})

describe('the table', () => {
  it('keeps its logical id, its keys and its indexes: another would be a new, empty table', () => {
    const table = resources.QualityMarkTable!
    expect(table).toMatchObject({
      Type: 'AWS::DynamoDB::Table',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'due',
            KeySchema: [
              { AttributeName: 'duePk', KeyType: 'HASH' },
              { AttributeName: 'dueSk', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
          {
            IndexName: 'list',
            KeySchema: [
              { AttributeName: 'listPk', KeyType: 'HASH' },
              { AttributeName: 'listSk', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
      },
    })
    expect(table.Properties.TableName).toBeUndefined()
    expect(ofType('DynamoDB::Table')).toHaveLength(1)
  })

  it('cannot be replaced or deleted by an update, and neither can the bucket', () => {
    const file = new URL('../../../infra/aws/stack-policy.json', import.meta.url)
    const { Statement } = JSON.parse(readFileSync(file, 'utf8')) as {
      Statement: { Effect: string; Action: string[]; Resource: string[] }[]
    }
    const denied = Statement.filter(({ Effect }) => Effect === 'Deny')
    expect(denied).toEqual([
      {
        Effect: 'Deny',
        Action: ['Update:Replace', 'Update:Delete'],
        Principal: '*',
        Resource: ['LogicalResourceId/QualityMarkTable', 'LogicalResourceId/EvidenceBucket'],
      },
    ])
    for (const id of denied[0]!.Resource) expect(resources).toHaveProperty(id.split('/')[1]!)
  })

  it('wakes the relay with bounds, by the keys that it asks for', () => {
    expect(one('Lambda::EventSourceMapping').Properties).toEqual({
      FunctionName: 'quality-mark-relay',
      EventSourceArn: expect.stringContaining('table/QualityMarkTable/stream/'),
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 25,
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 900,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: expect.stringContaining(':sqs:') } },
      FilterCriteria: {
        Filters: [
          '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"EVENTS#"}]}}}}',
          '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"PENDING#"}]},"sk":{"S":[{"prefix":"code#"}]}}}}',
        ].map((Pattern) => ({ Pattern })),
      },
    })
  })
})

describe('the pages', () => {
  it('are under their own domain alone, with limits', () => {
    expect(one('ApiGatewayV2::Api').Properties).toMatchObject({ DisableExecuteApiEndpoint: true })
    expect(one('ApiGatewayV2::DomainName').Properties).toMatchObject({
      DomainName: 'mark.council.example',
      DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2' }],
    })
    expect(one('ApiGatewayV2::Stage').Properties.DefaultRouteSettings).toEqual({
      ThrottlingBurstLimit: 200,
      ThrottlingRateLimit: 100,
    })
  })

  it('leave neither paths nor addresses in the access log', () => {
    const { Format } = one('ApiGatewayV2::Stage').Properties.AccessLogSettings
    expect(Format.match(/\$context\.[\w.]+/g)).toEqual([
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.integration.error',
    ])
  })
})

describe('the state machines', () => {
  it('are one for each released definition, with every placeholder given', () => {
    const machines = ofType('StepFunctions::StateMachine')
    expect(machines.map(({ Properties }) => Properties.StateMachineName)).toEqual(
      released.map(stateMachineName),
    )
    machines.forEach(({ Properties, ...machine }, at) => {
      expect(JSON.parse(Properties.DefinitionString)).toEqual(stateMachine(released[at]!))
      const placed = Properties.DefinitionString.matchAll(/\$\{(\w+)\}/g).map(([, name]: string[]) => name)
      expect(new Set(placed)).toEqual(new Set(Object.keys(Properties.DefinitionSubstitutions)))
      expect(Properties.DefinitionSubstitutions).toEqual({
        OpenStepArn: arnOf('open-step'),
        IssueAwardArn: arnOf('issue-award'),
      })
      expect(Properties).toMatchObject({
        StateMachineType: 'STANDARD',
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      })
      expect(machine).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' })
    })
  })

  it('may call their two functions', () => {
    const role =
      resources[/role\/(.*)/.exec(ofType('StepFunctions::StateMachine')[0]!.Properties.RoleArn)![1]!]!
    expect(role.Properties.Policies[0].PolicyDocument.Statement[0]).toEqual({
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Resource: [arnOf('open-step'), arnOf('issue-award')],
    })
  })

  it('tell a function that asks when an execution ends otherwise', () => {
    expect(rulesOf(everyTrigger, 'record-an-end')).toEqual([
      {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: released.map(
            (definition) =>
              `arn:aws:states:eu-west-2:000000000000:stateMachine:${stateMachineName(definition)}`,
          ),
        },
      },
    ])
  })
})

/** What is matched by the rules that call a function. */
function rulesOf({ ofType }: ReturnType<typeof readTemplate>, name: string): unknown[] {
  return ofType('Events::Rule')
    .filter(({ Properties }) => Properties.Targets.some(({ Arn }: { Arn: string }) => Arn === arnOf(name)))
    .map(({ Properties }) => {
      for (const target of Properties.Targets) {
        expect(target).toMatchObject({
          DeadLetterConfig: { Arn: expect.stringContaining(':sqs:') },
          RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 21_600 },
        })
      }
      return Properties.EventPattern
    })
}

describe('the schedules', () => {
  it('send what events/schedules.ts says, with bounds', () => {
    const made = ofType('Scheduler::Schedule').map(({ Properties: { Target, ...schedule } }) => ({
      expression: schedule.ScheduleExpression,
      ...(schedule.ScheduleExpressionTimezone && { timezone: schedule.ScheduleExpressionTimezone }),
      input: JSON.parse(Target.Input),
      calls: Target.Arn,
      bounded: Boolean(Target.DeadLetterConfig && Target.RetryPolicy.MaximumRetryAttempts <= 3),
    }))
    expect(made).toEqual([
      { ...schedules.sweep, calls: arnOf('sweep'), bounded: true },
      { ...schedules.daily, calls: arnOf('send-team-digest'), bounded: true },
      { ...schedules.links, calls: arnOf('check-links'), bounded: true },
    ])
  })
})

describe('email', () => {
  it('is signed, over TLS, and follows nobody', () => {
    expect(one('SES::EmailIdentity').Properties).toMatchObject({
      EmailIdentity: 'mark.council.example',
      DkimAttributes: { SigningEnabled: true },
    })
    const set = one('SES::ConfigurationSet').Properties
    expect(set).toMatchObject({ Name: 'quality-mark', DeliveryOptions: { TlsPolicy: 'REQUIRE' } })
    expect(set.TrackingOptions).toBeUndefined()
  })

  it('keeps no list of suppressed addresses beside ours', () => {
    expect(one('SES::ConfigurationSet').Properties.SuppressionOptions).toEqual({ SuppressedReasons: [] })
  })

  it('tells what became of it', () => {
    expect(one('SES::ConfigurationSetEventDestination').Properties.EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: ['SEND', 'BOUNCE', 'COMPLAINT'],
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-west-2:000000000000:event-bus/default' },
    })
    const configurationSet = { tags: { 'ses:configuration-set': ['quality-mark'] } }
    const source = ['aws.ses']
    expect(rulesOf(readTemplate(), 'record-mail-event')).toEqual([
      { source, detail: { eventType: ['Send'], mail: configurationSet } },
      { source, detail: { eventType: ['Bounce'], mail: configurationSet } },
      {
        source,
        detail: {
          eventType: ['Complaint'],
          mail: configurationSet,
          complaint: { complaintFeedbackType: [null, { exists: false }, { 'anything-but': ['not-spam'] }] },
        },
      },
    ])
    // The sample is what SES sends, so a rule has to let it through.
    expect(sample.source).toBe('aws.ses')
    expect(sample.detail.eventType).toBe('Send')
    expect(sample.detail.mail).toMatchObject(configurationSet)
  })

  it.each([
    ['Send', { send: {} }, {}],
    [
      'Bounce',
      { bounce: { bounceType: 'Permanent', bouncedRecipients: [{ diagnosticCode: 'unknown user' }] } },
      { bounce: { bounceType: 'Permanent' } },
    ],
    [
      'Complaint',
      { complaint: { userAgent: 'somebody’s', complaintFeedbackType: 'abuse' } },
      { complaint: {} },
    ],
    ['Complaint', { complaint: { userAgent: 'somebody’s' } }, { complaint: {} }],
    ['Complaint', { complaint: { userAgent: 'somebody’s', complaintFeedbackType: null } }, { complaint: {} }],
  ])('gives the function of a %s with %j what it reads, and no more', (eventType, more, read) => {
    const { mail } = sample.detail
    const rules = ofType('Events::Rule').filter(({ Properties: { EventPattern } }) =>
      EventPattern.detail?.eventType?.includes(eventType),
    )
    expect(rules).toHaveLength(1)
    const [{ InputTransformer }] = rules[0]!.Properties.Targets
    const given = transformed(InputTransformer, { ...sample, detail: { eventType, mail, ...more } })
    const { tags, destination } = mail
    expect(given).toEqual({ source: 'aws.ses', detail: { eventType, mail: { tags, destination }, ...read } })
    expect(MailEvent.parse(given)).toEqual(given)
  })
})

const sample = JSON.parse(
  readFileSync(new URL('../../../events/samples/record-mail-event.json', import.meta.url), 'utf8'),
)

interface InputTransformer {
  readonly InputPathsMap: Readonly<Record<string, string>>
  readonly InputTemplate: string
}

/** As EventBridge does it, but that it throws on a path that is not there, of which EventBridge leaves nothing. */
function transformed({ InputPathsMap, InputTemplate }: InputTransformer, event: unknown): unknown {
  const filled = InputTemplate.replaceAll(/<([^>]+)>/g, (_, variable: string) => {
    const path = InputPathsMap[variable]!.split('.').slice(1)
    // biome-ignore lint/suspicious/noExplicitAny: an event is whatever SES says
    const value = path.reduce((inside: any, key) => inside?.[key], event)
    if (value === undefined) throw new Error(`There is no ${path.join('.')}`)
    return JSON.stringify(value)
  })
  return JSON.parse(filled)
}

describe('evidence', () => {
  it('is private, encrypted, over TLS alone, and outlives the stack; what was never checked does not stay', () => {
    const bucket = resources.EvidenceBucket!
    expect(bucket).toMatchObject({
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    })
    expect(bucket.Properties).toEqual({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LifecycleConfiguration: {
        Rules: [
          { Id: 'never-checked', Prefix: 'quarantine/', ExpirationInDays: 2, Status: 'Enabled' },
          {
            Id: 'never-completed',
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
            Status: 'Enabled',
          },
        ],
      },
    })
    const denials = one('S3::BucketPolicy').Properties.PolicyDocument.Statement
    expect(denials).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      expect.objectContaining({
        Effect: 'Deny',
        Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      }),
    ])
  })

  it('is scanned by GuardDuty, which alone may write tags', () => {
    expect(one('GuardDuty::MalwareProtectionPlan').Properties).toMatchObject({
      Actions: { Tagging: { Status: 'ENABLED' } },
      ProtectedResource: { S3Bucket: { BucketName: 'EvidenceBucket', ObjectPrefixes: ['quarantine/'] } },
    })
    const writers = Object.values(resources)
      .filter(({ Properties }) => /PutObject\w*Tagging/.test(JSON.stringify(Properties ?? {})))
      .map(({ Properties }) => Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service)
    expect(writers).toEqual(['malware-protection-plan.guardduty.amazonaws.com'])
  })

  it('calls a function that asks, when something was uploaded and when it was scanned', () => {
    expect(rulesOf(everyTrigger, 'check-a-file')).toEqual([
      {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: ['EvidenceBucket'] }, object: { key: [{ prefix: 'quarantine/' }] } },
      },
      {
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: ['EvidenceBucket'] } },
      },
    ])
    const layer = everyTrigger.one('Lambda::LayerVersion').Properties
    expect(layer).toMatchObject({ CompatibleArchitectures: ['arm64'], CompatibleRuntimes: ['nodejs24.x'] })
    const withLayer = everyTrigger
      .ofType('Lambda::Function')
      .filter(({ Properties }) => Properties.Layers)
      .map(({ Properties }) => [Properties.FunctionName, Properties.MemorySize])
    expect(withLayer).toEqual([['quality-mark-check-a-file', 1536]])
  })
})

interface Metric {
  readonly MetricName: string
  readonly Dimensions: readonly { readonly Value: string }[]
}

describe('the roles of services', () => {
  it('are taken on for this account alone', () => {
    const trusts = ofType('IAM::Role')
      .flatMap(({ Properties }) => Properties.AssumeRolePolicyDocument.Statement)
      .filter(({ Principal }) => Principal.Service !== 'lambda.amazonaws.com')
    expect(new Set(trusts.map(({ Principal }) => Principal.Service))).toEqual(
      new Set([
        'apigateway.amazonaws.com',
        'states.amazonaws.com',
        'scheduler.amazonaws.com',
        'malware-protection-plan.guardduty.amazonaws.com',
      ]),
    )
    for (const { Condition } of trusts) {
      expect(Condition).toEqual({ StringEquals: { 'aws:SourceAccount': '000000000000' } })
    }
  })
})

describe('the alarms', () => {
  it('watch what somebody has to look at, and write to the stage’s address', () => {
    const alarms = ofType('CloudWatch::Alarm')
    expect(alarms.map(({ Properties }) => Properties.AlarmName.replace('quality-mark-', ''))).toEqual([
      'dead-letters',
      'left-over',
      'sweep-stopped',
      ...released.map(
        (definition) => `executions-failed-${stateMachineName(definition).replace('quality-mark-', '')}`,
      ),
      'emails-came-back',
      'complaints',
      'function-errors',
      'function-throttles',
      'table-throttles',
      'page-errors',
    ])
    const topic = Object.keys(resources).find((id) => resources[id]!.Type === 'AWS::SNS::Topic')
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual([topic])
    expect(one('SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'alarms@council.example',
      TopicArn: topic,
    })
    expect(
      one('CloudWatch::Dashboard').Properties.DashboardBody.match(/"type":"metric"|"type":"alarm"/g),
    ).toHaveLength(alarms.length)
  })

  it('may write to their topic, which takes nothing without TLS', () => {
    const { Topics, PolicyDocument } = one('SNS::TopicPolicy').Properties
    expect(Topics).toEqual([Object.keys(resources).find((id) => resources[id]!.Type === 'AWS::SNS::Topic')])
    expect(PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      {
        Sid: 'AlarmsMayPublish',
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: Topics[0],
        Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
      },
    ])
  })

  it('watch the indexes as well as the table', () => {
    const alarm = ofType('CloudWatch::Alarm').find(({ Properties }) =>
      Properties.AlarmName.endsWith('table-throttles'),
    )!
    const metrics = alarm.Properties.Metrics as { MetricStat?: { Metric: Metric } }[]
    const watched = metrics.flatMap(({ MetricStat }) =>
      MetricStat
        ? [[MetricStat.Metric.MetricName, ...MetricStat.Metric.Dimensions.map(({ Value }) => Value)]]
        : [],
    )
    expect(watched.map((names) => names.toSorted())).toEqual(
      [[], ['due'], ['list']].flatMap((index) =>
        ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metric) =>
          [metric, 'QualityMarkTable', ...index].toSorted(),
        ),
      ),
    )
  })

  it('read the line that the sweep writes', () => {
    expect(one('Logs::MetricFilter').Properties).toMatchObject({
      FilterPattern: '{ ($.where = "sweep") && ($.oldestSeconds >= 0) }',
      MetricTransformations: [{ MetricName: 'OldestLeftOverSeconds', MetricValue: '$.oldestSeconds' }],
    })
  })
})

describe('the checks', () => {
  it('find nothing that is not acknowledged, and every acknowledgement is of something found', () => {
    const { acknowledged } = readSynthesised()
    expect(acknowledged.length).toBeGreaterThan(5)
    expect(acknowledged.filter(({ findings }) => findings === 0)).toEqual([])
  })
})
