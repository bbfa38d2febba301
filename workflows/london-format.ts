// How a moment is written in London: a format that is made when it is first asked for.

/** The first one of a process takes 20 ms, which is a tenth of a cold start, and most functions never write a moment. */
export function londonFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): { readonly format: (moment: Date) => string } {
  let made: Intl.DateTimeFormat | undefined
  return {
    format: (moment) => {
      made ??= new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', ...options })
      return made.format(moment)
    },
  }
}
