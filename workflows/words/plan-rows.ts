// Words with which what was found wanting becomes rows of the plan.
import { catalogue } from './catalogue.ts'

export const planRows = catalogue('plan-rows', {
  heading: 'What you found, and have no action for yet',
  plan: 'Your plan',
  fromStatements:
    'When you have saved this, whatever is “Not yet” or “Beginning” can go into your plan with one press: {plan}.',
  unfinished: 'We copy each into your plan. Then say what you will do, and by when.',
  addOne: 'Add a row for this',
  add: 'Add a row for each of these {count} things',
})
