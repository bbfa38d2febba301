// Words of the page of the people who help with a journey.
import { catalogue } from './catalogue.ts'

export const people = catalogue('people', {
  title: 'The people who help',
  back: 'Back to the journey',
  lead: 'Lead',
  takeOff: 'Take off',
  leadInvites: 'The lead can invite more people, and hands in the steps.',
  nameRemoved: 'Name removed',
  unreachableNote: 'our emails to this address do not arrive',
  invite: 'Invite a colleague',
  inviteText:
    'A colleague can see the journey and fill in every part. Handing in a step stays with the lead. We send them an email; they sign in with a code.',
  name: 'What is your colleague’s name?',
  email: 'What is their email address?',
  emailHint: 'One that only they read. Make sure that they know you are giving it to us.',
  invitePress: 'Invite',
  'problem.already': 'Somebody with this address already belongs to the journey',
  'problem.full': 'There can be 20 colleagues. Take somebody off first',
  'problem.unreachable': 'Enter another address. Our emails to this one do not arrive',
  'problem.limited': 'You have invited many people today. Invite this one tomorrow',
  'problem.nameless': 'Enter your colleague’s name',
})
