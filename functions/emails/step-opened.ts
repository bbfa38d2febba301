// A step has come up: what it is about, and where it is.

import { stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { emailStepOpened as words } from '../../workflows/words/email-step-opened.ts'
import { stepHint, word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function stepOpened({
  settings,
  journey,
  definition,
  name,
  organisationName,
  individual,
  level,
  step,
}: JourneyEmailContext): EmailContent {
  const rules = definitionOf(definition)
  const steps = stepsOf(rules)
  const number = steps.findIndex(({ id }) => id === step) + 1
  const laterRound = number === 1 && level !== rules.levels[0]
  const hint = step && stepHint(step, individual)
  return {
    subject: words('subject', { number, count: steps.length, step: word(`wait.${step}`) }),
    greeting: greeting(name),
    paragraphs: [
      ...(laterRound ? [words('newRound', { level: word(`level.${level}`) })] : []),
      words(individual ? 'youHaveCome' : 'hasCome', {
        organisationName,
        number,
        count: steps.length,
        step: word(`wait.${step}`),
      }),
      ...(hint ? [hint] : []),
      words('time'),
    ],
    action: {
      label: words('press', { number }),
      url: `${settings.baseUrl}/journeys/${journey}/steps/${step}`,
    },
  }
}
