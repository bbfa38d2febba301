// A validator is asked to look at a case, for the first time or anew. The link opens nothing by itself: it leads to a code.
import { emailValidatorInvited as words } from '../../workflows/words/email-validator-invited.ts'
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function validatorInvited(context: JourneyEmailContext): EmailContent {
  const { settings, journey, name, again } = context
  return {
    ...(again ? anew(context) : firstTime(context)),
    greeting: greeting(name),
    action: { label: words('press'), url: `${settings.baseUrl}/cases/${journey}` },
  }
}

function firstTime({ level, individual }: JourneyEmailContext) {
  return {
    subject: words('subject', { level: word(`level.${level}`) }),
    paragraphs: [words(individual ? 'chosenForOne' : 'chosen'), words('link')],
  }
}

function anew({ level }: JourneyEmailContext) {
  return {
    subject: words('subjectAgain', { level: word(`level.${level}`) }),
    paragraphs: [words('again'), words('linkAgain')],
  }
}
