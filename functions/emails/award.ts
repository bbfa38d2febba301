// The award.
import { word } from '../../workflows/words.ts'
import type { JourneyEmailContext } from './index.ts'
import type { EmailContent } from './layout.ts'

export function award({
  settings,
  name,
  organisationName,
  level,
  serial,
  comment,
}: JourneyEmailContext): EmailContent {
  const title = word(`level.${level}`)
  return {
    subject: `Congratulations: you have the ${title} Cultural Cohesion Quality Mark`,
    greeting: name ? `Hello ${name},` : 'Hello,',
    paragraphs: [
      `${organisationName} has been awarded the Cultural Cohesion Quality Mark at ${title} level. Congratulations to everyone who took part.`,
      `The number of your award is ${serial}. Anybody can look it up on its page, so do share the link.`,
      ...(comment ? ['This is what the validators say:'] : []),
    ],
    quote: comment,
    action: { label: 'See your award', url: `${settings.baseUrl}/awards/${serial}` },
  }
}
