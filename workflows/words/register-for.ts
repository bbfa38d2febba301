// Words of the page on which the team registers somebody who got in touch.
import { catalogue } from './catalogue.ts'

export const registerFor = catalogue('register-for', {
  title: 'Register somebody who got in touch',
  back: 'Back',
  what: 'These are the questions of the registration page. You can read them out. It is recorded that you registered them, and how they got in touch.',
  atOnce:
    'They are registered at once, without a code. We then email them, so make sure that the address is right: spell it back to them.',
  later: 'The rest of step 1 comes later. They can fill it in, or you can on their behalf.',
  how: 'How did they get in touch?',
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By email',
  applicant: 'Who applies',
  lead: 'Who leads it there',
  press: 'Register them',
})
