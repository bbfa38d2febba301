// How the names of state machines and executions become ARNs, and back.

export type Place = { region: string; account: string }

const PARTS = /^arn:aws:states:([a-z0-9-]+):(\d{12}):(stateMachine|execution):([^:]+)(?::([^:]+))?$/

export function stateMachineArn(place: Place, name: string): string {
  return `arn:aws:states:${place.region}:${place.account}:stateMachine:${name}`
}

export function executionArn(machineArn: string, name: string): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`
}

export function machineName(machineArn: string): string {
  return machineArn.slice(machineArn.lastIndexOf(':') + 1)
}

export function isStateMachineArn(arn: string): boolean {
  const parts = PARTS.exec(arn)
  return parts !== null && parts[3] === 'stateMachine' && parts[5] === undefined
}

export function isExecutionArn(arn: string): boolean {
  const parts = PARTS.exec(arn)
  return parts !== null && parts[3] === 'execution' && parts[5] !== undefined
}
