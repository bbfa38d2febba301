// Words of the pages of signing in.
import { catalogue } from './catalogue.ts'

export const signIn = catalogue('sign-in', {
  title: 'Sign in',
  back: 'Back',
  hint: 'The one that we write to. We send a code to it; there is no password.',
  privacyLink: 'privacy notice',
  privacy: 'How we use your address stands in our {link}.',
  registerLink: 'Register your interest',
  register: 'Not registered yet? {link}.',
  codeTitle: 'Enter your code',
  codeSent:
    'If we know the address that you gave, we have sent a code of six digits to it. It can take a minute to arrive.',
  code: 'What is the code?',
  codeHint: 'It works once, for {minutes} minutes, in this browser.',
  codePress: 'Continue',
  noEmailLink: 'ask for another code',
  noEmail: 'No email? Look in your junk folder, or {link}.',
  unreachable:
    'If an email from us came back, or you reported one as junk, we no longer write to you. Telephone us on {telephone}.',
  'code.missing': 'Enter the code of six digits',
  'code.wrong': 'This code is not right, or it has expired. Check the newest email, or ask for another code',
  'code.used': 'This code has already been used. If you are not signed in, ask for another code',
})
