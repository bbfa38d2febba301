// Instants are stored in UTC and shown in Europe/London.
import { londonFormat } from '../../workflows/london-format.ts'
import { dates as words } from '../../workflows/words/dates.ts'

const day = londonFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const time = londonFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = londonFormat('en-GB', { weekday: 'short' })
const isoDay = londonFormat('en-CA', { dateStyle: 'short' })

/** 23 November 2026 */
export function formatDate(instant: Date | string): string {
  return day.format(new Date(instant))
}

/** 23 November 2026 at 08:05 */
export function formatMoment(instant: Date | string): string {
  return words('moment', { date: formatDate(instant), time: time.format(new Date(instant)) })
}

/** The day that it is in London, as 2027-01-31. */
export function londonDay(instant: Date): string {
  return isoDay.format(instant)
}

/** English bank holidays (gov.uk/bank-holidays), as far as they are published. */
const bankHolidays = new Set([
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
  '2028-01-03',
  '2028-04-14',
  '2028-04-17',
  '2028-05-01',
  '2028-05-29',
  '2028-08-28',
  '2028-12-25',
  '2028-12-26',
])

/** The same time of day, so many working days later: weekends and English bank holidays do not count. */
export function addWorkingDays(from: Date, days: number): Date {
  const date = new Date(from)
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1)
    if (isWorkingDay(date)) left--
  }
  return date
}

/** In London: neither a weekend nor an English bank holiday. */
export function isWorkingDay(instant: Date): boolean {
  return !['Sat', 'Sun'].includes(weekday.format(instant)) && !bankHolidays.has(londonDay(instant))
}
