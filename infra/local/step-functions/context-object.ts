// The context object that an expression reads as $states.context.
import { machineName } from './arns.ts'
import type { Execution, Frame } from './execution.ts'
import { type Json, parseJson } from './json.ts'

export function contextObject(execution: Execution, frame: Frame, token?: string): Json {
  return {
    Execution: {
      Id: execution.arn,
      Input: parseJson(execution.input),
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    State: {
      EnteredTime: new Date(frame.enteredAt).toISOString(),
      Name: frame.state,
      RetryCount: frame.retryCount,
    },
    StateMachine: { Id: execution.stateMachineArn, Name: machineName(execution.stateMachineArn) },
    ...(token !== undefined && { Task: { Token: token } }),
  }
}
