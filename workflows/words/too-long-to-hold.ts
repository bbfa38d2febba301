// Words of the page that says that what was sent is too long to be held, and shows it.
import { catalogue } from './catalogue.ts'

export const tooLongToHold = catalogue('too-long-to-hold', {
  title: 'Copy what you wrote before you go on',
  why: 'You were signed out, or have signed in again, since you opened the page. This is not saved, and it is too long for us to keep.',
  copy: 'Copy each text to a safe place. Then open the page again, put your texts in and save.',
  text: 'Text {number}',
})
