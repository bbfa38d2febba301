// A moment as the console tells it: in Europe/London.
import { type Html, html } from '../../../functions/web/html.ts'

const londonTime = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
})

export function moment(at: Date | string): Html {
  const date = new Date(at)
  return html`<time datetime="${date.toISOString()}">${londonTime.format(date)}</time>`
}
