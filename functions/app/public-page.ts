// What a step asks of the public page: who says that the plan can be read there has to show it there.
import { type CopiedPart, missingFromPublicPage } from '../../workflows/publicised.ts'
import type { Ports } from './ports.ts'
import { answersIn } from './section-work.ts'
import type { StepWork } from './step-work.ts'

/** The parts that the page lacks; it is only looked at when a step that is not handed in says that they are there. */
export async function unpublicised(
  { publications }: Pick<Ports, 'publications'>,
  { event, sections, open }: StepWork,
): Promise<readonly CopiedPart[]> {
  const asked = sections.find(({ section }) => section.fields.some(({ id }) => id === 'publicisedWhere'))
  const answers = asked ? answersIn(asked) : {}
  if (!open || missingFromPublicPage(answers, []).length === 0) return []
  const page = await publications.page(event.journey)
  return missingFromPublicPage(answers, page?.shows ?? [])
}
