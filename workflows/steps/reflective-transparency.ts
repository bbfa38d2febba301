// Step 4, Reflective Transparency: handed in with one press until its fields come.
import type { Step } from '../model.ts'

export const reflectiveTransparency: Step = {
  id: 'reflective-transparency',
  remindAfterDays: [14, 60, 120],
  sections: [],
}
