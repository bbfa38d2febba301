// What somebody of the team is told on the pages of an organisation: for whom they are filling it in.
import { type Html, html } from './html.ts'

export interface OnBehalf {
  readonly journey: string
  readonly organisationName: string
}

export function onBehalfNote({ journey, organisationName }: OnBehalf): Html {
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>You are filling this in for <bdi>${organisationName}</bdi>.</strong> It is recorded that the team did it. <a class="govuk-link" href="/team/journeys/${journey}">Back to the team’s page of this journey</a></p></div>`
}
