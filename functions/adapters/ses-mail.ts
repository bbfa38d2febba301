// Email by SES: a message with plain text beside HTML, tagged so that SES's events can be told apart.
import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses'
import MailComposer from 'nodemailer/lib/mail-composer'
import * as z from 'zod/mini'
import type { Mail, OutgoingEmail } from '../app/ports.ts'
import { environment } from './environment.ts'
import { contactAddress } from './settings.ts'

const Variables = z.object({
  MAIL_FROM: z
    .string()
    .check(z.regex(/^[^<>]*<[^<>@\s]+@[^<>@\s]+>$/, 'must be like: Name <name@example.org>')),
  MAIL_CONFIGURATION_SET: z.string().check(z.minLength(1)),
  CONTACT_ADDRESS: z.email(),
})

export function sesMail(): Mail {
  const { MAIL_FROM, MAIL_CONFIGURATION_SET, CONTACT_ADDRESS } = environment(Variables)
  // One try: the SDK would send again after an answer that got lost, and the same email would go twice.
  const client = new SESClient({ maxAttempts: 1 })
  return {
    async send({ to, subject, text, html, tag, headers }) {
      const message = await new MailComposer({
        from: MAIL_FROM,
        replyTo: contactAddress(CONTACT_ADDRESS),
        to,
        subject,
        text,
        html,
        textEncoding: 'quoted-printable',
        newline: 'windows',
        headers: { 'Auto-Submitted': 'auto-generated', ...unfolded(headers) },
      })
        .compile()
        .build()
      const command = new SendRawEmailCommand({
        RawMessage: { Data: message },
        Destinations: [to],
        ConfigurationSetName: MAIL_CONFIGURATION_SET,
        Tags: [{ Name: 'effect', Value: tag }],
      })
      try {
        await client.send(command)
        return 'accepted'
      } catch (error) {
        // Of an answer in the 400s we know that nothing was sent; of a broken connection we do not.
        if (error instanceof SESServiceException && error.$fault === 'client') return 'rejected'
        throw error
      }
    },
  }
}

/**
 * Of a header that is one long link, the composer would put all on a second line; not every mail program reads that.
 * Throws if a value holds a control: what is not folded is not looked at again.
 */
function unfolded(headers: OutgoingEmail['headers'] = {}) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (/\p{Cc}/u.test(value)) throw new Error('A header holds a control character')
      return [name, { prepared: true, foldLines: false, value }]
    }),
  )
}
