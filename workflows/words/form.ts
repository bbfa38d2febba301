// Words that every form has: hints about the form of an answer, and the summary of what is wrong.
import { catalogue } from './catalogue.ts'

export const form = catalogue('form', {
  problem: 'There is a problem',
  error: 'Error:',
  optional: '{question} (optional)',
  upTo: 'You can write up to {limit} words.',
  selectAll: 'Select all that apply.',
  aboutStatement: 'About: “{statement}”',
  upToCharacters: 'You can write up to {limit} characters.',
  dayExample: 'For example, 31 1 2027.',
  neededIf: 'Please answer if you choose {options} under “{question}”.',
  neededUnless: 'Please answer unless you answer “{question}”.',
  quoted: '“{text}”',
  or: 'or',
  examples: 'Two examples',
  examplesInvented: 'Both are invented.',
  ofCharity: 'A charity of six people',
  ofSchool: 'A school',
  withoutTitle: '{one}, {number}',
})
