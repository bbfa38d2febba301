// Words of the pages on which every question can be read before registering.
import { catalogue } from './catalogue.ts'

export const questions = catalogue('questions', {
  title: 'All questions',
  lead: 'Everything that we ask, step by step, with the reason. Read it, print it, talk about it. You need not be registered.',
  little:
    'Little of it must be answered: {must} answers in all from the first step to the last, {individual} if you apply as an individual. The rest would help.',
  counts: '{must} that must be answered, {other} that would help',
  ofIndividuals: 'Of an individual: {individual} that must be answered',
  allOnOne: 'All questions on one page, to print',
  allTitle: 'All questions on one page',
  allLead: 'The reasons, and examples of answers, are on the pages of the steps.',
  back: 'Back to all questions',
  start: 'Back to the start page',
  must: 'Must be answered',
  help: 'Would help',
  depends: 'Must be answered in some cases',
  again: 'You can add several.',
  organisations: 'Asked of organisations and groups, not of individuals.',
  aside: 'If a question does not apply to you, you can say so and why.',
  charity: 'An invented example, of a charity of six people: {text}',
  school: 'And one of a school: {text}',
  options: 'You choose from: {options}.',
  optionsBelow: 'You choose from:',
  optionWithHint: '{label}: {hint}',
  tick: 'You tick: “{text}”',
  limit: 'Up to {limit} words.',
  limitCharacters: 'Up to {limit} characters.',
  pledging: 'What each person can say when they pledge',
  pledgingHint:
    'Everybody who takes part is asked for one tick, through a public link. Nothing of this is needed.',
  print: 'To print this page, use your browser’s print command.',
  next: 'Next: {step}',
  register: 'Register your interest',
})
