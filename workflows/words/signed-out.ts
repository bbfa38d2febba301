// Words of the page that says that something was sent after its sign-in had ended, and is held.
import { catalogue } from './catalogue.ts'

export const signedOut = catalogue('signed-out', {
  title: 'Please sign in again',
  why: 'You have been signed out, because you were away for a while. What you have just sent is not saved yet.',
  kept: 'We keep it for you for one hour. Sign in again in this browser, with the same email address. We then show you what you sent, and you can send it again.',
  last: 'If you sent several forms, we keep the last one.',
  signIn: 'Sign in',
})
