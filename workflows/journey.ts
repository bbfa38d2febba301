// The Cultural Cohesion Quality Mark at a glance: levels, phases, the seven steps in order, who checks each phase (domain.md 2).
import { defineJourney } from './define-journey.ts'
import { behavioursAndStructures } from './steps/behaviours-and-structures.ts'
import { commitmentAndPledge } from './steps/commitment-and-pledge.ts'
import { demonstrateAndCelebrate } from './steps/demonstrate-and-celebrate.ts'
import { positiveAction } from './steps/positive-action.ts'
import { raisingAwareness } from './steps/raising-awareness.ts'
import { reflectiveTransparency } from './steps/reflective-transparency.ts'
import { registration } from './steps/registration.ts'

export const journey = defineJourney({
  levels: ['bronze', 'silver', 'gold', 'excellence'],
  phases: [
    { id: 'foundation', steps: [registration, raisingAwareness, commitmentAndPledge], endsWith: 'check' },
    { id: 'developing', steps: [reflectiveTransparency, behavioursAndStructures], endsWith: 'check' },
    { id: 'achieving', steps: [positiveAction, demonstrateAndCelebrate], endsWith: 'validation' },
  ],
})
