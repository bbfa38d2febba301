// The three aims as a list, and the declaration that they belong to.
import { aims } from '../../workflows/aims.ts'
import { type Html, html } from './html.ts'

export const aimsList: Html = html`<ul class="govuk-list govuk-list--bullet">${aims.map((aim) => html`<li>${aim}</li>`)}</ul>`

/** What a declaration is about, in full, by its field: to be read before it is made, and with it afterwards. */
export const declaredOf: Readonly<Record<string, Html>> = { commitmentDeclared: aimsList }
