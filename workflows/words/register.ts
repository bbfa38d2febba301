// Words of the pages on which interest is registered, by somebody themselves or by the team for them.
import { catalogue } from './catalogue.ts'

export const register = catalogue('register', {
  title: 'Register your interest',
  back: 'Back',
  four: 'Four questions are enough to begin. Everything else comes later, in short parts, whenever it suits you.',
  next: 'What happens next',
  code: 'We email you a code, to make sure that the address is yours.',
  open: 'With the code your journey opens. You can finish step 1, and work on any other step, at once.',
  reply: 'We get back to you within five working days.',
  privacy:
    'We use what you tell us to run the quality mark with you, and for nothing else. Our {notice} says what we keep, and why.',
  notice: 'privacy notice',
  press: 'Register your interest',
  tooMany: 'Too many codes were asked for. Wait a quarter of an hour, then send this again',
  already: 'This has already been registered',
  alreadyWhat: 'Nothing was changed. Sign in to go on with your journey.',
  signIn: 'Sign in',
})

export const registerFor = catalogue('register-for', {
  title: 'Register somebody who got in touch',
  back: 'Back',
  what: 'These are the questions of the registration page. You can read them out. It is recorded that you registered them, and how they got in touch.',
  atOnce:
    'They are registered at once, without a code. We then email them, so make sure that the address is right: spell it back to them.',
  later: 'The rest of step 1 comes later. They can fill it in, or you can on their behalf.',
  how: 'How did they get in touch?',
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By email',
  applicant: 'Who applies',
  lead: 'Who leads it there',
  press: 'Register them',
})
