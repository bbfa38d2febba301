// The words of what somebody can say when they pledge.

export const personalPledge = {
  'field.pledgeGroup': 'Which group are you in?',
  'field.pledgeGroup.staff': 'Staff',
  'field.pledgeGroup.volunteers': 'Volunteers',
  'field.pledgeGroup.governors': 'Governors or trustees',
  'field.pledgeGroup.members': 'Pupils or members',
  'field.pledgeGroup.service-users': 'Service users',
  'field.pledgeGroup.somebody-else': 'Somebody else',
  'field.pledgeTeam': 'Your team or class',
  'field.pledgeTeam.hint': 'For example: Kitchen, or Year 4.',
  'field.pledgeName': 'Your first name or initials',
  'field.pledgeName.hint': 'Leave out your surname. If you are under 18, give initials or nothing.',
  'field.pledgeWords': 'What will you do? In your own words',
  'field.pledgeWords.hint': 'Leave out names, and what is private about you or others.',
  'field.pledgeShown': 'May everybody read your words?',
  'field.pledgeShown.yes': 'Everybody may read my words, with my first name or initials',
} as const
