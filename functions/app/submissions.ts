// What is handed in of a journey, step by step.
import { asksDistance, type Distance, distanceOf } from '../../workflows/distance.ts'
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import type { Answers } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { type HandedInLink, isAskedFor } from '../../workflows/links.ts'
import { stepsOf } from '../../workflows/model.ts'
import { forOthers } from '../../workflows/readers.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { hasFiles } from './files.ts'
import type { OnBehalfOf, Ports } from './ports.ts'
import { namedIn, placeOf, type Referables, referableFrom } from './referable.ts'

export interface ReadSubmission {
  readonly step: string
  readonly at: string
  readonly answers: Answers
  /** The team filled it in for them. */
  readonly onBehalfOf: OnBehalfOf | undefined
  /** Every file of the journey, of a step that asks for some. */
  readonly files: readonly EvidenceFile[]
  /** What the answers name of other steps. */
  readonly referable: Referables
  /** Its links, and what became of looking at them. */
  readonly links: readonly HandedInLink[]
  /** Then and now, of the step that asks how far they have come. */
  readonly distance: Distance | undefined
}

/** As the team and the validators read it: without what the organisation keeps to itself. */
export async function submissionsOf(
  ports: Pick<Ports, 'records' | 'files' | 'links'>,
  { journey, state }: CommittedEvent,
): Promise<readonly ReadSubmission[]> {
  const definition = definitionOf(state.definition)
  const handedIn = stepsOf(definition).flatMap(({ id, sections }) => {
    const submission = state.submissions[id]
    return submission ? [{ step: id, ...submission, sections }] : []
  })
  const files = handedIn.some(({ sections }) => hasFiles(sections))
    ? await ports.files.ofJourney(journey)
    : []
  const read = await Promise.all(
    handedIn.map(async (each) => ({
      ...each,
      content: (await ports.records.get(journey, each.id))?.content,
    })),
  )
  const referable = (field: string) => {
    const { step, section } = placeOf(definition, field)!
    const content = read.find((each) => each.step === step.id)?.content
    return referableFrom(section, content?.answers ?? {}, content?.entries ?? {})
  }
  const links = await ports.links.ofJourney(journey)
  const all = forOthers(Object.assign({}, ...read.map(({ content }) => content?.answers ?? {})))
  return read.map(({ step, at, id, sections, content }) => ({
    step,
    at,
    answers: forOthers(content?.answers ?? {}),
    distance: sections.some(asksDistance) ? distanceOf(all) : undefined,
    onBehalfOf: content?.onBehalfOf,
    files: hasFiles(sections) ? files : [],
    links: links.filter(({ submission }) => submission === id),
    referable: Object.fromEntries(
      namedIn(sections).map((field) => [field, content?.named?.[field] ?? referable(field)]),
    ),
  }))
}

/** Addresses of what is handed in that were not found when they were looked at last; each once. */
export async function linksGone(
  ports: Pick<Ports, 'links'>,
  { journey, state }: CommittedEvent,
): Promise<readonly string[]> {
  const links = (await ports.links.ofJourney(journey)).filter((link) => isAskedFor(state, link))
  return [...new Set(links.filter(({ seen }) => seen?.result === 'gone').map(({ url }) => url))]
}

/** The links of a step as it was handed in last, and what became of looking at them. */
export async function linksOf(
  ports: Pick<Ports, 'links'>,
  { journey, state }: CommittedEvent,
  step: string,
): Promise<readonly HandedInLink[]> {
  const links = await ports.links.ofJourney(journey)
  return links.filter(({ submission }) => submission === state.submissions[step]?.id)
}
