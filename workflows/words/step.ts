// Words of the page of a step.
import { catalogue } from './catalogue.ts'

export const step = catalogue('step', {
  back: 'Back to your journey',
  number: 'Step {number} of {count}',
  told: 'What you were told',
  empty: 'Not started',
  begun: 'Something is missing',
  checking: 'A file is not ready yet',
  done: 'Done',
  skippable: 'Would help',
  handedIn: 'You handed this step in on {date}.',
  goesOn: 'You can go on with this',
  goesOnText:
    'What you write now is kept for the next time that you hand this step in. What you handed in stays as it is.',
  changedSince: 'Changed since you handed it in',
  whatWasHandedIn: 'What you handed in',
  notHandedIn: 'This step was not handed in.',
  kept: 'Everything that you save is kept, and you can come back at any time.',
  begin: 'Begin with “{part}”',
  goOn: 'Go on with “{part}”',
  laterTurn:
    'Every part is done. You can hand this step in when its turn comes: the steps are handed in one after the other.',
  leadHandsIn: 'Every part is done. Your lead can hand the step in.',
  check: 'Check your answers and hand in',
  alsoShown: 'You can record this here too',
  ofOtherStep: 'It is part of “{step}”.',
})
