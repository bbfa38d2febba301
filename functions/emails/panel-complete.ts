// Everybody on the panel has judged: the chair can decide.
import { emailPanelComplete as words } from '../../workflows/words/email-panel-complete.ts'
import type { JourneyEmailContext } from './index.ts'
import { type EmailContent, greeting } from './layout.ts'

export function panelComplete({
  settings,
  journey,
  name,
  organisationName,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject'),
    greeting: greeting(name),
    paragraphs: [words('complete', { organisationName })],
    action: { label: words('press'), url: `${settings.baseUrl}/cases/${journey}` },
  }
}
