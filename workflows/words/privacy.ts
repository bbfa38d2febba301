// Words of the privacy notice: what is stored of whom, why, how long, whom to ask. Change it with what is stored.
import { catalogue } from './catalogue.ts'

export const privacy = catalogue('privacy', {
  title: 'Privacy notice',
  intro:
    'This says what the Cultural Cohesion Quality Mark keeps about people, why, and for how long. Leeds City Council runs the quality mark and decides about these data: it is the controller.',
  kept: 'What we keep, and why',
  lead: 'If you lead a journey',
  leadText:
    'Your name, role, email address and, if you gave it, telephone number: to write to you about the journey and to answer you. If you told us, the language that you like best to talk in, and what makes it easier for you to work with us: so that we can do it your way. The team alone reads those two.',
  named: 'If a lead names you',
  namedText:
    'As a second contact: your name, role and email address, so that the journey goes on when your lead is away. As the one of the leadership who stands behind it: your name and role. Your lead gave them to us, should have told you, and can change or delete them at any time; so can we, if you ask us.',
  colleague: 'If you help with a journey',
  colleagueText:
    'Your name and email address, which your lead gave us: so that you can sign in and fill in answers. We delete your name from the journey when the lead takes you off it.',
  official: 'If you are on the team, or validate',
  officialText:
    'Your email address; of validators also the name, what you declared about conflicts of interest, and how you judged: so that it can be shown how an award was decided.',
  pledge: 'If you pledge through a pledge link',
  pledgeText:
    'That there was one more pledge, and on which day. You need not say who you are, and we cannot find out. If you choose to say more (your group, your team or class, a first name or initials, some words), those who lead the journey and our team can read it. Everybody can read your words only if you ticked that, and the lead chose to show them. Your name, team and words are removed after two years.',
  answers: 'What organisations tell us',
  answersText:
    'The answers to the seven steps. Please write of roles and not of people by name, and never of anybody’s ethnicity, religion, health or the like.',
  madePublic: 'What you make public',
  madePublicText:
    'Nothing, until you publish it. Then a copy of what you chose stands on your public page or among the ideas that worked, for everybody. We keep who of you published it, and when. You can take it down at any time with one press; the copy is deleted at once. If you apply as an individual, your name is shown only while you want it, also on your award. When a journey is withdrawn or closed, its page and ideas are deleted.',
  files: 'Photos and documents that organisations add',
  filesText:
    'What they show, the name that was typed for each, and who added it when. Each is checked for viruses. Of a photo we take away what the camera wrote into it, such as the place. Please add none that shows somebody who has not agreed, or whose parents have not. What is taken away before the step is handed in is deleted at once.',
  byItself: 'What comes about by itself',
  record: 'A record of each thing that was done in a journey, and when. It names people by random numbers.',
  codes: 'When you sign in: a code for ten minutes, and a session for up to 12 hours.',
  limits:
    'How often a code was asked for, or a pledge sent, from one address on the network. We keep a scrambled form of that address for a few days at most, to stop misuse. We keep the email address that you give for a code in the same way.',
  sentEmails: 'Which emails we sent about a journey. There are no pictures or links in them that watch you.',
  unreachable:
    'If an email to you comes back for good, or you report one as junk: a scrambled form of your address, so that we do not write to it again. The team sees that our emails do not reach you.',
  noSelling:
    'We do not sell data, do not advertise, and no computer decides about you: people on the team and validators do.',
  basis: 'What allows us to',
  basisText:
    'Running the quality mark is a task that the council carries out in the public interest (Article 6(1)(e) of the UK GDPR).',
  who: 'Who else sees it',
  whoText:
    'The team sees the journeys. A validator sees the journey that they are asked to judge. Your lead and colleagues see each other’s names and addresses, and what is filled in. Photos and documents are seen by your lead, your colleagues and the team, and once they are handed in by the validators; everybody can open those of an entry that its organisation has published, and nobody else any other. Everybody can see an award: the name on it, its level and its date; the name of an individual only while they want it. The computers and the email service belong to Amazon Web Services, which works for us and may not use the data for itself.',
  howLong: 'How long',
  howLongNames:
    'Names, addresses and telephone numbers: while the journey goes on, and until you ask us to delete them.',
  howLongAnswers:
    'Answers, photos and documents that were handed in, judgements, awards and the record of what was done: the council has not set a period yet. They are kept until it does.',
  howLongEmails:
    'The list of emails that we sent: two years. It names each by a number, and holds no address.',
  howLongCodes: 'Codes, sessions and links that have expired: a few days.',
  howLongFailures:
    'If we fail to note what became of an email: the address that it went to, 14 days, so that we can do it again.',
  howLongUnreachable:
    'That we do not write to an address any more: for as long as we run the quality mark, or until you ask us to write again.',
  rights: 'Your rights',
  rightsText:
    'You can ask us what we keep about you, and for a copy. You can have it put right or deleted, ask us to use less of it, and object to our using it. Write to {address} or telephone {telephone}. We answer within a month. The award itself and the record of what was done stay, without your name.',
  complaint: 'If you are not content',
  complaintTextLink: 'ico.org.uk',
  complaintText:
    'Tell us first: {address}. We acknowledge a complaint within 30 days and tell you what comes of it. You can also complain to the Information Commissioner at {link}, or telephone 0303 123 1113.',
  cookies: 'What cookies we use',
})
