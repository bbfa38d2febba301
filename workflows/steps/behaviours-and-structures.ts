// Step 5, Behaviours, Attitudes, Policies and Structures: handed in with one press until its fields come.
import type { Step } from '../model.ts'

export const behavioursAndStructures: Step = {
  id: 'behaviours-and-structures',
  remindAfterDays: [14, 60, 120],
  sections: [],
}
