// Words of the page that shows again what was sent after its sign-in had ended.
import { catalogue } from './catalogue.ts'

export const held = catalogue('held', {
  'title.signed-out': 'You were signed out before this could be saved',
  'title.signed-in-again': 'You signed in again before this could be saved',
  what: 'This is what you sent. It is not saved yet, and nobody else can see it. We keep it until {until}.',
  aside: '{question} Why it does not apply',
  chosen: '{count} chosen',
  changed: 'If somebody has changed the same thing meanwhile, you are told before anything is replaced.',
  send: 'Send it now',
  drop: 'Leave it',
  dropped: 'If you leave it, we delete it.',
  nothingTitle: 'There is nothing left to send',
  nothing: 'What we kept for you has been sent or left, or the hour is over.',
  journeys: 'Go to your journeys',
  removal: 'What you asked for',
  'removal.remove': 'To take this away',

  name: 'Name',
  email: 'Email address',
  comment: 'What they should look at',
  reason: 'Why the journey is closed',
  decision: 'What you decided',
  'decision.accept': 'To accept',
  'decision.return': 'To return a step',
  to: 'The step that you return',
  onBehalfOf: 'How they got in touch',
  'onBehalfOf.telephone': 'They telephoned',
  'onBehalfOf.letter': 'They wrote a letter',
  'onBehalfOf.email': 'They wrote an email',
})
