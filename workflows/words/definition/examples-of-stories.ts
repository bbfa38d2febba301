// The same for how it is with each statement of the self-evaluation, in one's own words.

export const examplesOfStories = {
  storyReflect: {
    charity: 'We are six from one street. Of the forty who eat with us, two live in the new flats.',
    school: 'Our pupils are as mixed as the area. Our teachers and governors are not.',
  },
  storyConfident: {
    charity: 'We talk about money easily. When somebody mentions race, it goes quiet.',
    school: 'Teachers ask us for words. Teaching assistants say that they would rather not begin.',
  },
  storyCurious: {
    charity: 'At the table people ask each other about food, and seldom about anything else.',
    school:
      'Year 4 wrote to a school in Lahore. Most of us know little about the feasts of our own families.',
  },
  storyBelong: {
    charity: 'Those who come each week say that it is home. Those who came once did not say anything.',
    school: 'Pupils feel safe. Some parents wait outside the gate, and nobody goes out to them.',
  },
  storyChallenge: {
    charity: 'A joke was made at the stove. Everybody laughed, and two people did not come again.',
    school: 'Pupils tell a teacher. Staff are less sure what to do when it is a colleague.',
  },
  storyIdeas: {
    charity: 'We tried an evening for families. Nobody came, and we did not ask why.',
    school: 'We moved one parents’ evening to a Saturday. Twice as many came, so we do it again.',
  },
  storyDecide: {
    charity: 'We decide everything among ourselves. Nobody who eats with us has ever been asked.',
    school: 'Two of twelve governors live near the school. The pupil council chooses its own topics.',
  },
  storyAccess: {
    charity: 'There are three steps at our door, and we pay for the food of whoever cannot.',
    school: 'Letters are in English alone. Trips cost more than some families have.',
  },
  storyRecruit: {
    charity: 'New volunteers are friends of ours. We have never put up a notice.',
    school: 'Two people read each application without the name. We have not looked at who is promoted.',
  },
  storyReview: {
    charity: 'We have two policies. A trustee wrote them ten years ago.',
    school: 'Parents read our behaviour policy with us, and we took two rules out.',
  },
  storyLearn: {
    charity: 'We meet to cook, and have no hour left to learn in.',
    school: 'Teachers have a training day for it. Lunchtime staff are not paid for that day.',
  },
} as const
