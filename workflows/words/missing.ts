// Words about what is still missing before a step can be handed in.
import { catalogue } from './catalogue.ts'

export const missing = catalogue('missing', {
  nothing: 'Nothing is missing.',
  heading: 'What is still missing before you can hand in',
  oneBeside: 'What is still missing before you can hand in (1 answer)',
  beside: 'What is still missing before you can hand in ({count} answers)',
  ofEntry: '“{title}”: {what}',
  wantedSignature: 'The signature under the commitment',
  wantedCopy: 'A photo or a scan of the signed commitment',
  andMore: 'And {count} more. They come here when these are done.',
})
