// Words of the pages for what is not right with a request: what happened, and what to do now.
import { catalogue } from './catalogue.ts'

export const pageError = catalogue('page-error', {
  'not-found.title': 'We cannot find that page',
  'not-found.text':
    'If you typed the address, check that it is right. If you followed a link in an email, check that you have the whole link.',
  'not-found.more':
    'It can also be that you are signed in with another address than the one that the page belongs to.',
  'not-a-form.title': 'We could not read what was sent',
  'not-a-form.text': 'Go back, reload the page, and send it again. If that does not help, please tell us.',
  'too-large.title': 'That is more than we can take at once',
  'too-large.text': 'Go back, shorten your longest answer, and send it again.',
  'other-site.title': 'We could not be sure that this came from our page',
  'other-site.text':
    'Nothing was changed. Open the page again, from a link in our email or from the start page, and send it once more.',
  'session-ended.title': 'Please sign in again',
  'session-ended.text':
    'You have been signed out, because you were away for a while. What you have handed in is kept.',
  'team-only.title': 'This page is for the team',
  'team-only.text':
    'You are signed in with an address that does not belong to the team. Sign in with one that does.',
  'too-many.title': 'Too many codes were asked for',
  'too-many.text': 'Wait a quarter of an hour, then ask for one more. Look in your junk folder meanwhile.',
  'too-many-pledges.title': 'Too many pledges came from here at once',
  'too-many-pledges.text': 'Yours was not counted yet. Wait an hour, then send it again.',
  'unexpected.title': 'Sorry, something went wrong',
  'unexpected.text':
    'Nothing that you have handed in is lost. Please try again in a minute. If it goes wrong again, please tell us.',
  signIn: 'Sign in',
  toStart: 'Go to the start page',
})
