// The one-time code that proves an address.
import { emailCode as words } from '../../workflows/words/email-code.ts'
import type { EmailContent } from './layout.ts'

export function code({ code, minutes }: { readonly code: string; readonly minutes: number }): EmailContent {
  return {
    subject: words('subject', { code }),
    paragraphs: [words('what')],
    code,
    after: [words('works', { minutes }), words('unasked')],
  }
}
