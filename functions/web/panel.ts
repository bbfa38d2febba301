// The panel on the team's page of a case: who is on it, how far each has come, and the way to invite somebody.

import { type Answers, idsIn } from '../../workflows/fields.ts'
import { decided } from '../../workflows/words/decided.ts'
import { panel as words } from '../../workflows/words/panel.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import type { PanelDecision } from '../app/last-decision.ts'
import { sectors } from '../app/panel-forms.ts'
import type { LostValidator, PanelMember } from '../app/read-panel.ts'
import { formatDate } from './dates.ts'
import { details } from './details.ts'
import { choose, hidden, type Messages, type Typed, textField } from './form.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'
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

const looks: Readonly<Record<PanelMember['status'], (text: string) => Html | string>> = {
  invited: (text) => tag(text),
  looking: (text) => tag(text, 'govuk-tag--green'),
  judged: (text) => text,
  conflict: (text) => tag(text, 'govuk-tag--orange'),
}

export function panelSection(view: PanelView, typed: Typed, messages: Messages): Html {
  const { members, lost, size } = view
  return html`<h2 class="govuk-heading-m" id="panel">${words('title')}</h2>
<p class="govuk-body">${size === 1 ? words('one') : words('several', { size })}</p>
${members.length > 0 && taskList(members.map((member) => line(view, member)))}
${lost.map((each) => html`<p class="govuk-body">${lostText(each)}</p>\n`)}
<p class="govuk-body">${whatIsMissing(members, size)}</p>
${invitation(view, typed, messages)}`
}

function lostText({ name, address }: LostValidator): Html {
  const shown = html`<bdi>${name ?? words('somebody')}</bdi>`
  const who = html`<strong>${say(words, 'lostWho', { name: shown })}</strong>`
  return say(words, address ? 'lostAddress' : 'lost', { who, address: html`<bdi>${address}</bdi>` })
}

function line({ journey, token }: PanelView, member: PanelMember): Task {
  const { person, name, sector, address, chair, status, unreachable } = member
  const shown = name ?? words('nameRemoved')
  return {
    id: `member-${person}`,
    name: chair ? say(words, 'chairName', { name: html`<bdi>${shown}</bdi>` }) : html`<bdi>${shown}</bdi>`,
    hint: [sectorName(sector), address, unreachable && words('unreachableNote')].filter(Boolean).join(', '),
    more:
      status === 'conflict'
        ? undefined
        : details(
            html`${words('takeOff')}<span class="govuk-visually-hidden">: ${shown}</span>`,
            html`<p class="govuk-body">${status === 'judged' ? words('viewLost') : words('caseLost')}</p>
<form method="post" action="/team/journeys/${journey}/validators/${person}/remove">${hidden('token', token('remove-validator'))}<button class="govuk-button govuk-button--secondary">${say(words, 'takeOffPress', { name: html`<bdi>${shown}</bdi>` })}</button></form>`,
          ),
    status: looks[status](words(`status.${status}`)),
  }
}

function whatIsMissing(members: readonly PanelMember[], size: number): string {
  const counting = members.filter(({ status }) => status !== 'conflict')
  const missing = size - counting.length
  const waiting = counting.filter(({ status }) => status !== 'judged').length
  const sentences = [
    missing > 0 && words('invite', { count: missing }),
    !counting.some(({ chair }) => chair) && words('needsChair'),
    missing <= 0 && waiting > 0 && words('waiting', { count: waiting }),
  ].filter(Boolean)
  return sentences.length > 0 ? sentences.join(' ') : words('complete')
}

function invitation(
  { journey, visit, registration, token }: PanelView,
  typed: Typed,
  messages: Messages,
): Html {
  const own = idsIn(registration.sectors).map(sectorName).join(', ')
  return html`<div class="app-box"><h2 class="govuk-heading-m">${words('inviteTitle')}</h2>
<form method="post" action="/team/journeys/${journey}/validators" novalidate>
${hidden('token', token('invite-validator'))}${hidden('visit', visit)}
${textField('validatorName', words('name'), { message: messages.validatorName, value: typed.validatorName?.[0] })}
${choose(
  'validatorSector',
  words('sector'),
  'radio',
  sectors.map((value) => ({ value, label: sectorName(value) })),
  {
    hint: words(own ? 'sectorHintOwn' : 'sectorHint', { sectors: own }),
    message: messages.validatorSector,
    values: typed.validatorSector ?? [],
  },
)}
${textField(
  'validatorEmail',
  words('email'),
  {
    hint: words('emailHint'),
    message: messages.validatorEmail,
    value: typed.validatorEmail?.[0],
  },
  html`type="email" spellcheck="false"`,
)}
${choose(
  'chair',
  words('chair'),
  'radio',
  [
    {
      value: 'yes',
      label: words('yes'),
      hint: words('yesHint'),
    },
    { value: 'no', label: words('no') },
  ],
  { message: messages.chair, values: typed.chair ?? [] },
)}
<button class="govuk-button">${words('press')}</button>
</form></div>`
}

/** What is the matter with an address that is right in itself. */
export function invitationMessages(problem: 'works-on-it' | 'on-panel' | 'unreachable'): Messages {
  return { validatorEmail: words(`problem.${problem}`) }
}

/** A validator's sector is kept as its id. */
export function sectorName(sector: string | undefined): string {
  return sector === undefined ? '' : (optionalWord(`field.sectors.${sector}`) ?? sector)
}

/** What a panel decided, for those who may know it: the panel itself and the team. */
export function decisionText({ outcome, at, level, reasons, step, serial }: PanelDecision): Html {
  return html`<p class="govuk-body">${say(decided, 'on', { decided: html`<strong>${decided(outcome)}</strong>`, level: word(`level.${level}`), date: formatDate(at) })}${step && html` ${decided('goesOn', { step: word(`wait.${step}`) })}`}</p>
${reasons && html`<div class="govuk-inset-text"><h3 class="govuk-heading-s">${decided('reasons')}</h3><p class="govuk-body app-said">${reasons}</p></div>`}
${serial && html`<p class="govuk-body"><a class="govuk-link" href="/awards/${serial}">${decided('award')}</a></p>`}`
}
