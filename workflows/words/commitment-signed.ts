// Words of the email with the copy of the signed commitment, which goes to who signed and to the lead.
import { catalogue } from './catalogue.ts'

export const commitmentSigned = catalogue('commitment-signed', {
  subject: 'Your copy of the signed commitment',
  hello: 'Hello,',
  helloName: 'Hello {name},',
  signed:
    'The formal commitment of {organisation} to the Cultural Cohesion Quality Mark is signed. This is your copy: keep it.',
  onPaper:
    'The formal commitment of {organisation} to the Cultural Cohesion Quality Mark was signed on paper, and its lead has handed in the copy. These are its words: keep them.',
  commits: '{organisation} commits to the three aims of the mark:',
  aim: '{number}. {aim}',
  pledge: 'This is its pledge:',
  decided: 'Decided by: {body}.',
  decidedOn: 'Decided by: {body}, on {date}.',
  signedBy: 'Signed by: {name}, on {date}.',
  behind: 'Also stands behind it: {name}.',
  mistake: 'If this is not right, answer this email.',
})
