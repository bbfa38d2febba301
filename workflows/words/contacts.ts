// Words of the contacts of a journey, as the team reads them.
import { catalogue } from './catalogue.ts'

export const contacts = catalogue('contacts', {
  lead: 'CCQM lead',
  leadAndRole: '{name}, {role}',
  email: 'Email address',
  telephone: 'Telephone',
  others: 'Contacts and needs',
  erased: 'Removed',
})
