// A lead is told that somebody does not sign the formal commitment, and why.
import { signatureDeclined as words } from '../../workflows/words/signature-declined.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function signatureDeclined({
  settings,
  journey,
  name,
  organisationName: organisation,
  comment,
  document,
}: JourneyEmailContext): EmailContent {
  const signatory = document?.signatory?.name ?? words('somebody')
  return {
    subject: words('subject'),
    greeting: name ? words('helloName', { name }) : words('hello'),
    paragraphs: [words('said', { signatory, organisation })],
    quote: comment,
    action: { label: words('press'), url: `${settings.baseUrl}/journeys/${journey}/signature` },
    after: [words('next')],
  }
}
