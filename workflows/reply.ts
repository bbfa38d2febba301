// How soon the team gets back to somebody who has registered. The promise is the brochure's; the number of days is ours.

export const replyWithinWorkingDays = 5
