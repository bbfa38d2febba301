// Words of the page on which interest is registered.
import { catalogue } from './catalogue.ts'

export const register = catalogue('register', {
  title: 'Register your interest',
  back: 'Back',
  four: 'Four questions are enough to begin. Everything else comes later, in short parts, whenever it suits you.',
  questions: 'Read all questions first',
  next: 'What happens next',
  code: 'We email you a code, to make sure that the address is yours.',
  open: 'With the code your journey opens. You can finish step 1, and work on any other step, at once.',
  reply: 'We get back to you within {days} working days.',
  privacy:
    'We use what you tell us to run the quality mark with you, and for nothing else. Our {notice} says what we keep, and why.',
  notice: 'privacy notice',
  press: 'Register your interest',
  tooMany: 'Too many codes were asked for. Wait a quarter of an hour, then send this again',
  already: 'This has already been registered',
  alreadyWhat: 'Nothing was changed. Sign in to go on with your journey.',
  signIn: 'Sign in',
})
