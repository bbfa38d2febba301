// The panel on the team's page of a case: who is on it, how far each has come, and the way to invite somebody.
import type { Answers } from '../../workflows/fields.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { PanelDecision } from '../app/last-decision.ts'
import { sectors } from '../app/panel-forms.ts'
import type { LostValidator, PanelMember } from '../app/read-panel.ts'
import { formatDate } from './dates.ts'
import { details } from './details.ts'
import { choose, hidden, type Messages, type Typed, textField } from './form.ts'
import { type Html, html } from './html.ts'
import { type Task, tag, taskList } from './task-list.ts'

export interface PanelView {
  readonly journey: string
  readonly visit: number
  readonly members: readonly PanelMember[]
  /** Who was taken off because no email reaches them. */
  readonly lost: readonly LostValidator[]
  /** How many have to give their view. */
  readonly size: number
  /** What the organisation said of itself. */
  readonly registration: Answers
  readonly token: (form: string) => string
}

const statuses: Readonly<Record<PanelMember['status'], Html | string>> = {
  invited: tag('Invited'),
  looking: tag('No conflict, is looking', 'govuk-tag--green'),
  judged: 'Has given a view',
  conflict: tag('Conflict of interest', 'govuk-tag--orange'),
}

export function panelSection(view: PanelView, typed: Typed, messages: Messages): Html {
  const { members, lost, size } = view
  return html`<h2 class="govuk-heading-m" id="panel">The panel</h2>
<p class="govuk-body">${size === 1 ? 'One validator looks at everything, gives a view, and decides as the chair.' : `At least ${size} validators look at everything, and each gives a view. Then the chair decides.`} Nobody sees a view before all are there.</p>
${members.length > 0 && taskList(members.map((member) => line(view, member)))}
${lost.map(
  ({ name, address }) =>
    html`<p class="govuk-body"><strong><bdi>${name ?? 'Somebody'}</bdi> is no longer on the panel.</strong> Their address does not work, or they do not want our emails${address && html`: <bdi>${address}</bdi>`}. Invite somebody else, or them at another address.</p>
`,
)}
<p class="govuk-body">${whatIsMissing(members, size)}</p>
${invitation(view, typed, messages)}`
}

function line({ journey, token }: PanelView, member: PanelMember): Task {
  const { person, name, sector, address, chair, status, unreachable } = member
  const shown = name ?? 'Name removed'
  return {
    id: `member-${person}`,
    name: html`<bdi>${shown}</bdi>${chair && ' (chair)'}`,
    hint: [sectorName(sector), address, unreachable && 'our emails to them do not arrive']
      .filter(Boolean)
      .join(', '),
    more:
      status === 'conflict'
        ? undefined
        : details(
            html`Take off the panel<span class="govuk-visually-hidden">: ${shown}</span>`,
            html`<p class="govuk-body">${status === 'judged' ? 'Their view then no longer counts.' : 'They can then no longer see the case.'}</p>
<form method="post" action="/team/journeys/${journey}/validators/${person}/remove">${hidden('token', token('remove-validator'))}<button class="govuk-button govuk-button--secondary">Take <bdi>${shown}</bdi> off</button></form>`,
          ),
    status: statuses[status],
  }
}

function whatIsMissing(members: readonly PanelMember[], size: number): string {
  const counting = members.filter(({ status }) => status !== 'conflict')
  const missing = size - counting.length
  const waiting = counting.filter(({ status }) => status !== 'judged').length
  const sentences = [
    missing > 0 && `Please invite ${missing} more.`,
    !counting.some(({ chair }) => chair) && 'The panel still needs a chair.',
    missing <= 0 && waiting > 0 && `We wait for the views of ${waiting}.`,
  ].filter(Boolean)
  return sentences.length > 0 ? sentences.join(' ') : 'Everybody has given a view. Now the chair decides.'
}

function invitation(
  { journey, visit, registration, token }: PanelView,
  typed: Typed,
  messages: Messages,
): Html {
  const own = ((registration.sectors ?? []) as readonly string[]).map(sectorName).join(', ')
  return html`<div class="app-box"><h2 class="govuk-heading-m">Invite a validator</h2>
<form method="post" action="/team/journeys/${journey}/validators" novalidate>
${hidden('token', token('invite-validator'))}${hidden('visit', visit)}
${textField('validatorName', 'What is their name?', { message: messages.validatorName, value: typed.validatorName?.[0] })}
${choose(
  'validatorSector',
  'Which sector do they come from?',
  'radio',
  sectors.map((value) => ({ value, label: sectorName(value) })),
  {
    hint: `Choose people from at least two sectors${own && ` other than the organisation’s own: ${own}`}.`,
    message: messages.validatorSector,
    values: typed.validatorSector ?? [],
  },
)}
${textField(
  'validatorEmail',
  'What is their email address?',
  {
    hint: 'We send the invitation to it at once. They sign in with a code that we send to it.',
    message: messages.validatorEmail,
    value: typed.validatorEmail?.[0],
  },
  html`type="email" spellcheck="false"`,
)}
${choose(
  'chair',
  'Are they the chair?',
  'radio',
  [
    {
      value: 'yes',
      label: 'Yes',
      hint: 'They decide when everybody has given a view. A chair before them no longer is one.',
    },
    { value: 'no', label: 'No' },
  ],
  { message: messages.chair, values: typed.chair ?? [] },
)}
<button class="govuk-button">Send the invitation</button>
</form></div>`
}

/** What is the matter with an address that is right in itself. */
export const invitationMessages: Readonly<Record<'works-on-it' | 'on-panel' | 'unreachable', Messages>> = {
  'works-on-it': {
    validatorEmail: 'This person works on the journey, so they cannot look at it with fresh eyes',
  },
  'on-panel': { validatorEmail: 'This person is on the panel already' },
  unreachable: { validatorEmail: 'Enter another address. Our emails to this one do not arrive' },
}

/** A validator's sector is kept as its id. */
export function sectorName(sector: string | undefined): string {
  return sector === undefined ? '' : (optionalWord(`field.sectors.${sector}`) ?? sector)
}

const decided: Readonly<Record<PanelDecision['outcome'], string>> = {
  awarded: 'The award was given.',
  'awarded-with-actions': 'The award was given, with actions.',
  'more-evidence': 'The panel asked for more evidence.',
  'not-yet': 'The award was not given yet.',
}

/** What a panel decided, for those who may know it: the panel itself and the team. */
export function decisionText({ outcome, at, level, reasons, step, serial }: PanelDecision): Html {
  return html`<p class="govuk-body"><strong>${decided[outcome]}</strong> ${word(`level.${level}`)}, ${formatDate(at)}.${step && ` The organisation goes on with “${word(`wait.${step}`)}”.`}</p>
${reasons && html`<div class="govuk-inset-text"><h3 class="govuk-heading-s">The reasons</h3><p class="govuk-body app-said">${reasons}</p></div>`}
${serial && html`<p class="govuk-body"><a class="govuk-link" href="/awards/${serial}">See the award</a></p>`}`
}
