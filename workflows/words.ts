// The English of the mark: titles, labels, hints and options by id, so that wording changes without changing a definition.

/** The names of steps 1 to 5 are the council's; those of steps 6 and 7 are ours until it confirms them (domain.md 2.1). */
const words = {
  'level.bronze': 'Bronze',
  'level.silver': 'Silver',
  'level.gold': 'Gold',
  'level.excellence': 'Excellence',

  'phase.foundation': 'Foundation',
  'phase.developing': 'Developing',
  'phase.achieving': 'Achieving',

  'wait.foundation-check': 'Foundation check',
  'wait.developing-check': 'Developing check',
  'wait.validation': 'Validation',

  'wait.registration': 'Registering for the Cultural Cohesion Quality Mark',
  'wait.registration.hint': 'Tell us who you are and how to reach you.',
  'wait.raising-awareness': 'Raising Awareness',
  'wait.raising-awareness.hint':
    'Make sure everyone knows that you are going for the mark, and that it is a personal commitment as well as an organisational one.',
  'wait.commitment-and-pledge': 'Formal Commitment & Pledge',
  'wait.commitment-and-pledge.hint': 'Commit formally, and gather the pledges of everyone who takes part.',
  'wait.reflective-transparency': 'Reflective Transparency',
  'wait.reflective-transparency.hint':
    'Look at yourselves honestly, find what to improve, make a plan, and show it to the public.',
  'wait.behaviours-and-structures': 'Behaviours, Attitudes, Policies and Structures',
  'wait.behaviours-and-structures.hint':
    'Learn what leads to inequality, and hear about other people’s experiences: watch, read, and discuss with colleagues.',
  'wait.positive-action': 'Taking Positive Action',
  'wait.positive-action.hint':
    'Act to improve your attitudes, practices, participation, innovation and skills.',
  'wait.demonstrate-and-celebrate': 'Demonstrating, Celebrating & Validation',
  'wait.demonstrate-and-celebrate.hint':
    'Show and celebrate what has changed, tell the people you work with and for, and ask for validation.',

  'section.organisation': 'Your organisation',
  'section.contact': 'You',

  'field.organisationName': 'What is the name of your organisation or group?',
  'field.organisationName.hint':
    'If you apply as an individual, give your own name. It will stand on your award.',
  'field.organisationName.missing': 'Enter the name of your organisation or group',
  'field.applyingAs': 'What are you applying as?',
  'field.applyingAs.missing': 'Select what you are applying as',
  'field.applyingAs.organisation': 'An organisation',
  'field.applyingAs.part-of-organisation': 'A part of an organisation',
  'field.applyingAs.part-of-organisation.hint': 'For example a department, a team, or a school in a trust',
  'field.applyingAs.group': 'A neighbourhood or community group',
  'field.applyingAs.individual': 'An individual',
  'field.organisationType': 'Which describes you best?',
  'field.organisationType.missing': 'Select which describes you best',
  'field.organisationType.school': 'School or education setting',
  'field.organisationType.business': 'Business',
  'field.organisationType.public-service': 'Public service',
  'field.organisationType.voluntary': 'Voluntary organisation or charity',
  'field.organisationType.religious': 'Religious organisation',
  'field.organisationType.community-group': 'Community group',
  'field.organisationType.neighbourhood': 'Neighbourhood',
  'field.organisationType.other': 'Something else',
  'field.sectors': 'Which sectors do you work in?',
  'field.sectors.hint': 'Select all that apply.',
  'field.sectors.missing': 'Select at least one sector',
  'field.sectors.criminal-justice': 'Criminal justice',
  'field.sectors.education': 'Education',
  'field.sectors.employment': 'Employment',
  'field.sectors.health': 'Health',
  'field.sectors.housing': 'Housing',
  'field.sectors.political-participation': 'Political participation and engagement',
  'field.sectors.business': 'Business',
  'field.sectors.third-sector': 'Third sector',
  'field.postcode': 'What is your postcode?',
  'field.postcode.hint': 'For example, LS1 1UR. You can be outside Leeds.',
  'field.postcode.missing': 'Enter your postcode',
  'field.peopleInScope': 'How many people will take part?',
  'field.peopleInScope.hint':
    'Count everyone who belongs: staff, volunteers, governors or trustees, pupils or members. A good guess is fine.',
  'field.peopleInScope.missing': 'Enter how many people will take part',
  'field.website': 'What is your website?',
  'field.website.hint': 'For example, https://www.example.org. Leave it empty if you have none.',
  'field.hopes': 'Why now, and what do you hope for?',
  'field.contactName': 'What is your name?',
  'field.contactName.missing': 'Enter your name',
  'field.contactRole': 'What is your role?',
  'field.contactRole.hint': 'For example, head teacher, volunteer or HR manager.',
  'field.contactRole.missing': 'Enter your role',
  'field.contactEmail': 'What is your email address?',
  'field.contactEmail.hint':
    'We send a code to it now, and write to it about your journey. A shared mailbox is fine.',
  'field.contactEmail.missing': 'Enter your email address',
  'field.contactTelephone': 'What is your telephone number?',

  'problem.missing': 'Answer this question',
  'problem.too-long': 'Your answer must be {limit} characters or fewer',
  'problem.too-many-words': 'Your answer must be {limit} words or fewer',
  'problem.not-an-option': 'Select one of the answers offered',
  'problem.not-a-number': 'Enter a whole number, like 40',
  'problem.too-small': 'Enter a number that is {limit} or more',
  'problem.too-large': 'Enter a number that is {limit} or fewer',
  'problem.not-an-email': 'Enter an email address in the correct format, like name@example.org',
  'problem.not-a-telephone': 'Enter a telephone number, like 0113 496 0000 or +44 113 496 0000',
  'problem.not-a-url': 'Enter a web address in the correct format, like https://www.example.org',
  'problem.not-a-postcode': 'Enter a full UK postcode, like LS1 1UR',
  'problem.unreadable':
    'Your answer has a character that we cannot store. Type it again instead of pasting it',
} as const

/** The word with this id, its {placeholders} filled in. Throws on an id that has none: a word that is missing is a defect. */
export function word(id: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = optionalWord(id)
  if (text === undefined) throw new Error(`There is no word for "${id}" in workflows/words.ts`)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** For what need not be there, such as a hint. */
export function optionalWord(id: string): string | undefined {
  return Object.hasOwn(words, id) ? words[id as keyof typeof words] : undefined
}
