// Words beside a link that was handed in: what became of looking at it.
import { catalogue } from './catalogue.ts'

export const links = catalogue('links', {
  'result.works': 'Works, seen on {date}',
  'result.gone': 'This page was not found on {date}',
  'result.cannot-be-checked': 'We could not check this link on {date}. It may still work',
  'not-yet': 'We look at this link soon',
  capture: 'What the page said on {date}',
})
