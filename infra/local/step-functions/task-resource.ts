// How history events name the integration of a task.
import type { MachineTask } from './machine.ts'

export function resourceOf(task: MachineTask): { resourceType: string; resource: string } {
  return { resourceType: 'lambda', resource: task.waits ? 'invoke.waitForTaskToken' : 'invoke' }
}
