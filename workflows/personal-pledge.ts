// What somebody can say when they pledge, beside the tick: nothing of it is needed, and nobody is asked for surname, address, ethnicity or religion.
import { type JourneyDefinition, type PlainField, stepsOf } from './model.ts'

export const personalPledgeFields: readonly PlainField[] = [
  {
    id: 'pledgeGroup',
    kind: 'choice',
    required: false,
    options: ['staff', 'volunteers', 'governors', 'members', 'service-users', 'somebody-else'],
  },
  { id: 'pledgeTeam', kind: 'text', required: false, maxLength: 60 },
  { id: 'pledgeName', kind: 'text', required: false, maxLength: 40 },
  { id: 'pledgeWords', kind: 'long-text', required: false, maxWords: 140, maxLength: 280 },
  { id: 'pledgeShown', kind: 'declaration', required: false },
]

/** The field that holds the words of the organisation's pledge; its step is the one that shows the link. */
export const wordsField = 'pledgeWording'

export function pledgeStep(definition: JourneyDefinition): string | undefined {
  return stepsOf(definition).find(({ sections }) =>
    sections.some(({ fields }) => fields.some(({ id }) => id === wordsField)),
  )?.id
}

/**
 * What somebody said ends after two years: a round of about one, and twelve months. It is a row of its own, in a partition of
 * its own, because what ends or is removed takes its whole row along: the pledge itself has to count for ever.
 */
export const saidKeptDays = 730
