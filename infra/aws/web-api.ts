// The pages: an HTTP API with a route for every http line of the inventory, under the stage's own domain.
import { CfnOutput, NestedStack, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import {
  CfnApi,
  CfnApiMapping,
  CfnDomainName,
  CfnIntegration,
  CfnRoute,
  CfnStage,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Configuration } from './configuration.ts'
import type { Lambdas } from './lambdas.ts'
import { type Inventory, namesOn } from './triggers.ts'

/** Neither paths nor addresses: some paths hold a secret, and an address on the network is personal data. */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  error: '$context.integration.error',
})

export function addWebApi(
  system: Stack,
  inventory: Inventory,
  configuration: Configuration,
  lambdas: Lambdas,
): CfnApi {
  const pages = namesOn(inventory, 'http')
  // Two resources for each page and more: a stack holds 500.
  const stack = new NestedStack(system, 'web-api')
  const api = new CfnApi(stack, 'api', {
    name: 'quality-mark',
    protocolType: 'HTTP',
    disableExecuteApiEndpoint: true,
  })
  // One role instead of a permission for each function.
  const role = new Role(stack, 'api-role', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      pages: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: pages.map((name) => lambdas.get(name)!.functionArn),
          }),
        ],
      }),
    },
  })
  for (const name of pages) {
    const integration = new CfnIntegration(stack, `${name}-integration`, {
      apiId: api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: lambdas.get(name)!.functionArn,
      payloadFormatVersion: '2.0',
      credentialsArn: role.roleArn,
    })
    for (const routeKey of (inventory[name]!.on as { http: readonly string[] }).http) {
      new CfnRoute(stack, `route ${routeKey}`, {
        apiId: api.ref,
        routeKey,
        authorizationType: 'NONE',
        target: `integrations/${integration.ref}`,
      })
    }
  }
  const accessLog = new LogGroup(stack, 'api-log', {
    // With this prefix log delivery needs no resource policy of its own, of which an account has few.
    logGroupName: '/aws/vendedlogs/quality-mark-pages',
    retention: configuration.logRetentionDays as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const stage = new CfnStage(stack, 'api-stage', {
    apiId: api.ref,
    stageName: '$default',
    autoDeploy: true,
    defaultRouteSettings: { throttlingBurstLimit: 200, throttlingRateLimit: 100 },
    accessLogSettings: { destinationArn: accessLog.logGroupArn, format: accessLogFormat },
  })
  const domain = new CfnDomainName(stack, 'domain', {
    domainName: configuration.domain,
    domainNameConfigurations: [
      {
        certificateArn: configuration.certificateArn,
        endpointType: 'REGIONAL',
        securityPolicy: 'TLS_1_2',
      },
    ],
  })
  new CfnApiMapping(stack, 'domain-mapping', {
    apiId: api.ref,
    domainName: domain.ref,
    stage: stage.ref,
  })
  new CfnOutput(system, 'PagesTarget', { value: domain.attrRegionalDomainName })
  return api
}
