// The privacy notice: what is stored of whom, why, how long, whom to ask. Change it with what is stored.
import type { Settings } from '../app/ports.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function privacyPage({ contact }: Pick<Settings, 'contact'>): Page {
  const us = html`<a class="govuk-link" href="mailto:${contact.address}">${contact.address}</a>`
  return {
    title: 'Privacy notice',
    body: html`<h1 class="govuk-heading-l">Privacy notice</h1>
<p class="govuk-body">This says what the Cultural Cohesion Quality Mark keeps about people, why, and for how long. Leeds City Council runs the quality mark and decides about these data: it is the controller.</p>
<h2 class="govuk-heading-m">What we keep, and why</h2>
<h3 class="govuk-heading-s">If you lead a journey</h3>
<p class="govuk-body">Your name, role, email address and, if you gave it, telephone number: to write to you about the journey and to answer you.</p>
<h3 class="govuk-heading-s">If you help with a journey</h3>
<p class="govuk-body">Your name and email address, which your lead gave us: so that you can sign in and fill in answers. We delete your name from the journey when the lead takes you off it.</p>
<h3 class="govuk-heading-s">If you are on the team, or validate</h3>
<p class="govuk-body">Your email address; of validators also the name, what you declared about conflicts of interest, and how you judged: so that it can be shown how an award was decided.</p>
<h3 class="govuk-heading-s">If you pledge through a pledge link</h3>
<p class="govuk-body">Only that there was one more pledge, and on which day. We do not ask who you are and cannot find out.</p>
<h3 class="govuk-heading-s">What organisations tell us</h3>
<p class="govuk-body">The answers to the seven steps. Please write of roles and not of people by name, and never of anybody’s ethnicity, religion, health or the like.</p>
<h3 class="govuk-heading-s">What you make public</h3>
<p class="govuk-body">Nothing, until you publish it. Then a copy of what you chose stands on your public page or among the ideas that worked, for everybody. We keep who of you published it, and when. You can take it down at any time with one press; the copy is deleted at once. If you apply as an individual, your name is shown only while you want it, also on your award. When a journey is withdrawn or closed, its page and ideas are deleted.</p>
<h3 class="govuk-heading-s">Photos and documents that organisations add</h3>
<p class="govuk-body">What they show, the name that was typed for each, and who added it when. Each is checked for viruses. Of a photo we take away what the camera wrote into it, such as the place. Please add none that shows somebody who has not agreed, or whose parents have not. What is taken away before the step is handed in is deleted at once.</p>
<h3 class="govuk-heading-s">What comes about by itself</h3>
<ul class="govuk-list govuk-list--bullet">
<li>A record of each thing that was done in a journey, and when. It names people by random numbers.</li>
<li>When you sign in: a code for ten minutes, and a session for up to 12 hours.</li>
<li>How often a code was asked for, or a pledge sent, from one address on the network. We keep a scrambled form of that address for a few days at most, to stop misuse. We keep the email address that you give for a code in the same way.</li>
<li>Which emails we sent about a journey. There are no pictures or links in them that watch you.</li>
<li>If an email to you comes back for good, or you report one as junk: a scrambled form of your address, so that we do not write to it again. The team sees that our emails do not reach you.</li>
</ul>
<p class="govuk-body">We do not sell data, do not advertise, and no computer decides about you: people on the team and validators do.</p>
<h2 class="govuk-heading-m">What allows us to</h2>
<p class="govuk-body">Running the quality mark is a task that the council carries out in the public interest (Article 6(1)(e) of the UK GDPR).</p>
<h2 class="govuk-heading-m">Who else sees it</h2>
<p class="govuk-body">The team sees the journeys. A validator sees the journey that they are asked to judge. Your lead and colleagues see each other’s names and addresses, and what is filled in. Photos and documents are seen by your lead, your colleagues and the team, and once they are handed in by the validators; everybody can open those of an entry that its organisation has published, and nobody else any other. Everybody can see an award: the name on it, its level and its date; the name of an individual only while they want it. The computers and the email service belong to Amazon Web Services, which works for us and may not use the data for itself.</p>
<h2 class="govuk-heading-m">How long</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Names, addresses and telephone numbers: while the journey goes on, and until you ask us to delete them.</li>
<li>Answers, photos and documents that were handed in, judgements, awards and the record of what was done: the council has not set a period yet. They are kept until it does.</li>
<li>The list of emails that we sent: two years. It names each by a number, and holds no address.</li>
<li>Codes, sessions and links that have expired: a few days.</li>
<li>If we fail to note what became of an email: the address that it went to, 14 days, so that we can do it again.</li>
<li>That we do not write to an address any more: for as long as we run the quality mark, or until you ask us to write again.</li>
</ul>
<h2 class="govuk-heading-m">Your rights</h2>
<p class="govuk-body">You can ask us what we keep about you, and for a copy. You can have it put right or deleted, ask us to use less of it, and object to our using it. Write to ${us} or telephone ${contact.telephone}. We answer within a month. The award itself and the record of what was done stay, without your name.</p>
<h2 class="govuk-heading-m">If you are not content</h2>
<p class="govuk-body">Tell us first: ${us}. We acknowledge a complaint within 30 days and tell you what comes of it. You can also complain to the Information Commissioner at <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>, or telephone 0303 123 1113.</p>
<p class="govuk-body"><a class="govuk-link" href="/cookies">What cookies we use</a></p>`,
  }
}
