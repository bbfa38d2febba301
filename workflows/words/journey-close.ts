// Words of the page on which the team ends a journey.
import { catalogue } from './catalogue.ts'

export const journeyClose = catalogue('journey-close', {
  title: 'Close the journey',
  back: 'Back',
  what: 'This ends the journey. Nothing more can be handed in, and it cannot be opened again. Awards stay.',
  noEmail: 'They get no email about this, so tell them yourself.',
  reason: 'Why is it closed?',
  reasonHint: 'The team reads this. It is kept with the journey.',
  leave: 'Leave it as it is',
  missing: 'Write why the journey is closed',
})
