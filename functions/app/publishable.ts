// What could be shown to the public of a journey as it is now: made of what was answered so far, handed in or not.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import { type Answers, idsIn, textIn } from '../../workflows/fields.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { hasEnded } from '../../workflows/moves.ts'
import {
  aboutForPublic,
  type CopiedPart,
  copiesForPublic,
  mayBePublic,
  type PublicPart,
} from '../../workflows/publicised.ts'
import type { Ports, PublishedIdea, PublishedPage } from './ports.ts'
import { answersIn, type Written } from './section-work.ts'
import { stepWork } from './step-work.ts'
import { organisationName } from './summarise.ts'

export type WorkPorts = Pick<Ports, 'drafts' | 'records' | 'files' | 'clock'>

/** Nothing of it says when it was published, or by whom. */
type Copy<P> = Omit<P, 'publishedAt' | 'by'>

/** Only a journey that was confirmed, and goes on or has come to its end, can show something. */
export function canPublish({ state }: CommittedEvent): boolean {
  return state.position.at !== 'confirmation' && !hasEnded(state)
}

/** As the team knows them. An individual's is not part of any copy. */
async function whoIn(ports: Pick<Ports, 'records'>, event: CommittedEvent) {
  const individual = event.state.individual === true
  const name = individual ? undefined : await organisationName(ports, event)
  return { journey: event.journey, individual, name }
}

export async function publishablePage(
  ports: WorkPorts,
  event: CommittedEvent,
  shows: readonly PublicPart[],
): Promise<Copy<PublishedPage>> {
  const about = aboutForPublic(await answersOf(ports, event, 'registration'))
  const copies = Object.entries(await publishableCopies(ports, event)).filter(([part]) =>
    shows.includes(part as CopiedPart),
  )
  return { ...(await whoIn(ports, event)), shows, about, copies: Object.fromEntries(copies) }
}

export async function publishableCopies(ports: WorkPorts, event: CommittedEvent) {
  return copiesForPublic(await answersOf(ports, event, 'reflective-transparency'))
}

async function answersOf(ports: WorkPorts, event: CommittedEvent, step: string): Promise<Answers> {
  const work = await stepWork(ports, event, step)
  return Object.assign({}, ...(work?.sections ?? []).map(answersIn))
}

/** An entry of the diary that is meant for everybody; `idea` is undefined while something of it is missing, such as consent. */
export interface MeantForEverybody {
  readonly entry: string
  readonly title: string
  readonly idea: Copy<PublishedIdea> | undefined
}

export async function publishableIdeas(
  ports: WorkPorts,
  event: CommittedEvent,
): Promise<readonly MeantForEverybody[]> {
  const work = await stepWork(ports, event, 'positive-action')
  const written = work?.sections.find(({ section }) => section.id === 'diary')?.written ?? []
  const meant = written.filter(({ answers }) => answers.evidenceVisibility === 'public')
  if (!work || meant.length === 0) return []
  const who = await whoIn(ports, event)
  const { sectors } = aboutForPublic(await answersOf(ports, event, 'registration'))
  return meant.map((each) => ({
    entry: each.id,
    title: textIn(each.answers.evidenceTitle) ?? '',
    idea: ideaOf(each, work.files, { ...who, sectors: idsIn(sectors) }),
  }))
}

function ideaOf(
  { id, answers, problems }: Written,
  files: readonly EvidenceFile[],
  whose: Pick<PublishedIdea, 'journey' | 'individual' | 'name' | 'sectors'>,
): Copy<PublishedIdea> | undefined {
  if (!mayBePublic(answers) || Object.keys(problems).length > 0) return undefined
  const [on, title] = [textIn(answers.evidenceOn), textIn(answers.evidenceTitle)]
  const [changed, areas] = [textIn(answers.evidenceChanged), idsIn(answers.evidenceAreas)]
  // One of them can have been set aside with a reason: then there is nothing to show, or no place to show it in.
  if (!on || !title || !changed || areas.length === 0) return undefined
  return {
    ...whose,
    entry: id,
    on,
    title,
    what: textIn(answers.evidenceWhat),
    changed,
    areas,
    topic: textIn(answers.evidenceTopic),
    link: textIn(answers.evidenceLink),
    files: Object.fromEntries(
      idsIn(answers.evidenceFiles).flatMap((id) => {
        const file = files.find((each) => each.id === id)
        if (file?.status !== 'clean' || !file.kind) return []
        return [[id, { caption: file.name, kind: file.kind, bytes: file.bytes ?? 0 }]]
      }),
    ),
  }
}
