// The accessibility statement, in the structure of the UK's model statement; it claims what was tested, and no more.
import type { Settings } from '../app/ports.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function accessibilityPage({ baseUrl, contact }: Pick<Settings, 'baseUrl' | 'contact'>): Page {
  return {
    title: 'Accessibility statement',
    body: html`<h1 class="govuk-heading-l">Accessibility statement for the Cultural Cohesion Quality Mark</h1>
<p class="govuk-body">This accessibility statement applies to ${new URL(baseUrl).host}.</p>
<p class="govuk-body">This website is run by Leeds City Council. We want as many people as possible to be able to use it. For example, that means you should be able to:</p>
<ul class="govuk-list govuk-list--bullet">
<li>zoom in, or use a screen 320 pixels wide, without the text running off the screen</li>
<li>use all of the website with a keyboard alone</li>
<li>use all of the website with JavaScript switched off</li>
<li>sign in without a password: with a code that you can copy from an email</li>
<li>save your answers and come back to them: there is no deadline</li>
</ul>
<p class="govuk-body">We have also tried to make the text as simple as possible to understand.</p>
<h2 class="govuk-heading-m">How accessible this website is</h2>
<p class="govuk-body">We do not know of a part that is not accessible. But nobody outside of those who make it has audited it yet, and it has not been tried with disabled people. So there can be faults that we have not found.</p>
<p class="govuk-body">Pages of other websites that organisations link to as their evidence are not ours, and neither are the photos and documents that they add. They may not be accessible.</p>
<h2 class="govuk-heading-m">Feedback and contact information</h2>
<p class="govuk-body">If you need something from this website in another form, such as large print, easy read, audio or braille, or if you would rather have somebody fill in the forms with you:</p>
<ul class="govuk-list govuk-list--bullet">
<li>email <a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a></li>
<li>telephone ${contact.telephone}</li>
</ul>
<p class="govuk-body">We answer within five working days.</p>
<h2 class="govuk-heading-m">Reporting accessibility problems with this website</h2>
<p class="govuk-body">We want to make it better. If you find a problem that is not on this page, or think that we do not meet the requirements, write to <a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>.</p>
<h2 class="govuk-heading-m">Enforcement procedure</h2>
<p class="govuk-body">The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you are not happy with how we respond to your complaint, <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">contact the Equality Advisory and Support Service (EASS)</a>.</p>
<h2 class="govuk-heading-m">Technical information about this website’s accessibility</h2>
<p class="govuk-body">Leeds City Council is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
<h3 class="govuk-heading-s">Compliance status</h3>
<p class="govuk-body">This website is partially compliant with the <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard: it was made to meet it, and it has not been audited.</p>
<h2 class="govuk-heading-m">Non-accessible content</h2>
<p class="govuk-body">None is known. What an audit finds will be listed here, with the date by which it will be put right.</p>
<h2 class="govuk-heading-m">What we are doing to improve accessibility</h2>
<p class="govuk-body">An audit by somebody else, and trying it out with disabled people and with screen readers, come before this website is opened to the public.</p>
<h2 class="govuk-heading-m">Preparation of this accessibility statement</h2>
<p class="govuk-body">This statement was prepared on 26 November 2026.</p>
<p class="govuk-body">The website was last tested on 26 November 2026, by those who make it. They looked at its pages in the browser Chromium, without JavaScript, 320 and 1,280 pixels wide. Automated tests fill in and send the forms of whole journeys without JavaScript.</p>`,
  }
}
