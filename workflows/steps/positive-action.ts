// Step 6, Taking Positive Action (our working name, domain.md 2.1): handed in with one press until its fields come.
import type { Step } from '../model.ts'

export const positiveAction: Step = {
  id: 'positive-action',
  remindAfterDays: [14, 60, 120],
  sections: [],
}
