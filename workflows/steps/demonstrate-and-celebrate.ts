// Step 7, Demonstrating, Celebrating & Validation (our working name, domain.md 2.1): handed in with one press until its fields come.
import type { Step } from '../model.ts'

export const demonstrateAndCelebrate: Step = {
  id: 'demonstrate-and-celebrate',
  remindAfterDays: [14, 60, 120],
  sections: [],
}
