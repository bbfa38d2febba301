// The names of levels, phases and waits. Those of steps 1 to 5 are the council’s; 6 and 7 are ours until it confirms them (domain.md 2.1).

/** Names that are ours until the council confirms them (domain.md 2.1): those of steps 6 and 7. The team is told. */
export const unconfirmed: readonly string[] = ['wait.positive-action', 'wait.demonstrate-and-celebrate']

export const names = {
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
  'wait.raising-awareness.hint.to-one':
    'Make sure that the people around you know that you are going for the mark, and what it is about.',
  'wait.commitment-and-pledge': 'Formal Commitment & Pledge',
  'wait.commitment-and-pledge.hint': 'Commit formally, and gather the pledges of everyone who takes part.',
  'wait.commitment-and-pledge.hint.to-one': 'Commit to the aims of the mark, and make your own pledge.',
  'wait.reflective-transparency': 'Reflective Transparency',
  'wait.reflective-transparency.hint':
    'Look at yourselves honestly, find what to improve, make a plan, and show it to the public.',
  'wait.reflective-transparency.hint.to-one':
    'Look at yourself honestly, find what to improve, make a plan, and show it to the public.',
  'wait.behaviours-and-structures': 'Behaviours, Attitudes, Policies and Structures',
  'wait.behaviours-and-structures.hint':
    'Learn what leads to inequality, and hear about other people’s experiences: watch, read, and discuss with colleagues.',
  'wait.behaviours-and-structures.hint.to-one':
    'Learn what leads to inequality, and hear about other people’s experiences: watch, read, and talk about it with others.',
  'wait.positive-action': 'Taking Positive Action',
  'wait.positive-action.hint':
    'Act to improve your attitudes, practices, participation, innovation and skills.',
  'wait.demonstrate-and-celebrate': 'Demonstrating, Celebrating & Validation',
  'wait.demonstrate-and-celebrate.hint':
    'Show and celebrate what has changed, tell the people you work with and for, and ask for validation.',
  'wait.demonstrate-and-celebrate.hint.to-one':
    'Show and celebrate what has changed, tell the people around you, and ask for validation.',
} as const
