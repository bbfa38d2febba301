// The links that were handed in: which they are, and what became of looking at each.
import { type Answers, entriesIn, entriesOf, plainFieldsOf, textIn } from './fields.ts'
import type { JourneyState } from './journey-state.ts'
import type { PlainField, Section } from './model.ts'
import { hasEnded } from './moves.ts'
import { forOthers } from './readers.ts'

/** How long after a look a link is looked at again. */
export const lookAgainAfterMs = 7 * 24 * 60 * 60_000

/**
 * What a page said is kept this long at most: evidence is to stay until a year after its award has run out, awards like this one run
 * for three years, and the journey to it takes up to one.
 */
export const captureKeptYears = 5

/** `gone` = the page is not there; a site that refuses us, or that we did not reach, tells nothing about the page. */
export type LinkResult = 'works' | 'gone' | 'cannot-be-checked'

export interface HandedInLink {
  /** Always the same for the same address in the same submission. */
  readonly id: string
  readonly journey: string
  /** The id of the submission's record. */
  readonly submission: string
  readonly url: string
  /** When it is to be looked at next (ISO); absent when nobody asks for it any more. */
  readonly dueAt?: string | undefined
  readonly seen?: Seen | undefined
  /** When the page's text was kept (ISO). */
  readonly capturedAt?: string | undefined
}

export interface Seen {
  readonly result: LinkResult
  /** ISO. */
  readonly at: string
  /** Since when each look has come to the same (ISO). */
  readonly since: string
  /** Of HTTP. */
  readonly status?: number | undefined
  /** Why it cannot be checked. */
  readonly why?: string | undefined
}

export function hasLinks(sections: readonly Section[]): boolean {
  return sections.some((section) => {
    const fields: readonly PlainField[] = entriesOf(section)?.fields ?? plainFieldsOf(section)
    return fields.some(({ kind }) => kind === 'url')
  })
}

/** Every address among answers that others than the organisation may read, those of entries included; each once. */
export function linksIn(sections: readonly Section[], answers: Answers): readonly string[] {
  const shown = forOthers(answers)
  const of = (fields: readonly PlainField[], given: Answers) =>
    fields.flatMap(({ kind, id }) => (kind === 'url' ? (textIn(given[id]) ?? []) : []))
  const all = sections.flatMap((section) => {
    const entries = entriesOf(section)
    if (!entries) return of(plainFieldsOf(section), shown)
    return entriesIn(shown[entries.id]).flatMap((entry) => of(entries.fields, entry))
  })
  return [...new Set(all)]
}

/** Somebody may still look at it: the journey goes on, or has its award, and nothing was handed in in its place. */
export function isAskedFor(state: JourneyState, { submission }: Pick<HandedInLink, 'submission'>): boolean {
  return !hasEnded(state) && Object.values(state.submissions).some(({ id }) => id === submission)
}

/**
 * It is evidence of this round or of one before, on which an award may rest: not of a journey that has ended, nor of what was
 * handed in anew in the same round.
 */
export function isEvidence(state: JourneyState, link: Pick<HandedInLink, 'submission'>): boolean {
  if (hasEnded(state)) return false
  return isAskedFor(state, link) || !link.submission.startsWith(`ROUND#${state.round}#`)
}
