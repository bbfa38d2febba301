// A journey's lead cannot be written to: its colleagues are asked for help.
import { emailLeadUnreachable as words } from '../../workflows/words/email-lead-unreachable.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function leadUnreachable({
  settings,
  journey,
  name,
  organisationName,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [words('unreachable', { organisationName }), words('please')],
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}` },
    after: [words('goOn')],
  }
}
