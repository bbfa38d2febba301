// A small library for each discovery area: what to watch, read and discuss. Ours until the council has its own (domain.md 3.6).
import type { DiscoveryArea } from './discovery-areas.ts'

/** Something that somebody else has made: found by its title, with whom it is from. */
export interface Item {
  readonly title: string
  readonly by: string
  /** Where its makers are on the web. */
  readonly at?: string
  /** Why it is worth the time, in our words. */
  readonly about: string
}

export interface Shelf {
  readonly watch: readonly Item[]
  readonly read: readonly Item[]
  /** To talk about together. */
  readonly discuss: readonly string[]
}

const ted = 'https://www.ted.com'
const commission = { by: 'Equality and Human Rights Commission', at: 'https://www.equalityhumanrights.com' }

export const library: Readonly<Record<DiscoveryArea, Shelf>> = {
  gender: {
    watch: [
      {
        title: 'We should all be feminists',
        by: 'Chimamanda Ngozi Adichie, TEDxEuston',
        at: ted,
        about: 'A writer tells, with humour, what we expect of girls and boys, and what it costs both.',
      },
    ],
    read: [
      {
        title: 'Sex discrimination',
        ...commission,
        about: 'What the law says, with cases from everyday work.',
      },
      {
        title: 'Sex and Power',
        by: 'The Fawcett Society',
        at: 'https://www.fawcettsociety.org.uk',
        about: 'Who holds the top posts in this country, counted.',
      },
    ],
    discuss: [
      'Who talks most in our meetings, and who takes the notes?',
      'Which jobs here are done by women alone, or by men alone? How did that come about?',
      'What would somebody who does not fit “he” or “she” meet with us, from the form to the toilets?',
    ],
  },
  race: {
    watch: [
      {
        title: 'The danger of a single story',
        by: 'Chimamanda Ngozi Adichie, TED',
        at: ted,
        about: 'What happens when we know one story alone about a people or a place.',
      },
      {
        title: 'How to overcome our biases? Walk boldly toward them',
        by: 'Verna Myers, TED',
        at: ted,
        about: 'Why good intentions are not enough, and three things that anybody can do.',
      },
    ],
    read: [
      {
        title: 'Race discrimination',
        ...commission,
        about: 'What the law says, with cases from everyday work.',
      },
      {
        title: 'Reports and briefings',
        by: 'The Runnymede Trust',
        at: 'https://www.runnymedetrust.org',
        about: 'Research on racial inequality in Britain, in schools, work, health and housing.',
      },
    ],
    discuss: [
      'When did you first notice the colour of your own skin?',
      'Whose names do we say wrongly, and what do we do about it?',
      'If somebody here said something racist, what would happen next? Who would be believed?',
    ],
  },
  age: {
    watch: [
      {
        title: 'Let’s end ageism',
        by: 'Ashton Applewhite, TED',
        at: ted,
        about: 'Eleven lively minutes on what we believe about growing older, and how much of it is wrong.',
      },
    ],
    read: [
      {
        title: 'Age discrimination',
        ...commission,
        about: 'What the law says, for the young as well as the old.',
      },
      {
        title: 'Age-inclusive language',
        by: 'Centre for Ageing Better',
        at: 'https://ageing-better.org.uk',
        about: 'How we talk and write about age, and how to do it better.',
      },
    ],
    discuss: [
      'Whom do we think of as too young, or too old, for what?',
      'Which decisions here are made about young people without them?',
      'What can only somebody older, or only somebody younger, teach us?',
    ],
  },
  class: {
    watch: [
      {
        title: 'How economic inequality harms societies',
        by: 'Richard Wilkinson, TED',
        at: ted,
        about: 'Health, trust and hope compared between countries, in pictures.',
      },
    ],
    read: [
      {
        title: 'UK Poverty',
        by: 'Joseph Rowntree Foundation',
        at: 'https://www.jrf.org.uk',
        about: 'A yearly report on who is poor here, and why.',
      },
      {
        title: 'The cost of the school day',
        by: 'Child Poverty Action Group',
        at: 'https://cpag.org.uk',
        about: 'What school costs a family, and how schools take the price away.',
      },
    ],
    discuss: [
      'What does it cost to take part in everything that we offer?',
      'Which words, clothes or manners open doors here, and who learned them at home?',
      'When did you last feel out of place because of money or schooling?',
    ],
  },
  disability: {
    watch: [
      {
        title: 'I’m not your inspiration, thank you very much',
        by: 'Stella Young, TEDxSydney',
        at: ted,
        about: 'A comedian on what disabled people are made into, and what they are.',
      },
    ],
    read: [
      {
        title: 'Social model of disability',
        by: 'Scope',
        at: 'https://www.scope.org.uk/about-us/social-model-of-disability',
        about: 'Why people are disabled by barriers, and what follows from it. With a film.',
      },
      {
        title: 'Disability discrimination',
        ...commission,
        about: 'What the law says, and what an adjustment is.',
      },
    ],
    discuss: [
      'Follow a visitor from the street to the last chair. Where do they stop?',
      'Which adjustments have we made before somebody had to ask?',
      'Which disabilities do we not see? How would somebody tell us?',
    ],
  },
  locality: {
    watch: [
      {
        title: 'The danger of a single story',
        by: 'Chimamanda Ngozi Adichie, TED',
        at: ted,
        about: 'Watch it again and think of the neighbourhoods of your own city.',
      },
    ],
    read: [
      {
        title: 'Leeds Observatory',
        by: 'Leeds City Council',
        at: 'https://observatory.leeds.gov.uk',
        about: 'Figures for every ward: who lives there, and how they fare.',
      },
    ],
    discuss: [
      'From which streets do people come to us, and from which not?',
      'What do people say of our area who have never been here?',
      'How long does it take to reach us by bus in the evening?',
    ],
  },
  religion: {
    watch: [
      {
        title: 'What do you think when you look at me?',
        by: 'Dalia Mogahed, TED',
        at: ted,
        about: 'A researcher on being seen as a faith before being seen as a person.',
      },
    ],
    read: [
      {
        title: 'Religion or belief discrimination',
        ...commission,
        about: 'What the law says, for those with a faith and for those without one.',
      },
      {
        title: 'Resources',
        by: 'The Faith & Belief Forum',
        at: 'https://faithbeliefforum.org',
        about: 'For schools and workplaces that want to bring people of different beliefs together.',
      },
    ],
    discuss: [
      'Whose holy days are in our calendar?',
      'What can somebody eat, wear, or stay away from here without having to explain it?',
      'What do we believe of people who believe nothing?',
    ],
  },
  sexuality: {
    watch: [
      {
        title: 'We’re all hiding something. Let’s find the courage to open up',
        by: 'Ash Beckham, TEDxBoulder',
        at: ted,
        about: 'Ten minutes on hard conversations, told lightly.',
      },
    ],
    read: [
      { title: 'Sexual orientation discrimination', ...commission, about: 'What the law says, with cases.' },
      {
        title: 'Resources',
        by: 'Stonewall',
        at: 'https://www.stonewall.org.uk',
        about: 'For workplaces, schools and clubs.',
      },
    ],
    discuss: [
      'What do we take for granted when we ask about somebody’s weekend?',
      'Who could put a picture of their partner on their desk?',
      'What do we do when “gay” is used as an insult?',
    ],
  },
  other: {
    watch: [
      {
        title: 'The urgency of intersectionality',
        by: 'Kimberlé Crenshaw, TED',
        at: ted,
        about:
          'Why somebody can fall between two kinds of unfairness. It speaks of violence: tell people before.',
      },
    ],
    read: [
      {
        title: 'Protected characteristics',
        ...commission,
        about: 'The nine of the Equality Act 2010, each in a page.',
      },
    ],
    discuss: [
      'Who is never talked about when we talk about fairness?',
      'Which two things together make somebody’s way here harder than each alone?',
      'What have we not dared to ask each other yet?',
    ],
  },
}
