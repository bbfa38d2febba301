// Step 3, Formal Commitment & Pledge: handed in with one press until its fields come.
import type { Step } from '../model.ts'

export const commitmentAndPledge: Step = {
  id: 'commitment-and-pledge',
  remindAfterDays: [14, 60, 120],
  sections: [],
}
