// Words of the library.
import { catalogue } from './catalogue.ts'

export const library = catalogue('library', {
  title: 'Library',
  lead: 'Something to watch, read and talk about for each discovery area. You need not be registered.',
  ours: 'It is a small start. You can use whatever you like instead, and tell us what belongs here.',
  choose: 'Library: something to watch, read and talk about',
  guide: 'Before you talk: a guide to safe discussion',
  areas: 'Discovery areas',
  back: 'Back to the library',
  start: 'Back to the start page',
  watch: 'Watch',
  read: 'Read',
  discuss: 'Talk about it',
  by: 'By {by}',
  site: 'Visit their website',
  siteOf: ': {title}',
  elsewhere:
    'We do not run these websites. Look for the title there. Watch and read before you share it with others.',
  record:
    'Then write down what you learned in step 5: the area, what you learned together, and nothing of who said what.',
})
