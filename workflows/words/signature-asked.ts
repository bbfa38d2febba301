// Words of the email that asks somebody to sign the formal commitment.
import { catalogue } from './catalogue.ts'

export const signatureAsked = catalogue('signature-asked', {
  subject: 'Will you sign the commitment to the Cultural Cohesion Quality Mark?',
  hello: 'Hello,',
  helloName: 'Hello {name},',
  asks: '{organisation} works towards the Cultural Cohesion Quality Mark, and makes a formal commitment to its aims. You have been named as the senior person who signs it.',
  asksBy:
    '{organisation} works towards the Cultural Cohesion Quality Mark, and makes a formal commitment to its aims. {lead}, who leads this, has named you as the senior person who signs it.',
  link: 'The link shows you the words. It signs nothing by itself: you get a code at this address, read, and then say whether you sign. It works as often as you like.',
  press: 'Read the commitment',
  not: 'If you do not know what this is about, you need not do anything. We write to you about this signature alone.',
  privacy: 'Our privacy notice says how we use your address',
})
