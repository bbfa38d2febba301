// Words of the page on which the team stops a journey's reminders, or lets it go on.
import { catalogue } from './catalogue.ts'

export const journeyPause = catalogue('journey-pause', {
  goOn: 'Let the journey go on',
  pause: 'Pause the journey',
  back: 'Back',
  pausedSince:
    'It has been paused since {date}. When it goes on, the time until the next reminder begins anew.',
  whatPausing:
    'While a journey is paused we send no reminders. Everything else stays possible: they can fill in and hand in, and you can decide.',
  noEmail: 'They get no email about this.',
  leave: 'Leave it as it is',
})
