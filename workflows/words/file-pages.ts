// Words of the pages on which files are added and taken away.
import { catalogue } from './catalogue.ts'

export const filePages = catalogue('file-pages', {
  addTitle: 'Add a file',
  press: 'Continue',
  send: 'Send the file',
  choose: 'Choose the file for “{name}” on your device.',
  yourFile: 'Your file',
  patience:
    'A large file can take some minutes: stay on this page until the next one comes. The form works for ten minutes; after that, reload the page. If you get an error message instead of our page, the file was larger than 100 MB or the time was up: go back and try again.',
  goOn: 'Go on',
  ready: 'Your file is ready',
  readyText: '“{name}” was checked and is kept.',
  another: 'Add another file',
  refused: 'We could not take this file',
  refusedText: '“{name}”: {why}',
  goOnWithout: 'Go on without it',
  checking: 'Your file is being checked',
  checkingText:
    'We are checking that “{name}” is safe to open. This usually takes less than a minute. You do not need to wait here.',
  lookAgain: 'Look again',
  notArrivedLink: 'Send the file',
  notArrived: 'It has not arrived, and you did not send it? {link}',
  removeTitle: 'Take this file away?',
  remove: 'Take it away',
  keep: 'Keep it',
  removeRefused: '“{name}” was not accepted. This takes it off your list.',
  removeAwaiting: '“{name}” has not arrived. This takes it off your list.',
  removeRemoved: '“{name}” is deleted already. This takes it off your list.',
  removeHandedIn:
    '“{name}” will not be in what you hand in next. It stays in what you have handed in already.',
  removeFromNext: 'Take it out of what I hand in next',
  removeEverywhere: 'Delete it everywhere',
  removeEverywhereText:
    '“Delete it everywhere” deletes “{name}” for good: here, in what you have handed in, and in what is public. Do this when somebody in it does not agree any more. The team and the validators will see that a file was taken away.',
  removeClean: '“{name}” will be deleted. You can add it again from your device.',
  takenKinds: 'photos and pictures as JPG or PNG, documents as PDF or Word (DOCX)',
  takenSize: 'up to 20 MB each, one file at a time',
  takenFilms: 'a film as a link to a page: give it in the entry',
  takenPeople: 'the people in it agree to be seen; we remove from photos where and when they were taken',
  back: 'Back',
})
