// What goes into the log: of something unexpected which function, which kind of error, where; and figures; never what was in it.

/** The message is left out: it can quote what somebody typed. The lines of the stack say where. */
export function logError(where: string, error: unknown): void {
  console.error(JSON.stringify({ level: 'error', where, errors: causes(error).map(describe) }))
}

/**
 * Numbers that an alarm is made of. Past the console, before whose lines Lambda puts words: a metric filter reads only a line
 * that is JSON from its first character.
 */
export function logFigures(where: string, figures: Readonly<Record<string, number>>): void {
  process.stdout.write(`${JSON.stringify({ level: 'info', where, ...figures })}\n`)
}

function causes(error: unknown): unknown[] {
  return error instanceof AggregateError ? error.errors.flatMap(causes) : [error]
}

function describe(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const at = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { name: error.name, at: at.slice(0, 6).map((line) => line.trim()) }
}
