// Words of what the team can do with a journey beside deciding, and of what it should know of it.
import { catalogue } from './catalogue.ts'

export const caseActions = catalogue('case-actions', {
  public: 'See what is public, and take it down',
  signature: 'See the signature under their commitment',
  pausedSincePaused: 'Paused',
  pausedSince: '{paused} since {date}. No reminders are sent.',
  closed: 'Why it was closed',
  stuck: 'This journey is stuck',
  stuckText:
    'It stopped on {moment}. Nothing is lost. Set it going again, and it goes on where it was. If you do nothing, it is set going again within an hour or so.',
  restart: 'Set it going again',
  unreachableTitle: 'The lead cannot be reached by email.',
  'why.bounce': 'An email to them came back for good',
  'why.complaint': 'An email of ours was reported as unwanted',
  unreachableText:
    '{title} {why}, so we no longer write to that address. No reminders are sent. Telephone the lead.',
  unreachableAsked:
    '{title} {why}, so we no longer write to that address. No reminders are sent. We have asked the colleagues who help with the journey. Telephone the lead.',
  contact: 'Change the contact, or try the address again',
  fillIn: 'Fill in on their behalf',
  see: 'See what they see',
  changeLead: 'Change the lead, or put their details right',
  emails: 'See the emails that went, and send one again',
  rules: 'Move to the newest rules',
  goOn: 'Let it go on',
  pause: 'Pause it',
  close: 'Close it',
  title: 'What else you can do',
})
