// Words of the email that tells a lead that somebody does not sign the formal commitment.
import { catalogue } from './catalogue.ts'

export const signatureDeclined = catalogue('signature-declined', {
  subject: 'The commitment was not signed',
  hello: 'Hello,',
  helloName: 'Hello {name},',
  said: '{signatory} was asked to sign the formal commitment of {organisation}, and did not sign it. They say:',
  somebody: 'Whoever you named',
  press: 'See the signature',
  next: 'Change what needs to change, or name somebody else. Then you can ask again.',
})
