// Words of the pages on which every question can be read before registering.
import { catalogue } from './catalogue.ts'

export const questions = catalogue('questions', {
  title: 'All questions',
  lead: 'Everything that we ask, step by step, with the reason. Read it, print it, talk about it. You need not be registered.',
  little:
    'Little of it must be answered: {must} answers in all from the first step to the last. The rest would help.',
  counts: '{must} that must be answered, {other} that would help',
  back: 'Back to all questions',
  start: 'Back to the start page',
  must: 'Must be answered',
  help: 'Would help',
  depends: 'Must be answered, depending on your other answers',
  again: 'You can add several.',
  organisations: 'Asked of organisations and groups, not of individuals.',
  aside: 'If a question does not apply to you, you can say so and why.',
  examples: 'Two invented examples',
  charity: 'A charity of six people: {text}',
  school: 'A school: {text}',
  options: 'You choose from: {options}.',
  limit: 'Up to {limit} words.',
  limitCharacters: 'Up to {limit} characters.',
  ifYouLike: 'If they like',
  pledging: 'What each person can say when they pledge',
  pledgingHint:
    'Everybody who takes part is asked for one tick, through a public link. Nothing of this is needed.',
  print: 'To print this page, use your browser’s print command.',
  next: 'Next: {step}',
  register: 'Register your interest',
})
