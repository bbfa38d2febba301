// One step: its parts, what is still missing, the team's words if it was returned, and the way to hand it in.
import type { Answers } from '../../workflows/fields.ts'
import type { HandedInLink } from '../../workflows/links.ts'
import { forOthers } from '../../workflows/readers.ts'
import type { Warning } from '../../workflows/warnings.ts'
import { signature } from '../../workflows/words/signature.ts'
import { step as words } from '../../workflows/words/step.ts'
import { stepHint, word } from '../../workflows/words.ts'
import { isUntouched, type SectionWork } from '../app/section-work.ts'
import { type StepWork, takesDrafts } from '../app/step-work.ts'
import { answersList } from './answers.ts'
import { formatDate } from './dates.ts'
import type { Files } from './file-list.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { isWanted, missingList } from './missing.ts'
import { stepNumber } from './steps.ts'
import { type Task, tag, taskList } from './task-list.ts'
import { pleaseLookAgain } from './warnings.ts'

export interface StepView extends StepWork {
  readonly mayHandIn: boolean
  /** What its address asks for of long lists. */
  readonly query?: Readonly<Record<string, string>>
  readonly warnings: readonly Warning[]
  /** What a step shows after its parts, such as the pledge link. */
  readonly beside?: Html | undefined
  /** Why it cannot be handed in at all, when that is so. */
  readonly closed?: Html | undefined
  /** What was handed in links to. */
  readonly links?: readonly HandedInLink[]
  /** What it asks beside its parts, such as a public page that shows the plan. */
  readonly lacks?: readonly Html[] | undefined
}

export function stepPage(view: StepView): Page {
  const { event, definition, step, sections, comment, open } = view
  const path = `/journeys/${event.journey}`
  return {
    title: word(`wait.${step.id}`),
    onBehalf: view.onBehalf,
    back: { href: path, label: words('back') },
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${stepNumber(definition, step.id)}</span>${word(`wait.${step.id}`)}</h1>
<p class="govuk-body">${stepHint(step.id, event.state.individual)}</p>
${comment && html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${words('told')}</h2><p class="govuk-body app-said">${comment}</p></div>`}
${
  open
    ? html`${view.closed}${taskList(sections.map((each) => part(view, step.id, each)))}
${alsoShown(view)}
${missingList(view, view.lacks)}
${nextAction(view)}
${pleaseLookAgain(view, view.warnings)}`
    : html`<p class="govuk-body">${handedIn(view)}</p>
${goesOn(view)}
${answersList(
  sections.map(({ section }) => section),
  view.onBehalf ? forOthers(answersOf(view)) : answersOf(view),
  {
    ...filesOf(view),
    paging: { here: `${path}/steps/${step.id}`, query: view.query ?? {} },
    referable: { ...view.referable, ...view.named },
    mayRemove: true,
    links: { links: view.links ?? [], mayReadCaptures: false },
  },
)}`
}
${view.beside}`,
  }
}

function statusOf(view: StepView, work: SectionWork): Html | string {
  const { status } = work
  if (isWanted(view, work)) return tag(words('empty'))
  if (status === 'done') return words(isUntouched(work) ? 'skippable' : 'done')
  return tag(words(status), status === 'begun' ? 'govuk-tag--orange' : '')
}

function part(view: StepView, step: string, work: SectionWork): Task {
  const { event } = view
  const { section } = work
  return {
    id: `section-${section.id}`,
    name: word(`section.${section.id}`),
    href: `/journeys/${event.journey}/steps/${step}/${section.id}`,
    status: statusOf(view, work),
  }
}

/** What can be gone on with although it is handed in: nothing of it is missing. */
function goesOn(view: StepView): Html | undefined {
  const { event, step, sections } = view
  const parts = sections.filter(({ section }) => takesDrafts(event, step.id, section))
  if (parts.length === 0) return undefined
  const handedInAt = event.state.submissions[step.id]?.at ?? ''
  const tasks = parts.map((work) => ({
    ...part(view, step.id, work),
    hint: isChangedSince(work, handedInAt) ? words('changedSince') : undefined,
    status: undefined,
  }))
  return html`<h2 class="govuk-heading-m">${words('goesOn')}</h2>
<p class="govuk-body">${words('goesOnText')}</p>
${taskList(tasks)}
<h2 class="govuk-heading-m">${words('whatWasHandedIn')}</h2>`
}

function isChangedSince({ written, taken }: SectionWork, moment: string): boolean {
  return [...written, ...taken].some(({ at = '' }) => at > moment)
}

/** What belongs to another step and fits here too, as long as it takes drafts. */
function alsoShown(view: StepView): Html | undefined {
  const open = view.alsoShown.filter(({ step, work }) => takesDrafts(view.event, step, work.section))
  if (open.length === 0) return undefined
  const tasks = open.map(({ step, work }) => ({
    ...part(view, step, work),
    hint: words('ofOtherStep', { step: word(`wait.${step}`) }),
    status: undefined,
  }))
  return html`<h2 class="govuk-heading-m">${words('alsoShown')}</h2>
${taskList(tasks)}`
}

export function filesOf({ event, files, referable }: StepWork): Files {
  return { journey: event.journey, files, referable, individual: event.state.individual }
}

/** What was handed in, whatever became of it since; nothing is changed by a draft that it has left behind. */
function answersOf({ event, step, submitted, answers }: StepView): Answers {
  return Object.hasOwn(event.state.submissions, step.id) ? submitted : (answers ?? {})
}

/** A step of a journey that has ended need not have been handed in; in a later round, it was in an earlier one. */
function handedIn({ event, step }: StepView): string {
  const submission = event.state.submissions[step.id]
  return submission ? words('handedIn', { date: formatDate(submission.at) }) : words('notHandedIn')
}

function nextAction({
  event,
  step,
  sections,
  answers,
  mayHandIn,
  extraMissing,
  lacks = [],
  closed,
}: StepView): Html {
  const path = `/journeys/${event.journey}/steps/${step.id}`
  const next = sections.find(({ status }) => status !== 'done')
  if (next) {
    const goOn = words(next.status === 'empty' ? 'begin' : 'goOn', {
      part: word(`section.${next.section.id}`),
    })
    return html`<p class="govuk-body">${words('kept')}</p>
<a class="govuk-button" href="${path}/${next.section.id}">${goOn}</a>`
  }
  const extra = extraMissing?.[0]
  if (extra) {
    return html`<p class="govuk-body">${signature(`missing-${extra.status}`)}</p>
<a class="govuk-button" href="${extra.href}">${signature(`missing-${extra.status}-go`)}</a>`
  }
  if (lacks.length > 0 || closed) return html``
  if (!answers || event.state.position.at !== step.id) {
    return html`<p class="govuk-body">${words('laterTurn')}</p>`
  }
  if (!mayHandIn) return html`<p class="govuk-body">${words('leadHandsIn')}</p>`
  return html`<a class="govuk-button" href="${path}/check">${words('check')}</a>`
}
