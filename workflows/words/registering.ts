// Words for somebody whose registration was sent and not taken.
import { catalogue } from './catalogue.ts'

export const registering = catalogue('registering', {
  tooMany: 'Too many codes were asked for. Wait a quarter of an hour, then send this again',
  already: 'This has already been registered',
  alreadyText: 'Nothing was changed. Sign in to go on with your journey.',
  signIn: 'Sign in',
})
