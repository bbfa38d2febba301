// Words of the page to print and celebrate with.
import { catalogue } from './catalogue.ts'

export const whatChanged = catalogue('what-changed', {
  title: 'What changed',
  back: 'Back to your journey',
  link: '“What changed”: a page to print and celebrate with',
  workingTowards: 'On our way to the Cultural Cohesion Quality Mark, working towards {level}.',
  awarded: 'We have been awarded the Cultural Cohesion Quality Mark at {level} level.',
  workingTowardsToOne: 'On my way to the Cultural Cohesion Quality Mark, working towards {level}.',
  awardedToOne: 'I have been awarded the Cultural Cohesion Quality Mark at {level} level.',
  impactToOne: 'My story',
  toPrint:
    'You can print this page with your browser, or save it as a PDF. Entries of your diary that are for you alone are not on it.',
  impact: 'Our story',
  distance: 'Then and now',
  nothingYet: 'Nothing is written yet. What you write in steps 4, 6 and 7 comes here.',
  next: 'What comes next',
})
