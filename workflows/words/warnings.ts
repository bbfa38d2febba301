// Words about what somebody may want to look at again before handing a step in; an id for each code of workflows/warnings.ts.
import { catalogue } from './catalogue.ts'

export const warnings = catalogue('warnings', {
  heading: 'Please look again',
  notBlocking: 'None of this keeps you from handing in.',
  'date-has-passed': 'A planned day has passed: {what}',
  'more-pledges-than-people':
    'There are more pledges ({count}) than people in your organisation ({people}). Were some counted twice?',
  'fewer-pledges-than-people':
    '{count} of {people} people have pledged. Say in a few words why, and what you will do.',
  'area-without-entry': 'Your diary says nothing yet about: {areas}',
  'nobody-inside-told': 'You have not told your own people yet what has changed.',
  'nobody-outside-told': 'You have told your own people only: tell the people whom you work for too.',
  'few-answered':
    'Fewer than 10 answered: {what}. What they said is shown to you alone, so that nobody can be recognised.',
  'link-gone':
    'This page was not found when we looked: {url}. Validators look at your pages, so put it back if you can.',
  'consent-without-holder':
    '{what} is meant for everybody: say who has recorded that everybody in it agrees. It cannot be published before.',
  'more-answered-than-asked': 'More people answered than were asked: {what}. Please check the two numbers.',
  'parent-not-named': 'You apply as a part of an organisation: say which one.',
  'website-not-named': 'You have a website: say where it is, so that validators can read it.',
  'sponsor-could-sign':
    'You named a senior sponsor in step 1. If they can sign, ask them: the commitment counts for more when it is not the lead alone who signs.',
  'public-email': 'Take the email address out of “{what}”: everybody may come to read it.',
  'public-telephone': 'Take the telephone number out of “{what}”: everybody may come to read it.',
  'public-child':
    '“{what}” seems to have the full name of a child in it, and everybody may come to read it. Use a first name alone, or none.',
  'nothing-to-see':
    'You have no website, and no entry of your diary has a link or a file: there is nothing that the validators can look at.',
})
