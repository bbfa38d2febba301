// What waits for the team, once a working day.
import type { TeamList } from '../app/list-journeys.ts'
import type { Settings } from '../app/ports.ts'
import { formatDate } from '../web/dates.ts'
import { taskInWords } from '../web/team.ts'
import type { EmailContent } from './layout.ts'

export function teamDigest({
  settings,
  waiting,
}: {
  readonly settings: Pick<Settings, 'baseUrl'>
  readonly waiting: TeamList['waiting']
}): EmailContent {
  const several = waiting.length > 1
  return {
    subject: several ? `${waiting.length} journeys are waiting for you` : 'A journey is waiting for you',
    paragraphs: [
      several
        ? 'These journeys are waiting for the team, the oldest first.'
        : 'This is waiting for the team.',
    ],
    list: waiting.map(({ journey, organisationName, since, tasks }) => ({
      label: `${organisationName}: ${tasks.map(taskInWords).join('; ')} (since ${formatDate(since)})`,
      url: `${settings.baseUrl}/team/journeys/${journey}`,
    })),
    action: { label: 'See the team’s page', url: `${settings.baseUrl}/team` },
    after: ['You get this email on working days when something waits. It goes to everybody on the team.'],
  }
}
