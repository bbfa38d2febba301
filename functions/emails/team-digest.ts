// What waits for the team, once a working day.
import { emailTeamDigest as words } from '../../workflows/words/email-team-digest.ts'
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
    subject: several ? words('subjectSeveral', { count: waiting.length }) : words('subject'),
    paragraphs: [several ? words('several') : words('one')],
    list: waiting.map(({ journey, organisationName, since, tasks }) => ({
      label: words('line', {
        organisationName,
        tasks: tasks.map(taskInWords).join('; '),
        date: formatDate(since),
      }),
      url: `${settings.baseUrl}/team/journeys/${journey}`,
    })),
    action: { label: words('press'), url: `${settings.baseUrl}/team` },
    after: [words('why')],
  }
}
