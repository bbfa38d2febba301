// A step has come up: what it is about, and where it is.
import { stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function stepOpened({
  settings,
  journey,
  definition,
  name,
  organisationName,
  level,
  step,
}: JourneyEmailContext): EmailContent {
  const rules = definitionOf(definition)
  const steps = stepsOf(rules)
  const number = steps.findIndex(({ id }) => id === step) + 1
  const laterRound = number === 1 && level !== rules.levels[0]
  const hint = optionalWord(`wait.${step}.hint`)
  return {
    subject: `Step ${number} of ${steps.length} is open: ${word(`wait.${step}`)}`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      ...(laterRound
        ? [
            `Your journey to ${word(`level.${level}`)} has begun. Your answers of the last round are filled in.`,
          ]
        : []),
      `${organisationName} has come to step ${number} of ${steps.length}: ${word(`wait.${step}`)}.`,
      ...(hint ? [hint] : []),
      'Take the time that you need. Hand the step in when it is done.',
    ],
    action: { label: `Go to step ${number}`, url: `${settings.baseUrl}/journeys/${journey}/steps/${step}` },
  }
}
