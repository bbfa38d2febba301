// The accessibility statement, in the structure of the UK's model statement; it claims what was tested, and no more.
import { accessibility as words } from '../../workflows/words/accessibility.ts'
import type { Settings } from '../app/ports.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'

export function accessibilityPage({ baseUrl, contact }: Pick<Settings, 'baseUrl' | 'contact'>): Page {
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-l">${words('heading')}</h1>
<p class="govuk-body">${words('appliesTo', { host: new URL(baseUrl).host })}</p>
<p class="govuk-body">${words('intro')}</p>
<ul class="govuk-list govuk-list--bullet">
<li>${words('zoom')}</li>
<li>${words('keyboard')}</li>
<li>${words('noScript')}</li>
<li>${words('noPassword')}</li>
<li>${words('noDeadline')}</li>
</ul>
<p class="govuk-body">${words('simpleText')}</p>
<h2 class="govuk-heading-m">${words('howAccessible')}</h2>
<p class="govuk-body">${words('notAudited')}</p>
<p class="govuk-body">${words('otherSites')}</p>
<h2 class="govuk-heading-m">${words('feedback')}</h2>
<p class="govuk-body">${words('otherForm')}</p>
<ul class="govuk-list govuk-list--bullet">
<li>${say(words, 'email', { address: html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>` })}</li>
<li>${words('telephone', { telephone: contact.telephone })}</li>
</ul>
<p class="govuk-body">${words('answerWithin')}</p>
<h2 class="govuk-heading-m">${words('reporting')}</h2>
<p class="govuk-body">${say(words, 'reportingText', { address: html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>` })}</p>
<h2 class="govuk-heading-m">${words('enforcement')}</h2>
<p class="govuk-body">${say(words, 'enforcementText', { link: html`<a class="govuk-link" href="https://www.equalityadvisoryservice.com/">${words('enforcementTextLink')}</a>` })}</p>
<h2 class="govuk-heading-m">${words('technical')}</h2>
<p class="govuk-body">${words('committed')}</p>
<h3 class="govuk-heading-s">${words('status')}</h3>
<p class="govuk-body">${say(words, 'statusText', { link: html`<a class="govuk-link" href="https://www.w3.org/TR/WCAG22/">${words('statusTextLink')}</a>` })}</p>
<h2 class="govuk-heading-m">${words('notAccessible')}</h2>
<p class="govuk-body">${words('notAccessibleText')}</p>
<h2 class="govuk-heading-m">${words('improving')}</h2>
<p class="govuk-body">${words('improvingText')}</p>
<h2 class="govuk-heading-m">${words('preparation')}</h2>
<p class="govuk-body">${words('preparedOn')}</p>
<p class="govuk-body">${words('testedOn')}</p>`,
  }
}
