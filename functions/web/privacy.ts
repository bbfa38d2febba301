// The privacy notice: what is stored of whom, why, how long, whom to ask. Change it with what is stored.
import { captureKeptYears } from '../../workflows/links.ts'
import { capture as captureWords } from '../../workflows/words/capture.ts'
import { privacy as words } from '../../workflows/words/privacy.ts'
import { signing } from '../../workflows/words/signing.ts'
import type { Settings } from '../app/ports.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'

export function privacyPage({ contact }: Pick<Settings, 'contact'>): Page {
  const us = html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>`
  return {
    title: words('title'),
    body: html`<h1 class="govuk-heading-l">${words('title')}</h1>
<p class="govuk-body">${words('intro')}</p>
<h2 class="govuk-heading-m">${words('kept')}</h2>
<h3 class="govuk-heading-s">${words('lead')}</h3>
<p class="govuk-body">${words('leadText')}</p>
<h3 class="govuk-heading-s">${words('named')}</h3>
<p class="govuk-body">${words('namedText')}</p>
<h3 class="govuk-heading-s">${words('colleague')}</h3>
<p class="govuk-body">${words('colleagueText')}</p>
<h3 class="govuk-heading-s">${signing('privacyTitle')}</h3>
<p class="govuk-body">${signing('privacyNotice')}</p>
<h3 class="govuk-heading-s">${words('official')}</h3>
<p class="govuk-body">${words('officialText')}</p>
<h3 class="govuk-heading-s">${words('pledge')}</h3>
<p class="govuk-body">${words('pledgeText')}</p>
<h3 class="govuk-heading-s">${words('answers')}</h3>
<p class="govuk-body">${words('answersText')}</p>
<h3 class="govuk-heading-s">${words('files')}</h3>
<p class="govuk-body">${words('filesText')}</p>
<h3 class="govuk-heading-s">${words('madePublic')}</h3>
<p class="govuk-body">${words('madePublicText')}</p>
<h3 class="govuk-heading-s">${captureWords('privacyHeading')}</h3>
<p class="govuk-body">${captureWords('privacy')}</p>
<h3 class="govuk-heading-s">${words('byItself')}</h3>
<ul class="govuk-list govuk-list--bullet">
<li>${words('record')}</li>
<li>${words('codes')}</li>
<li>${words('limits')}</li>
<li>${words('sentEmails')}</li>
<li>${words('unreachable')}</li>
</ul>
<p class="govuk-body">${words('noSelling')}</p>
<h2 class="govuk-heading-m">${words('basis')}</h2>
<p class="govuk-body">${words('basisText')}</p>
<h2 class="govuk-heading-m">${words('who')}</h2>
<p class="govuk-body">${words('whoText')} ${captureWords('privacyWho')}</p>
<h2 class="govuk-heading-m">${words('howLong')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${words('howLongNames')}</li>
<li>${words('howLongAnswers')}</li>
<li>${captureWords('privacyHowLong', { years: captureKeptYears })}</li>
<li>${words('howLongEmails')}</li>
<li>${words('howLongCodes')}</li>
<li>${words('howLongFailures')}</li>
<li>${words('howLongUnreachable')}</li>
</ul>
<h2 class="govuk-heading-m">${words('rights')}</h2>
<p class="govuk-body">${say(words, 'rightsText', { address: us, telephone: contact.telephone })}</p>
<h2 class="govuk-heading-m">${words('complaint')}</h2>
<p class="govuk-body">${say(words, 'complaintText', { address: us, link: html`<a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">${words('complaintTextLink')}</a>` })}</p>
<p class="govuk-body"><a class="govuk-link" href="/cookies">${words('cookies')}</a></p>`,
  }
}
