// Words of the cookies page.
import { catalogue } from './catalogue.ts'

export const cookies = catalogue('cookies', {
  title: 'Cookies',
  what: 'A cookie is a small text that a website keeps in your browser. We use two. Both are needed for signing in, so the law lets us set them without asking. We use none to watch what you do, and nobody else sets any here.',
  name: 'Name',
  purpose: 'What it is for',
  duration: 'How long it stays',
  signInPurpose: 'It is set when you ask for a code, so that the code works in your browser alone.',
  signInDuration: 'One hour, or until you have signed in',
  sessionPurpose: 'It is set when you have signed in, so that we know that it is you.',
  sessionDuration: 'One day, or until you sign out; you are signed in for 12 hours at most',
  names:
    'Your browser can show their names with “__Host-” before them. Each holds nothing but a random text. You are also signed out when you have sent nothing for four hours.',
  deleting:
    'You can delete them in your browser at any time. You are then signed out, and what you saved is kept.',
})
