// What is still missing before a step can be handed in, each with a link to its very question.
import { entriesOf } from '../../workflows/fields.ts'
import { isPrivate } from '../../workflows/readers.ts'
import { missing as words } from '../../workflows/words/missing.ts'
import { type Missing, missingIn } from '../app/missing.ts'
import type { SectionWork } from '../app/section-work.ts'
import type { StepWork } from '../app/step-work.ts'
import { details } from './details.ts'
import { entryTitle } from './entry-title.ts'
import { messageFor } from './form.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/** More than anybody reads at once; the others come when these are done. */
const atMost = 12

/** Under a heading, for the pages of a whole step; `more` is what else keeps it from being handed in. */
export function missingList(work: StepWork, more: readonly Html[] = []): Html {
  const all = allMissing(work, more)
  if (all.length === 0) return html`<p class="govuk-body">${words('nothing')}</p>`
  return html`<h2 class="govuk-heading-m">${words('heading')}</h2>
${list(all)}`
}

/** In one line that opens, for the pages on which something is filled in; nothing is missing of what is handed in. */
export function missingBeside(work: StepWork): Html | undefined {
  if (!work.open) return undefined
  const all = allMissing(work)
  if (all.length === 0) return html`<p class="govuk-body">${words('nothing')}</p>`
  return details(words(all.length === 1 ? 'oneBeside' : 'beside', { count: all.length }), list(all))
}

/** Answers first, then what the commitment needs. To the team nothing is said of an entry that is for the organisation alone. */
function allMissing(work: StepWork, more: readonly Html[] = []): readonly Html[] {
  const answers = work.sections
    .flatMap(missingIn)
    .filter(({ entry }) => !work.onBehalf || !entry || !isPrivate(entry.answers))
  const ofCommitment = (work.extraMissing ?? []).map(
    ({ status, href }) =>
      html`<a class="govuk-link" href="${href}">${words(status === 'copy-missing' ? 'wantedCopy' : 'wantedSignature')}</a>`,
  )
  return [...answers.map((each) => link(work, each)), ...ofCommitment, ...more]
}

/** A part of which no question must be answered, but that the commitment needs as it is to be signed. */
export function isWanted({ event, step, extraMissing = [] }: StepWork, { section }: SectionWork): boolean {
  const here = `/journeys/${event.journey}/steps/${step.id}/${section.id}`
  return extraMissing.some(({ href }) => href === here)
}

function list(all: readonly Html[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${all.slice(0, atMost).map((each) => html`<li>${each}</li>`)}</ul>
${all.length > atMost && html`<p class="govuk-body">${words('andMore', { count: all.length - atMost })}</p>`}`
}

function link({ event, step, sections }: StepWork, { section, entry, field, problem }: Missing): Html {
  const path = `/journeys/${event.journey}/steps/${step.id}/${section}${entry ? `/${entry.id}` : ''}`
  const entries = entriesOf(sections.find((each) => each.section.id === section)!.section)
  const what = messageFor(field, problem, event.state.individual)
  const text =
    entry && entries
      ? say(words, 'ofEntry', {
          title: html`<bdi>${entryTitle(entries, entry.answers, entry.number)}</bdi>`,
          what,
        })
      : what
  return html`<a class="govuk-link" href="${path}#${field}">${text}</a>`
}
