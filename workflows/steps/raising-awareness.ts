// Step 2, Raising Awareness: handed in with one press until its fields come.
import type { Step } from '../model.ts'

export const raisingAwareness: Step = {
  id: 'raising-awareness',
  remindAfterDays: [14, 60, 120],
  sections: [],
}
