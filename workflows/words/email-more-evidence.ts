// Words of the email in which a panel asks to see more.
import { catalogue } from './catalogue.ts'

export const emailMoreEvidence = catalogue('email-more-evidence', {
  subject: 'The validators would like to see a little more',
  more: 'The validators have looked at the journey of {organisationName}. Before they decide, they would like to see more in “{step}”. This is what they say:',
  moreOfYours:
    'The validators have looked at your journey. Before they decide, they would like to see more in “{step}”. This is what they say:',
  press: 'Go to the step',
  kept: 'Everything that you sent is kept. When you have handed the step in again, the panel looks at it again.',
})
