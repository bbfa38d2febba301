// Where everything ends that AWS could not hand to a function after trying again; an alarm says when something is in it.
import { Duration, type Stack } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'

export function addDeadLetters(stack: Stack): Queue {
  return new Queue(stack, 'dead-letters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
}
