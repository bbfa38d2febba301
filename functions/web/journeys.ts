// Choosing among one's journeys, and the cases that one validates.
import { journeys as words } from '../../workflows/words/journeys.ts'
import { signing } from '../../workflows/words/signing.ts'
import { word } from '../../workflows/words.ts'
import type { CaseLine, JourneyLine } from '../app/own-journeys.ts'
import { hidden } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'
import { tag, taskList } from './task-list.ts'

function caseStatus(status: CaseLine['status']): Html | string {
  if (status === 'judged') return words('judged')
  if (status === 'over') return words('decided')
  return tag(words('yourTurn'), 'govuk-tag--green')
}

export function journeysPage(
  journeys: readonly JourneyLine[],
  cases: readonly CaseLine[],
  token: string,
  commitments: readonly JourneyLine[] = [],
): Page {
  if (journeys.length + cases.length + commitments.length === 0) {
    return {
      title: words('title'),
      body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words('none')}</p>
<a class="govuk-button" href="/register">${words('register')}</a>`,
    }
  }
  const caseList = taskList(
    cases.map(({ journey, organisationName, level, status }) => ({
      id: `case-${journey}`,
      name: html`<bdi>${organisationName}</bdi>`,
      href: `/cases/${journey}`,
      hint: words('validation', { level: word(`level.${level}`) }),
      status: caseStatus(status),
    })),
  )
  const confirmed = journeys.filter((line) => line.confirmed)
  const waiting = journeys.filter((line) => !line.confirmed)
  const title = journeys.length + commitments.length === 0 ? words('cases') : words('title')
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
          status: words('towards', { level: word(`level.${level}`) }),
        })),
      )}
${waiting.map((line) => confirmation(line, token))}
${toSign(commitments)}
<p class="govuk-body">${say(words, 'another', { link: html`<a class="govuk-link" href="/register">${words('anotherLink')}</a>` })}</p>
${cases.length > 0 && html`<h2 class="govuk-heading-m">${words('cases')}</h2>${caseList}`}`
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
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${say(words, 'confirm', { organisationName: html`<bdi>${organisationName}</bdi>` })}</h2>
<p class="govuk-body">${words('confirmText')}</p>
<form method="post" action="/journeys/${journey}/confirm">${hidden('token', token)}<button class="govuk-button">${words('confirmPress')}</button></form></div>
`
}
