// What is still missing before a step can be handed in, each with a link to its very question.
import { entriesOf } from '../../workflows/fields.ts'
import { isPrivate } from '../../workflows/readers.ts'
import { missing as words } from '../../workflows/words/missing.ts'
import { type Missing, missingIn } from '../app/missing.ts'
import type { StepWork } from '../app/step-work.ts'
import { details } from './details.ts'
import { entryTitle } from './entry-title.ts'
import { messageFor } from './form.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/** More than anybody reads at once; the others come when these are done. */
const atMost = 12

/** Under a heading, for the pages of a whole step. */
export function missingList(work: StepWork): Html {
  const all = allMissing(work)
  if (all.length === 0) return html`<p class="govuk-body">${words('nothing')}</p>`
  return html`<h2 class="govuk-heading-m">${words('heading')}</h2>
${links(work, all)}`
}

/** In one line that opens, for the pages on which something is filled in. */
export function missingBeside(work: StepWork): Html {
  const all = allMissing(work)
  if (all.length === 0) return html`<p class="govuk-body">${words('nothing')}</p>`
  return details(words(all.length === 1 ? 'oneBeside' : 'beside', { count: all.length }), links(work, all))
}

/** To the team nothing is said of an entry that is for the organisation alone. */
function allMissing({ sections, onBehalf }: StepWork): readonly Missing[] {
  return sections.flatMap(missingIn).filter(({ entry }) => !onBehalf || !entry || !isPrivate(entry.answers))
}

function links(work: StepWork, all: readonly Missing[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${all.slice(0, atMost).map((each) => html`<li>${link(work, each)}</li>`)}</ul>
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
