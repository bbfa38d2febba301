// Facts to read, each under its name; and a card around them where there are several of a kind.
import { type Html, html } from './html.ts'

export type Fact = readonly [name: string, value: Html | string]

/** Nothing at all without facts. */
export function summaryList(facts: readonly Fact[]): Html | undefined {
  if (facts.length === 0) return undefined
  return html`<dl class="govuk-summary-list">${facts.map(
    ([name, value]) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${value}</dd></div>\n`,
  )}</dl>`
}

/** `title` is a heading with the class govuk-summary-card__title; `action` what can be done with the card. */
export function summaryCard(title: Html, content: Html | undefined, action?: Html): Html {
  return html`<div class="govuk-summary-card"><div class="govuk-summary-card__title-wrapper">${title}${action && html`<div class="govuk-summary-card__actions">${action}</div>`}</div>
<div class="govuk-summary-card__content">${content}</div></div>
`
}
