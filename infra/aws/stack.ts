// The whole system as one stack; here it is only put together.
import { type App, Stack } from 'aws-cdk-lib'
import { addAlarms } from './alarms.ts'
import type { Configuration } from './configuration.ts'
import { addTable } from './data.ts'
import { addDeadLetters } from './dead-letters.ts'
import { addEvidenceBucket, addEvidenceRule, addScanning } from './evidence.ts'
import { addExecutionRule } from './execution-events.ts'
import { addJourneyMachines } from './journey-machine.ts'
import { addLambdas, type BuiltCode } from './lambdas.ts'
import { addMail } from './mail.ts'
import { placesOf } from './places.ts'
import { addRelaySource } from './relay-source.ts'
import { addSchedules } from './schedules.ts'
import { stackName } from './stack-name.ts'
import type { Inventory } from './triggers.ts'
import { addWebApi } from './web-api.ts'

export function addStack(
  app: App,
  inventory: Inventory,
  configuration: Configuration,
  code: BuiltCode,
): Stack {
  const { account, region } = configuration
  const stack = new Stack(app, stackName, { env: { account, region }, terminationProtection: true })
  const table = addTable(stack)
  const bucket = addEvidenceBucket(stack)
  const deadLetters = addDeadLetters(stack)
  const places = placesOf(stack, configuration, { table, bucket })
  const lambdas = addLambdas(stack, inventory, configuration, places, code, deadLetters)
  const api = addWebApi(stack, inventory, configuration, lambdas)
  addJourneyMachines(stack, configuration, lambdas)
  addRelaySource(stack, inventory, places, lambdas, deadLetters)
  addSchedules(stack, inventory, lambdas, deadLetters)
  addMail(stack, inventory, configuration, lambdas, deadLetters)
  addScanning(stack, bucket)
  addEvidenceRule(stack, inventory, bucket, lambdas, deadLetters)
  addExecutionRule(stack, inventory, places, lambdas, deadLetters)
  addAlarms(stack, configuration, { api, deadLetters, lambdas, places })
  return stack
}
