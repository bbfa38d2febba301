// Words with which answers are read.
import { catalogue } from './catalogue.ts'

export const answers = catalogue('answers', {
  nothingToRead: 'Nothing of it is meant for others to read.',
  setAside: 'Does not apply: {reason}',
  takenAway: 'Something that was taken away since',
  byTelephone: 'The team filled it in for them: they telephoned.',
  byLetter: 'The team filled it in for them: they wrote a letter.',
  byEmail: 'The team filled it in for them: they wrote an email.',
  onBehalf: 'The team filled it in for them.',
})
