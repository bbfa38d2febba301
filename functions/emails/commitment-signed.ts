// The copy of the signed commitment with all its words, for who signed and for the lead: it can be kept without an account.
import { aims } from '../../workflows/aims.ts'
import { commitmentSigned as words } from '../../workflows/words/commitment-signed.ts'
import type { Document } from '../app/commitment-document.ts'
import { decidingBody, signatories } from '../web/commitment.ts'
import { formatDate, formatMoment } from '../web/dates.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function commitmentSigned({ name, organisationName, document }: JourneyEmailContext): EmailContent {
  const greeting = name ? words('helloName', { name }) : words('hello')
  const organisation = document?.commitment.organisationName ?? organisationName
  const signed = document?.signature.onPaper ? 'onPaper' : 'signed'
  return {
    subject: words('subject'),
    greeting,
    paragraphs: [
      words(signed, { organisation }),
      words('commits', { organisation }),
      ...aims.map((aim, at) => words('aim', { number: at + 1, aim })),
      words('pledge'),
    ],
    quote: document?.commitment.pledge,
    after: [...(document ? whoAndWhen(document) : []), words('mistake')],
  }
}

function whoAndWhen(document: Document): readonly string[] {
  const { commitment, signature } = document
  const body = decidingBody(commitment)
  const [signs, signsToo] = signatories(document.signatory)
  const date = formatMoment(signature.signedAt ?? signature.askedAt)
  return [
    commitment.decidedOn
      ? words('decidedOn', { body, date: formatDate(commitment.decidedOn) })
      : words('decided', { body }),
    words('signedBy', { name: signs!, date }),
    ...(signsToo ? [words('behind', { name: signsToo })] : []),
  ]
}
