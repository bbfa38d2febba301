// Two invented answers to each long question, by the field: of a charity of six people, and of a school.

export interface Examples {
  readonly charity: string
  readonly school: string
}

export const examples: Readonly<Record<string, Examples>> = {
  evidenceChanged: {
    charity:
      'We moved our advice hour from Monday morning to Thursday evening. Eleven people came for the first time, most of them straight from work.',
    school:
      'Pupils now choose the stories for assembly in turn. Since spring we have heard stories from nine countries, and parents come to tell them.',
  },
}
