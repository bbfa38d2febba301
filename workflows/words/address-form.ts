// Words of the form that asks for an address to send a code to.
import { catalogue } from './catalogue.ts'

export const addressForm = catalogue('address-form', {
  email: 'What is your email address?',
  press: 'Email me a code',
})
