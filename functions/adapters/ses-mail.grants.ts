// What the port of email may do: send from our own address, with our own configuration set.
import type { Grant } from './grant.ts'

export const mail: Grant = {
  variables: ['MAIL_FROM', 'MAIL_CONFIGURATION_SET', 'CONTACT_ADDRESS'],
  statements: [{ on: 'mail', may: ['SendRawEmail'] }],
}
