// The words of questions that only earlier definitions ask.

export const earlierDefinitions = {
  'field.awarenessDeclared': 'Is this true of your organisation?',
  'field.awarenessDeclared.yes':
    'Everyone knows that we are going for the mark, that it is a personal commitment as well as an organisational one, and that it is about what we do, how we do it, and who does it, our governance included.',
  'field.awarenessDeclared.missing': 'Confirm that everybody knows, or come back when they do',
  'section.commitment': 'Your commitment',
  'field.decidedOn.missing': 'Enter when it was decided',
  'field.strengths.hint':
    'Think of people, how diverse and culturally aware they are, and of your culture, structures and policies.',
  'field.strengths.missing': 'Enter what you are good at',
  'field.toImprove': 'What do you want to improve?',
  'field.toImprove.missing': 'Enter what you want to improve',
  'field.actionAim.missing': 'Enter what should be better',
  'field.actionOwner.missing': 'Enter who looks after it',
  'field.planPublishedOn.missing': 'Enter since when they can be read',
  'field.sessionOn.missing': 'Enter when it was',
  'field.toldOn.missing': 'Enter when it was',
} as const
