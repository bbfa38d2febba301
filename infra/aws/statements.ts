// The grants of a function's ports as IAM statements: as few as say the same, since a role's policies have a limit.
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Grant, Statement } from '../../functions/adapters/grant.ts'
import type { Places } from './places.ts'
import { functionName } from './stack-name.ts'

export function statementsOf(grants: readonly Grant[], places: Places): PolicyStatement[] {
  const said = grants.flatMap(({ statements }) => statements)
  return [...rowStatements(said, places), ...otherStatements(said, places), ...mailStatements(said, places)]
}

/** Under each action every key that it is granted for; then the actions with the same keys together. */
function rowStatements(said: readonly Statement[], { table }: Places): PolicyStatement[] {
  const keysOf = new Map<string, Set<string>>()
  for (const statement of said) {
    if (statement.on !== 'rows' && statement.on !== 'index') continue
    const resource = statement.on === 'rows' ? table.arn : `${table.arn}/index/${statement.index}`
    for (const action of statement.may) {
      const id = `${action} ${resource}`
      keysOf.set(id, new Set([...(keysOf.get(id) ?? []), ...statement.keys]))
    }
  }
  const actionsOf = Map.groupBy(keysOf, ([id, keys]) => {
    const resource = id.slice(id.indexOf(' ') + 1)
    return JSON.stringify([resource, [...keys].toSorted()])
  })
  return [...actionsOf].map(([group, ids]) => {
    const [resource, keys] = JSON.parse(group) as [string, string[]]
    return new PolicyStatement({
      actions: ids.map(([id]) => `dynamodb:${id.slice(0, id.indexOf(' '))}`),
      resources: [resource],
      // True where there is no key at all; every action that a grant can name has one.
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
    })
  })
}

type OtherStatement = Exclude<Statement, { readonly on: 'rows' | 'index' | 'mail' }>

const services = {
  files: 's3',
  bucket: 's3',
  machines: 'states',
  executions: 'states',
  function: 'lambda',
} as const

function otherStatements(said: readonly Statement[], places: Places): PolicyStatement[] {
  return said
    .filter((statement): statement is OtherStatement => statement.on in services)
    .map(
      (statement) =>
        new PolicyStatement({
          actions: statement.may.map((action) => `${services[statement.on]}:${action}`),
          resources: [...resourcesOf(statement, places)],
        }),
    )
}

function resourcesOf(statement: OtherStatement, places: Places): readonly string[] {
  const { evidence, functionArnPrefix, machineArnPrefix, machineNames } = places
  const machines = machineNames.map((name) => machineArnPrefix + name)
  switch (statement.on) {
    case 'files':
      return [`${evidence.arn}/${statement.prefix}*`]
    case 'bucket':
      return [evidence.arn]
    case 'machines':
      return machines
    case 'executions':
      return machines.map((arn) => `${arn.replace(':stateMachine:', ':execution:')}:*`)
    case 'function':
      return [functionArnPrefix + functionName(statement.name)]
  }
}

/** It is the sender that is held to one: which identities SES asks for depends on whether the account is in its sandbox. */
function mailStatements(said: readonly Statement[], { mail }: Places): PolicyStatement[] {
  return said
    .filter(({ on }) => on === 'mail')
    .flatMap(({ may }) => {
      const actions = may.map((action) => `ses:${action}`)
      return [
        new PolicyStatement({
          actions,
          resources: [mail.identitiesArn],
          conditions: { StringEquals: { 'ses:FromAddress': mail.from } },
        }),
        new PolicyStatement({ actions, resources: [mail.configurationSet.arn] }),
      ]
    })
}
