// Words of the page on which everybody of an organisation can pledge, and of its count.
import { catalogue } from './catalogue.ts'

export const pledge = catalogue('pledge', {
  title: 'Pledge with {organisationName}',
  caption: 'Cultural Cohesion Quality Mark',
  heading: 'Pledge with {organisationName}',
  what: '{organisationName} works towards the Cultural Cohesion Quality Mark: for harmonious relationships, and fair chances for everyone.',
  wording: 'This is the pledge:',
  aim: 'The pledge is to help to improve how people get on with one another, wherever you meet.',
  question: 'Will you pledge too?',
  yes: 'I pledge',
  free: 'It is your free choice. This tick is all that is needed: you need not say who you are.',
  more: 'Say more if you like',
  moreWhat:
    'Nothing of this is needed. Those who lead the journey of {organisationName} can read it, with the team of the mark. Nobody else does, unless you want it. Please do not write about anybody’s ethnicity, religion or health. We remove it after two years, or when you ask them to.',
  press: 'Send my pledge',
  thanks: 'Thank you for your pledge',
  soFar: '{count} with {organisationName} so far.',
  close: 'You can close this page now. Tell your colleagues, family and friends about it.',
  mark: 'What is the Cultural Cohesion Quality Mark?',
  closedTitle: 'Nobody can pledge here now',
  closed: 'This organisation has not begun its journey yet, or has ended it. Ask whoever sent you the link.',
  linkTitle: 'Your pledge link',
  linkText:
    'Send this link to everyone who takes part. It works on a phone, takes a minute, and needs no name and no account:',
  linkShows:
    'People see your organisation’s name there, and the words of your pledge as you saved them last.',
  linkClosed: 'The link is closed, since the journey has ended.',
  count: '{count} The link can only count: it cannot tell who pledged, or whether somebody did so twice.',
  countOfRounds:
    '{count} Of these, {thisRound} in this round. The link can only count: it cannot tell who pledged, or whether somebody did so twice.',
  read: 'What people pledged',
  none: 'Nobody has pledged yet',
  one: '1 person has pledged',
  several: '{count} people have pledged',
  missing: 'Tick “I pledge” if you want to pledge. If not, close the page',
})
