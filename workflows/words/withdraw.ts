// Words of the page on which a journey is ended by its lead.
import { catalogue } from './catalogue.ts'

export const withdraw = catalogue('withdraw', {
  title: 'Withdraw from the quality mark',
  back: 'Back to the journey',
  what: 'If you withdraw:',
  ends: 'the journey ends now, and no step can be handed in any more',
  writing: 'we stop writing to you about it, after one email that confirms it',
  awards: 'awards that you have stay yours',
  kept: 'what you handed in is kept; write to us if you want it to be deleted',
  break:
    'If you only need a break, you need not withdraw: there is no deadline. You can ask us to pause the reminders.',
  press: 'Withdraw and end the journey',
  goOn: 'Go on with the journey',
})
