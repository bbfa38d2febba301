// Words of the email about what waits for the team.
import { catalogue } from './catalogue.ts'

export const emailTeamDigest = catalogue('email-team-digest', {
  subjectSeveral: '{count} journeys are waiting for you',
  subject: 'A journey is waiting for you',
  several: 'These journeys are waiting for the team, the oldest first.',
  one: 'This is waiting for the team.',
  line: '{organisationName}: {tasks} (since {date})',
  press: 'See the team’s page',
  why: 'You get this email on working days when something waits. It goes to everybody on the team.',
})
