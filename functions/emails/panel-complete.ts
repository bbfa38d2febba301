// Everybody on the panel has judged: the chair can decide.
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function panelComplete({
  settings,
  journey,
  name,
  organisationName,
}: JourneyEmailContext): EmailContent {
  return {
    subject: 'The panel has judged: it is your turn to decide',
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `Everybody on the panel has given their view of ${organisationName}. As chair you can now read them all and decide.`,
    ],
    action: { label: 'Go to the decision', url: `${settings.baseUrl}/cases/${journey}` },
  }
}
