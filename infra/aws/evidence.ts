// The files that organisations send: one private bucket, in which nothing is served before it was scanned and checked.
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { addRule } from './event-rules.ts'
import type { Lambdas } from './lambdas.ts'
import { type Inventory, namesOn } from './triggers.ts'

const quarantine = 'quarantine/'
export const bucketLogicalId = 'EvidenceBucket'

/**
 * Without versions: a key is random and written once, so there is nothing to go back to, and what is taken away because it
 * is malware, or because somebody is forgotten, has to be gone.
 */
export function addEvidenceBucket(stack: Stack): Bucket {
  const bucket = new Bucket(stack, 'evidence', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      { id: 'never-checked', prefix: quarantine, expiration: Duration.days(2) },
      { id: 'never-completed', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  })
  const resource = bucket.node.defaultChild as CfnBucket
  resource.overrideLogicalId(bucketLogicalId)
  // CDK's own switch for this brings a function of its own with it.
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  return bucket
}

/** GuardDuty tags what it has scanned, and says so on the event bus; nobody else may write tags. */
export function addScanning(stack: Stack, bucket: Bucket): void {
  const managedRule = `arn:${stack.partition}:events:${stack.region}:${stack.account}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`
  const service = 'malware-protection-plan.guardduty.amazonaws.com'
  const uploads = bucket.arnForObjects(`${quarantine}*`)
  const role = new Role(stack, 'scanning-role', {
    assumedBy: new ServicePrincipal(service, {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      scan: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
            resources: [managedRule],
            conditions: { StringLike: { 'events:ManagedBy': service } },
          }),
          new PolicyStatement({
            actions: ['events:DescribeRule', 'events:ListTargetsByRule'],
            resources: [managedRule],
          }),
          new PolicyStatement({
            actions: ['s3:GetBucketNotification', 's3:PutBucketNotification', 's3:ListBucket'],
            resources: [bucket.bucketArn],
          }),
          new PolicyStatement({
            actions: ['s3:PutObject'],
            resources: [bucket.arnForObjects('malware-protection-resource-validation-object')],
          }),
          new PolicyStatement({
            actions: [
              's3:GetObject',
              's3:GetObjectVersion',
              's3:GetObjectTagging',
              's3:GetObjectVersionTagging',
              's3:PutObjectTagging',
              's3:PutObjectVersionTagging',
            ],
            resources: [uploads],
          }),
        ],
      }),
    },
  })
  const plan = new CfnMalwareProtectionPlan(stack, 'scanning', {
    role: role.roleArn,
    protectedResource: { s3Bucket: { bucketName: bucket.bucketName, objectPrefixes: [quarantine] } },
    actions: { tagging: { status: 'ENABLED' } },
  })
  plan.node.addDependency(bucket)
}

export function addEvidenceRule(
  stack: Stack,
  inventory: Inventory,
  bucket: Bucket,
  lambdas: Lambdas,
  deadLetters: IQueue,
): void {
  const called = namesOn(inventory, 'evidenceEvents')
  addRule(
    stack,
    'uploaded-rule',
    {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: quarantine }] } },
    },
    called,
    lambdas,
    deadLetters,
  )
  addRule(
    stack,
    'scanned-rule',
    {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Malware Protection Object Scan Result'],
      detail: { s3ObjectDetails: { bucketName: [bucket.bucketName] } },
    },
    called,
    lambdas,
    deadLetters,
  )
}
