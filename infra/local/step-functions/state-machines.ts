// The commands on state machines: create, update, describe, list.
import { machineName, type Place, stateMachineArn } from './arns.ts'
import { definitionId, machineOf } from './machine.ts'
import { decodePageToken, encodePageToken, pageSize } from './page-token.ts'
import { ServiceError } from './service-error.ts'
import type { StateMachine, Store } from './store.ts'

export type StateMachineCommands = {
  createStateMachine(input: { name: string; definition: string; roleArn: string }): {
    stateMachineArn: string
    creationDate: Date
  }
  updateStateMachine(input: { stateMachineArn: string; definition?: string; roleArn?: string }): {
    updateDate: Date
  }
  describeStateMachine(input: { stateMachineArn: string }): StateMachineDescription
  listStateMachines(input: { maxResults?: number; nextToken?: string }): {
    stateMachines: { stateMachineArn: string; name: string; type: 'STANDARD'; creationDate: Date }[]
    nextToken?: string
  }
}

type StateMachineDescription = {
  stateMachineArn: string
  name: string
  status: 'ACTIVE'
  definition: string
  roleArn: string
  type: 'STANDARD'
  creationDate: Date
}

export function stateMachineOf(store: Store, arn: string): StateMachine {
  const machine = store.stateMachine(arn)
  if (machine) return machine
  throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
}

export function definitionOf(store: Store, id: string): string {
  const definition = store.definition(id)
  if (definition === undefined) throw new Error(`the store has lost the definition ${id}`)
  return definition
}

export function stateMachineCommands(store: Store, place: Place, now: () => Date): StateMachineCommands {
  return {
    createStateMachine({ name, definition, roleArn }) {
      const arn = stateMachineArn(place, name)
      const known = store.stateMachine(arn)
      const id = definitionId(definition)
      if (known && known.definitionId !== id) {
        throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`)
      }
      // As on AWS, another role alone is neither an error nor an update.
      if (known) return { stateMachineArn: arn, creationDate: new Date(known.createdAt) }
      machineOf(id, () => definition)
      const at = now().getTime()
      const machine = {
        arn,
        name,
        definitionId: definitionId(definition),
        roleArn,
        createdAt: at,
        updatedAt: at,
      }
      store.saveStateMachine(machine, definition)
      return { stateMachineArn: arn, creationDate: new Date(at) }
    },

    updateStateMachine({ stateMachineArn: arn, definition, roleArn }) {
      const known = stateMachineOf(store, arn)
      if (definition === undefined && roleArn === undefined) {
        const message = 'Either the definition, the role ARN, the LoggingConfiguration must be specified'
        throw new ServiceError('MissingRequiredParameter', message)
      }
      const text = definition ?? definitionOf(store, known.definitionId)
      const id = definitionId(text)
      machineOf(id, () => text)
      const updatedAt = now().getTime()
      const changes = { definitionId: id, roleArn: roleArn ?? known.roleArn, updatedAt }
      store.saveStateMachine({ ...known, ...changes }, text)
      return { updateDate: new Date(updatedAt) }
    },

    describeStateMachine({ stateMachineArn: arn }) {
      const machine = stateMachineOf(store, arn)
      return {
        stateMachineArn: arn,
        name: machineName(arn),
        status: 'ACTIVE',
        definition: definitionOf(store, machine.definitionId),
        roleArn: machine.roleArn,
        type: 'STANDARD',
        creationDate: new Date(machine.createdAt),
      }
    },

    listStateMachines({ maxResults, nextToken }) {
      const [after = ''] = nextToken === undefined ? [] : decodePageToken('stateMachines', nextToken)
      const rest = store.stateMachines().filter(({ name }) => name > String(after))
      const page = rest.slice(0, pageSize(maxResults))
      const last = page.at(-1)
      return {
        stateMachines: page.map(({ arn, name, createdAt }) => ({
          stateMachineArn: arn,
          name,
          type: 'STANDARD' as const,
          creationDate: new Date(createdAt),
        })),
        ...(last &&
          page.length < rest.length && { nextToken: encodePageToken('stateMachines', [last.name]) }),
      }
    },
  }
}
