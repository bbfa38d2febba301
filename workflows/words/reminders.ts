// Words of the pages on which reminders are stopped by the link in one of them.
import { catalogue } from './catalogue.ts'

export const reminders = catalogue('reminders', {
  title: 'Stop the reminders',
  what: 'We remind you now and then when your journey has waited for a while. You can stop these emails. You still get the others: when a step opens, when the team answers, when you are awarded.',
  stopped: 'The reminders are stopped',
  stoppedText:
    'You get no more reminders in this round. Your journey waits for you, with everything that you saved. There is no deadline.',
  others: 'You still get the other emails about your journey.',
  noLink: 'This link does not work any more',
  noLinkText:
    'Check that you have the whole link. If it is more than a year old, use the one in a newer reminder, or write to us and we stop the reminders for you.',
})
