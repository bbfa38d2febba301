// Two invented examples for each long question: how a charity of six people, and how a school, might answer it.

import { layered } from '../catalogue.ts'
import { examplesOfStories } from './examples-of-stories.ts'

export interface Examples {
  readonly charity: string
  readonly school: string
}

export const examples: Readonly<Record<string, Examples>> = {
  accessNeeds: {
    charity: 'One of us is deaf and uses British Sign Language. Email is better than calls.',
    school: 'Please meet us after half past three. A room without stairs would help.',
  },
  hopes: {
    charity:
      'We cook with our neighbours every Friday. Most who come look like us, and the street does not. We would like to know why, and to change it.',
    school:
      'Our families speak 31 languages at home. We do a lot for single occasions, and little that lasts. We hope that belonging becomes a part of every day.',
  },
  pledgeWording: {
    charity:
      'We at Open Table pledge to welcome everybody to our kitchen, to listen when somebody tells us that they did not feel welcome, and to change what keeps people away. Our trustees agreed this together. You can read it on our noticeboard.',
    school:
      'Staff, governors and pupils of Invented Primary pledge to treat every person with respect, to learn about lives that are not like our own, and to speak up when something is unfair. The governing body decided this. Our classes’ own pledges hang in the hall.',
  },
  pledgeWords: {
    charity: 'I will ask everybody who is new to our kitchen what they like to cook.',
    school: 'I will ask somebody to play who stands alone.',
  },
  whoIsMissing: {
    charity: 'Two of our volunteers are away until May. We will talk to them when they are back.',
    school:
      'Our lunchtime staff had not heard of it, since they are not at our briefings. We will go to them in the second week of term.',
  },
  groupSaid: {
    charity:
      'Four people answered. They like the food and the talk. They wish that we cooked what they know from home.',
    school:
      'Most feel safe here. Many pupils said that their names are said wrongly. Some parents said that letters are hard to understand.',
  },
  peopleFound: {
    charity:
      'All six of us were born here and are over 50. Two of us speak another language. None of us had ever talked about what it is like to be new in the street.',
    school:
      'A third of our pupils, and one in twelve of our teachers, are from families with roots elsewhere. Teachers feel sure when they talk about faith, and less sure when they talk about race.',
  },
  organisationFound: {
    charity:
      'We decide everything among the six of us. We tell people of our evenings by word of mouth, so those who do not know us never hear of them.',
    school:
      'Our assemblies are varied, and our reading lists are not. Parents’ evenings are at times when many work. Complaints about racism are written down, but nobody looked at them together until now.',
  },
  strengths: {
    charity: 'People stay and talk. Nobody has to ask for anything. We have the trust of the older people.',
    school: 'Pupils speak up for each other. Our office greets every family in a language that they know.',
  },
  missingVoices: {
    charity: 'Those who came once and did not come again. The families from the new flats.',
    school: 'Fathers. Families who came this year. Pupils who are often away.',
  },
  ...examplesOfStories,
  actionProgress: {
    charity:
      'We have talked to the three families from the new flats. Two of them will cook with us in March.',
    school: 'Half of the reading list is changed. Year 4 chose six of the books.',
  },
  sessionLearned: {
    charity:
      'We watched a film about coming to a new city. We had not known how long people wait for a decision, and that they may not work meanwhile.',
    school:
      'We read about names. Many of us had shortened names without asking. We learned how much that can hurt.',
  },
  sessionWillChange: {
    charity: 'We will no longer ask “Where are you from?” at the door, but “What do you like to cook?”.',
    school:
      'Every class begins the year with how each name is said. Supply teachers get the list with the sounds.',
  },
  policyChanged: {
    charity: 'We had no written rules. Now there is one page on how we decide and how somebody can complain.',
    school: 'The uniform rules named hairstyles. We took that out, after pupils had told us whom it touched.',
  },
  evidenceChanged: {
    charity:
      'Nine of the 24 who came last Friday were new. Two families have taken over an evening of their own.',
    school:
      'Forty parents came who had never been at a school evening. Six of them now meet every month and have asked for a homework club.',
  },
  evidenceWhat: {
    charity:
      'We went from door to door in the new flats with a card in four languages. We asked what people like to cook, and invited them to show us.',
    school:
      'Parents planned the evening together with year 5. There was food from eleven kitchens, no speeches, and a room for prayer.',
  },
  evidenceSaid: {
    charity: '“I thought it was only for members. Now I have the key.”',
    school: '“My mum taught my teacher a word.” (a pupil of year 5)',
  },
  toldWhat: {
    charity: 'We told everybody at the spring meal what we had changed, and what we had not managed.',
    school:
      'A letter in six languages with five things that are different now, and two that we still work on.',
  },
  toldResponse: {
    charity: 'Most were glad. One man said that we should have asked him first, and he was right.',
    school: 'Parents asked for more time in the morning to talk to teachers. Pupils want a say in the menus.',
  },
  nowAttitudes: {
    charity: 'We ask before we assume. When one of us says “they”, somebody asks who that is.',
    school: 'Teachers bring up race themselves now, and say when they do not know.',
  },
  nowPractices: {
    charity: 'We invite by card, in four languages, to every door.',
    school: 'Incidents are looked at together every half term, and families hear what came of it.',
  },
  nowParticipation: {
    charity: 'Three people from the new flats decide with us.',
    school: 'Two governors are parents from families that nobody spoke for before.',
  },
  nowInnovation: {
    charity: 'Every month somebody else sets the menu, and we eat what we do not know.',
    school: 'Pupils teach each other ten words of their language each Monday.',
  },
  nowSkills: {
    charity: 'Two of us took a course in listening. All of us know whom to call when somebody needs advice.',
    school:
      'All staff have had the training, those at lunchtime too. Six can lead a discussion on a hard subject.',
  },
  impactStatement: {
    charity:
      'We began as six friends with a kitchen. We found that we were open to everybody and known to few. So we went to the doors, asked what people like to cook, and gave evenings away. Now every third guest is somebody whom we did not know a year ago. We say less and ask more. We have rules that can be read. Next we would like to find out why the young ones stay away.',
    school:
      'We began with many good occasions and little that lasted. Our survey told us about names, letters and the hours of our evenings. We changed all three, and our reading lists with them. Pupils now challenge unfairness, and are backed. Incidents are talked about openly, and there are fewer of them twice. Parents who never came now lead a group. What is still hard is to find teachers who reflect our families. That comes next.',
  },
  impactTranscript: {
    charity:
      '“When I came here first I sat by the door. Now I stand at the stove.” She laughs, and the pan hisses.',
    school:
      'A pupil speaks: “My name used to be said wrong every day. Now everyone asks me to say it for them.”',
  },
  impactNext: {
    charity: 'We would like to share our kitchen with the mosque across the road, one evening a month.',
    school: 'We will look at who is chosen for what: teams, sets, school council and trips.',
  },
  meetingNeeds: {
    charity: 'An interpreter for Tigrinya. Please come in the evening, and stay for the meal.',
    school: 'A break after 40 minutes for the pupils. Step-free access is there.',
  },
}

/** The two examples of a question; none when there are none for it. */
export function examplesFor(field: string): Examples | undefined {
  const own = Object.hasOwn(examples, field) ? examples[field]! : undefined
  return (
    own && {
      charity: layered(`example.${field}.charity`) ?? own.charity,
      school: layered(`example.${field}.school`) ?? own.school,
    }
  )
}
