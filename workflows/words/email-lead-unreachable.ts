// Words of the email to colleagues whose lead cannot be reached.
import { catalogue } from './catalogue.ts'

export const emailLeadUnreachable = catalogue('email-lead-unreachable', {
  subject: 'We cannot reach your lead by email',
  unreachable:
    'You help with the journey of {organisationName} to the Cultural Cohesion Quality Mark. We cannot write to its lead by email at the moment.',
  please:
    'Please tell us how we can reach your lead, or who leads the journey now. You can answer this email, or telephone us.',
  press: 'Go to the journey',
  goOn: 'Nothing is lost. You can go on filling in every part meanwhile; only the lead can hand a step in.',
})
