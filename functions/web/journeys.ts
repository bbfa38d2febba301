// Choosing among one's journeys, and the cases that one validates.
import { signing } from '../../workflows/words/signing.ts'
import { word } from '../../workflows/words.ts'
import type { CaseLine, JourneyLine } from '../app/own-journeys.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { tag, taskList } from './task-list.ts'

const caseStatuses: Readonly<Record<CaseLine['status'], Html | string>> = {
  declare: tag('It is your turn', 'govuk-tag--green'),
  look: tag('It is your turn', 'govuk-tag--green'),
  judged: 'We have your view',
  over: 'The panel has decided',
}

export function journeysPage(
  journeys: readonly JourneyLine[],
  cases: readonly CaseLine[],
  token: string,
  commitments: readonly JourneyLine[] = [],
): Page {
  if (journeys.length + cases.length + commitments.length === 0) {
    return {
      title: 'Your journeys',
      body: html`<h1 class="govuk-heading-l">Your journeys</h1>
<p class="govuk-body">There is no journey under your address yet.</p>
<a class="govuk-button" href="/register">Register your interest</a>`,
    }
  }
  const caseList = taskList(
    cases.map(({ journey, organisationName, level, status }) => ({
      id: `case-${journey}`,
      name: html`<bdi>${organisationName}</bdi>`,
      href: `/cases/${journey}`,
      hint: `${word(`level.${level}`)} validation`,
      status: caseStatuses[status],
    })),
  )
  const confirmed = journeys.filter((line) => line.confirmed)
  const waiting = journeys.filter((line) => !line.confirmed)
  const title = journeys.length + commitments.length === 0 ? 'Cases that you validate' : 'Your journeys'
  return {
    title,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
${
  journeys.length === 0
    ? html`${toSign(commitments)}${cases.length > 0 && caseList}`
    : html`${taskList(
        confirmed.map(({ journey, organisationName, level }) => ({
          id: `journey-${journey}`,
          name: html`<bdi>${organisationName}</bdi>`,
          href: `/journeys/${journey}`,
          status: `Working towards ${word(`level.${level}`)}`,
        })),
      )}
${waiting.map((line) => confirmation(line, token))}
${toSign(commitments)}
<p class="govuk-body">You can also <a class="govuk-link" href="/register">register another organisation</a>.</p>
${cases.length > 0 && html`<h2 class="govuk-heading-m">Cases that you validate</h2>${caseList}`}`
}`,
  }
}

function toSign(commitments: readonly JourneyLine[]): Html | undefined {
  if (commitments.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${signing('list')}</h2>
${taskList(
  commitments.map(({ journey, organisationName }) => ({
    id: `commitment-${journey}`,
    name: html`<bdi>${organisationName}</bdi>`,
    href: `/sign/${journey}`,
  })),
)}
`
}

function confirmation({ journey, organisationName }: JourneyLine, token: string): Html {
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">Did you register <bdi>${organisationName}</bdi>?</h2>
<p class="govuk-body">It was registered with your address and waits to be confirmed. If it was not you, leave it: nothing will happen.</p>
<form method="post" action="/journeys/${journey}/confirm">${hidden('token', token)}<button class="govuk-button">Yes, confirm it</button></form></div>
`
}
