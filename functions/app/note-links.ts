// Notes the links of what was handed in, so that they are looked at; noted again, nothing changes.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { hasLinks, linksIn } from '../../workflows/links.ts'
import { stepsOf } from '../../workflows/model.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import type { Ports } from './ports.ts'
import { idFrom } from './secrets.ts'

export async function noteLinks(
  ports: Pick<Ports, 'records' | 'linkWriter'>,
  event: CommittedEvent,
): Promise<'done'> {
  const { journey, at } = event
  const handedIn = submissionOf(event)
  if (!handedIn || !hasLinks(handedIn.sections)) return 'done'
  const answers = (await ports.records.get(journey, handedIn.id))?.content.answers ?? {}
  for (const url of linksIn(handedIn.sections, answers)) {
    const submission = handedIn.id
    await ports.linkWriter.note({ id: linkId(submission, url), journey, submission, url, dueAt: at })
  }
  return 'done'
}

export function linkId(submission: string, url: string): string {
  return idFrom('link', submission, url)
}

/** A registration counts once its address is confirmed: before that, a stranger could have us look at anything. */
function submissionOf({ command, state }: CommittedEvent) {
  const steps = stepsOf(definitionOf(state.definition))
  const step = command.kind === 'confirm-address' ? steps[0]!.id : command.kind === 'submit' && command.step
  const submission = step && state.submissions[step]
  const sections = steps.find(({ id }) => id === step)?.sections
  return submission && sections && { id: submission.id, sections }
}
