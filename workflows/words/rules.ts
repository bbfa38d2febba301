// Words of the page on which the team moves a journey to the newest rules.
import { catalogue } from './catalogue.ts'

export const rules = catalogue('rules', {
  title: 'Move to the newest rules',
  back: 'Back',
  what: 'The steps and questions of the quality mark have changed since this journey began. It keeps the rules that it began with until you move it, or until its next round begins.',
  changes: 'What changes',
  happens: 'What happens to this journey',
  stays: 'It stays where it is: {place}.',
  goesOn: 'It is at “{place}” now. It goes on at “{next}”, which is new or comes earlier.',
  kept: 'Every answer is kept, also what is saved and not handed in yet.',
  handedIn:
    'Steps that were handed in stay handed in. A new question in one of them is asked in the next round, or when the step is returned.',
  notBack: 'You cannot move it back.',
  noEmail:
    'They get no email about the rules, so tell them yourself. If another step opens now, the lead gets the usual email about that step.',
  press: 'Move it to the newest rules',
  leave: 'Leave it as it is',
  nothing: 'No step and no question changes.',
  newSteps: 'New steps',
  goneSteps: 'Steps that are gone',
  reordered: 'The steps come in another order.',
  newQuestions: 'New questions',
  goneQuestions: 'Questions that are gone',
  changedQuestions: 'Questions that are asked in another way',
  otherReminders: 'Reminders come after other days.',
})
