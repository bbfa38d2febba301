// Words of the page on which the team changes a journey's lead.
import { catalogue } from './catalogue.ts'

export const journeyLead = catalogue('journey-lead', {
  title: 'Change the lead',
  back: 'Back',
  now: 'This is the lead now:',
  name: 'Name',
  removed: 'Removed',
  role: 'Role',
  email: 'Email address',
  telephone: 'Telephone',
  another: 'Give the journey another contact',
  newLeadEmail: 'The new lead gets the email about “{step}”.',
  newLeadNoEmail: 'The new lead gets no email now, because no step is open. Tell them that they can sign in.',
  otherAddress:
    'With another email address, somebody else leads the journey from now on. The address above no longer opens it, and gets no email about the change. {whatEmail}',
  sameAddress: 'With the same email address, only the details are put right.',
  save: 'Save',
  'why.bounce':
    'An email to this address came back for good, so we write to it no more. If you know that the address works, we can try again. If the next email comes back too, you will read it here.',
  'why.complaint':
    'An email of ours was reported as unwanted from this address, so we write to it no more. Only they can change that. Telephone them if you need to.',
  asked: 'They asked us to write to them again',
  works: 'The address works',
  worksHint: 'You have asked them, or made sure in another way.',
  writeAgain: 'Write to this address again',
  because: 'Why may we write to it again?',
  writeAgainPress: 'Write to it again',
  onThePanel: 'Enter another address. This one belongs to a validator of this journey',
  'missing.because': 'Select why we may write to this address again',
  'missing.asked': 'Confirm that they asked us to write to them again',
})
