// What somebody of the team is told on the pages of an organisation: for whom they are filling it in.
import { onBehalf as words } from '../../workflows/words/on-behalf.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

export interface OnBehalf {
  readonly journey: string
  readonly organisationName: string
}

export function onBehalfNote({ journey, organisationName }: OnBehalf): Html {
  const whom = html`<strong>${say(words, 'noteWhom', { organisationName: html`<bdi>${organisationName}</bdi>` })}</strong>`
  const back = html`<a class="govuk-link" href="/team/journeys/${journey}">${words('noteBack')}</a>`
  return html`<div class="govuk-inset-text"><p class="govuk-body">${say(words, 'note', { whom, back })}</p></div>`
}
