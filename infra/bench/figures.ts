// What a part of the bench gives: tables of plain rows, printed for people or as JSON.

export type Row = Readonly<Record<string, string | number>>
export type Figures = { readonly title: string; readonly rows: readonly Row[] }

/** The value that a part of 0 to 1 of the numbers does not exceed. Throws if there are none. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = Math.max(0, Math.ceil(sorted.length * part) - 1)
  const found = sorted[at]
  if (found === undefined) throw new Error('Nothing was measured')
  return found
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5)
}

export function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits))
}

/** Numbers to the right, words to the left. */
export function asTable({ title, rows }: Figures): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (row: Row, column: string) => String(row[column] ?? '')
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => cell(row, column).length)),
  )
  const isNumber = (column: string) => rows.some((row) => typeof row[column] === 'number')
  const line = (texts: readonly string[]) =>
    columns
      .map((column, at) => texts[at]![isNumber(column) ? 'padStart' : 'padEnd'](widths[at]!))
      .join('  ')
      .trimEnd()
  const lines = rows.map((row) => line(columns.map((column) => cell(row, column))))
  return [title, '', line(columns), line(widths.map((width) => '-'.repeat(width))), ...lines, ''].join('\n')
}
