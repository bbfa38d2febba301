// Words of the pages on which a part of a step is filled in.
import { catalogue } from './catalogue.ts'

export const sectionPage = catalogue('section-page', {
  back: 'Back',
  changed: 'Somebody has changed this since you opened it',
  savedNow: 'This is what is saved now:',
  savedNowSince: 'This is what is saved now, since {date}:',
  yoursIsBelow: 'What you typed is below and is not saved yet. Save it to replace what is above.',
  save: 'Save and continue',
  addFile: 'Save and add a file',
  remove: 'Take this away',
  numbered: '{one}, {number}',
  notReady: 'A file is not ready yet',
  missing: 'Something is missing',
  change: 'Change or take away',
  changeNumber: 'number {number}',
  addFirst: 'Add the first one',
  addAnother: 'Add another one',
  done: 'That is all for now',
  asideQuestion: 'Does a question not apply to you?',
  asideHint: 'Leave the question empty and say here why it does not apply. Nobody minds.',
  asideField: '“{question}” does not apply to us, because',
  asideSection: 'Does this not apply to you?',
  asideSectionField: 'This does not apply to us, because',
  asideSectionSave: 'Save the reason',
})
