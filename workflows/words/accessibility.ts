// Words of the accessibility statement, in the structure of the UK's model statement. It claims what was tested, and no more.
import { catalogue } from './catalogue.ts'

export const accessibility = catalogue('accessibility', {
  title: 'Accessibility statement',
  heading: 'Accessibility statement for the Cultural Cohesion Quality Mark',
  appliesTo: 'This accessibility statement applies to {host}.',
  intro:
    'This website is run by Leeds City Council. We want as many people as possible to be able to use it. For example, that means you should be able to:',
  zoom: 'zoom in, or use a screen 320 pixels wide, without the text running off the screen',
  keyboard: 'use all of the website with a keyboard alone',
  noScript: 'use all of the website with JavaScript switched off',
  noPassword: 'sign in without a password: with a code that you can copy from an email',
  noDeadline: 'save your answers and come back to them: there is no deadline',
  simpleText: 'We have also tried to make the text as simple as possible to understand.',
  howAccessible: 'How accessible this website is',
  notAudited:
    'We do not know of a part that is not accessible. But nobody outside of those who make it has audited it yet, and it has not been tried with disabled people. So there can be faults that we have not found.',
  otherSites:
    'Pages of other websites that organisations link to as their evidence are not ours, and neither are the photos and documents that they add. They may not be accessible.',
  feedback: 'Feedback and contact information',
  otherForm:
    'If you need something from this website in another form, such as large print, easy read, audio or braille, or if you would rather have somebody fill in the forms with you:',
  email: 'email {address}',
  telephone: 'telephone {telephone}',
  answerWithin: 'We answer within five working days.',
  reporting: 'Reporting accessibility problems with this website',
  reportingText:
    'We want to make it better. If you find a problem that is not on this page, or think that we do not meet the requirements, write to {address}.',
  enforcement: 'Enforcement procedure',
  enforcementTextLink: 'contact the Equality Advisory and Support Service (EASS)',
  enforcementText:
    'The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you are not happy with how we respond to your complaint, {link}.',
  technical: 'Technical information about this website’s accessibility',
  committed:
    'Leeds City Council is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
  status: 'Compliance status',
  statusTextLink: 'Web Content Accessibility Guidelines version 2.2',
  statusText:
    'This website is partially compliant with the {link} AA standard: it was made to meet it, and it has not been audited.',
  notAccessible: 'Non-accessible content',
  notAccessibleText:
    'None is known. What an audit finds will be listed here, with the date by which it will be put right.',
  improving: 'What we are doing to improve accessibility',
  improvingText:
    'An audit by somebody else, and trying it out with disabled people and with screen readers, come before this website is opened to the public.',
  preparation: 'Preparation of this accessibility statement',
  preparedOn: 'This statement was prepared on 26 November 2026.',
  testedOn:
    'The website was last tested on 26 November 2026, by those who make it. They looked at its pages in the browser Chromium, without JavaScript, 320 and 1,280 pixels wide. Automated tests fill in and send the forms of whole journeys without JavaScript.',
})
