// Words of the team's page of a journey's emails.
import { catalogue } from './catalogue.ts'

export const journeyEmails = catalogue('journey-emails', {
  title: 'Emails',
  back: 'Back',
  what: 'These are the emails about this journey, the newest first. Codes for signing in are not among them.',
  unreachableLink: 'Change the contact, or try the address again',
  unreachable:
    'Nothing can be sent again: an email to the lead came back, or was reported as junk, so we do not write to that address. {link}.',
  sentToLead: 'What you send again goes to the lead, {lead}, with what is true today.',
  ended: 'Nothing can be sent again: the journey has ended, or the lead has no address.',
  none: 'No email has been sent yet.',
  to: '{became}. To {whom}',
  again: 'Send again',
  againAbout: ': {subject}, of {moment}',
  somebody: 'somebody whose details were removed',
  asked: 'Asked for on {moment}, and not known to have gone',
  sent: 'Sent on {moment}',
  notSent: 'Not sent: on {moment} the address could not be written to',
})
