// Words of the page on the way to the next level.
import { catalogue } from './catalogue.ts'

export const nextRound = catalogue('next-round', {
  title: 'Start your journey to {level}',
  back: 'Back to your journey',
  again: 'You go through the seven steps again, this time for {level}.',
  filledIn:
    'Everything that you handed in for {level} is filled in already. Look at each part, change what has changed, and hand the step in.',
  pledges: 'People who have joined since can pledge, through the same link as before.',
  award: 'Your {level} award stays yours, whatever comes.',
  noDeadline: 'There is no deadline. Most organisations take a year or more.',
  press: 'Start now',
  notYet: 'Not yet',
})
