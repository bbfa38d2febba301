// Words of the page that shows what a linked page said, and of what the privacy notice says of it.
import { catalogue } from './catalogue.ts'

export const capture = catalogue('capture', {
  title: 'What the page said',
  back: 'Back to the case',
  about:
    'This is the text that our computer read at this address. It has no pictures, and what a page shows later by itself can be missing. The page may say something else today.',
  address: 'Address',
  led: 'It led to',
  readOn: 'Read on',
  hash: 'Fingerprint of the text (SHA-256)',
  text: 'The text',
  privacyHeading: 'Web pages that organisations link to',
  privacy:
    'When a step is handed in, our computer reads the pages that it links to, as anybody can, and we keep their text: so that it stays clear what the page said. Every week it looks whether they are still there.',
  privacyWho: 'What we kept of the text of a page is seen by validators alone.',
  privacyHowLong:
    'The text of pages that organisations link to: until the step is handed in anew in the same round, or the organisation ends its journey; {years} years at most.',
})
