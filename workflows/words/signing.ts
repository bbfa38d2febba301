// Words of the page on which somebody signs the formal commitment of their organisation.
import { catalogue } from './catalogue.ts'

export const signing = catalogue('signing', {
  welcomeTitle: 'Sign a formal commitment',
  welcome:
    'Your organisation works towards the Cultural Cohesion Quality Mark. It makes a formal commitment, which somebody senior signs.',
  welcomeCode:
    'If you were asked to sign, tell us the address that our email came to. We send you a code, and then you see the words. There is no password.',
  welcomeLink: 'This link works as often as you like. When you have signed, it shows what you signed.',
  addressHint: 'The one that our email came to.',
  title: 'Will you sign this commitment?',
  read: 'Please read it. You sign for {organisation}, and not for yourself alone.',
  question: 'Do you sign it?',
  missing: 'Select whether you sign',
  sign: 'Yes, I sign this commitment for {organisation}',
  decline: 'No, I do not sign it',
  why: 'If you do not sign: why not?',
  whyHint: 'We send this to the lead of your organisation, and to nobody else.',
  whyMissing: 'Say why you do not sign',
  press: 'Send',
  copy: 'When you sign, we email a copy to you and to the lead. The team of the quality mark can see it too.',
  privacy: 'How we use your name and address stands in our {link}.',
  privacyLink: 'privacy notice',
  signedTitle: 'The commitment is signed',
  signed:
    'Thank you. It was signed on {date}. We have emailed a copy to you and to the lead. This is what it says:',
  declinedTitle: 'You did not sign',
  declined: 'We have told the lead why. If they ask you again, we will email you.',
  changingTitle: 'The commitment has changed',
  changing:
    'What you were asked to sign has changed since. Please wait: when the lead asks you again, we will email you, and this link shows the new words.',
  overTitle: 'Your signature is not needed any more',
  over: 'The lead has gone on in another way. You have nothing to do.',
  endedTitle: 'This journey has ended',
  ended: 'Nothing is signed any more. You have nothing to do.',
  staleTitle: 'This has changed since you opened it',
  stale: 'Nothing was signed just now. Please look again at what you are asked to sign.',
  lookAgain: 'Look again',
  list: 'Commitments that you sign',
  privacyTitle: 'If you sign a commitment',
  privacyNotice:
    'Your name, role and email address, and the name of who signs beside you, which your lead gave us: so that you can read the commitment, sign it and get a copy. We keep when you signed, or why you did not. If the lead asks somebody else instead, we delete your name from the journey. The words that were signed are kept without names.',
})
