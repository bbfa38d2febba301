// Words of the page on which a lead asks for the signature under the commitment, and of what is missing without it.
import { catalogue } from './catalogue.ts'

export const signature = catalogue('signature', {
  title: 'The signature',
  back: 'Back to the step',
  unfinished:
    'Say first what you pledge, who decided it, and who signs. Then you can ask for the signature here.',
  'lead-signs': 'You sign it yourself, by handing the step in.',
  'on-paper':
    'It is signed on paper, and you have added the copy. When you hand the step in, {name} and the lead each get the words by email.',
  'copy-missing': 'It is signed on paper. Add a photo or a scan of it to the step.',
  'not-asked':
    'We will write to {name} at {address}. They read the words below, and sign with a code that we email to them. You both get a copy.',
  waiting:
    'We asked {name} to sign on {date}, at {address}. We will email you a copy when they have. If the email was lost, you can send another.',
  unreachable:
    'Our email to {name} at {address} did not arrive. Enter another address under “Who signs”, then ask again.',
  declined: '{name} did not sign. This is why:',
  declinedNext: 'Change what needs to change, then ask again.',
  changed:
    'The commitment, or who signs it, has changed since we asked for the signature on {date}. Ask for it again: what counts is signed in exactly these words.',
  signed: '{name} signed it on {date}.',
  signedChange: 'If you change the words, it has to be signed again.',
  words: 'What is signed',
  ask: 'Ask {name} to sign',
  askAgain: 'Ask {name} again',
  leadAsks: 'The lead can ask for the signature.',
  change: 'Change:',
  notThem: 'Somebody else has to sign',
  notThemSaved: 'Nothing was handed in. Your answers are saved.',
  notThemGo: 'Change who signs',
  'error-unfinished': 'Say first what you pledge, who decided it, and who signs',
  'error-is-lead':
    'The address is the lead’s own. Name somebody else, or choose “There is nobody but me” under “Who signs”',
  'error-on-panel': 'This person validates your journey, so they cannot sign for you. Name somebody else',
  'error-cannot-reach': 'Our emails to this address do not arrive. Enter another one under “Who signs”',
  'error-limited': 'You have asked many times today. Ask again tomorrow',
  'missing-not-asked': 'The questions are all answered. The commitment still needs its signature.',
  'missing-not-asked-go': 'Ask for the signature',
  'missing-waiting':
    'The questions are all answered. You can hand the step in when the commitment is signed: we have asked for the signature.',
  'missing-waiting-go': 'See how it stands',
  'missing-changed':
    'The commitment has changed since we asked for the signature, so it has to be signed again.',
  'missing-changed-go': 'Ask for the signature again',
  'missing-unreachable': 'Our email to who signs did not arrive, so the commitment is not signed yet.',
  'missing-unreachable-go': 'See what you can do',
  'missing-declined': 'Who was asked to sign did not. They have told you why.',
  'missing-declined-go': 'Read why',
  'missing-copy-missing': 'The commitment is signed on paper. A photo or a scan of it is still missing.',
  'missing-copy-missing-go': 'Add the signed copy',
})
