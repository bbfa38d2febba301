// The words of options that several questions offer, each said once.

export const options = {
  'view.not-yet': 'Not yet',
  'view.beginning': 'Beginning',
  'view.mostly': 'Mostly',
  'view.fully': 'Fully',
  'view.do-not-know': 'We do not know',
  'view.do-not-know.to-one': 'I do not know',
  known: 'How do you know?',
  'story.hint': 'In a few words, what somebody who comes to you would notice.',
  'now.hint': 'Look at what you wrote in step 4, and say how it is today.',
  'topic.gender': 'Gender',
  'topic.race': 'Race',
  'topic.age': 'Age',
  'topic.class': 'Class',
  'topic.disability': 'Disability',
  'topic.locality': 'Locality',
  'topic.religion': 'Religion',
  'topic.sexuality': 'Sexuality',
  'topic.other': 'Something else',
  'topic.hint': 'Leave it empty if it is about several, or none.',
  'area.attitudes': 'Attitudes',
  'area.attitudes.hint': 'What people think and feel about one another',
  'area.practices': 'Practices',
  'area.practices.hint': 'What you do every day, and how: habits, rules and policies',
  'area.participation': 'Participation',
  'area.participation.hint': 'Who takes part, who is heard, and who decides',
  'area.innovation': 'Innovation',
  'area.innovation.hint': 'New ways that you try, and what you learn from them',
  'area.skills': 'Skills',
  'area.skills.hint': 'What people know and are able to do',
  'area.hint': 'Select where the change should show most.',
} as const

/** Where the words of a question are that it shares with others. */
const shared: readonly (readonly [question: RegExp, words: string])[] = [
  [/^field\.(?:improvementTopic|actionTopic|evidenceTopic|sessionArea)\./, 'topic.'],
  [/^field\.(?:improvementArea|actionArea|evidenceAreas)\./, 'area.'],
  [/^field\.view[A-Z][A-Za-z]*\./, 'view.'],
  [/^field\.known[A-Z][A-Za-z]*$/, 'known'],
  [/^field\.story[A-Z][A-Za-z]*\.hint$/, 'story.hint'],
  [/^field\.now[A-Z][A-Za-z]*\.hint$/, 'now.hint'],
]

/** The id under which several questions have this word; undefined when it is of one alone. */
export function sharedId(id: string): string | undefined {
  const found = shared.find(([question]) => question.test(id))
  return found && id.replace(...found)
}
