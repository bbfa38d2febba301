// Somebody senior is asked to sign the formal commitment. The link signs nothing by itself: it leads to a code.
import { signatureAsked as words } from '../../workflows/words/signature-asked.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function signatureAsked({
  settings,
  journey,
  name,
  organisationName: organisation,
  leadName: lead,
}: JourneyEmailContext): EmailContent {
  return {
    subject: words('subject'),
    greeting: name ? words('helloName', { name }) : words('hello'),
    paragraphs: [
      lead ? words('asksBy', { organisation, lead }) : words('asks', { organisation }),
      words('link'),
    ],
    action: { label: words('press'), url: `${settings.baseUrl}/sign/${journey}` },
    after: [words('not')],
    link: { label: words('privacy'), url: `${settings.baseUrl}/privacy` },
  }
}
