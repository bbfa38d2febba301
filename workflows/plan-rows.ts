// Rows of the plan that what was found wanting asks for: each improvement, and each statement that is not true yet.
import { createHash } from 'node:crypto'
import { type Answers, textIn } from './fields.ts'
import { statements, viewField, wanting } from './self-evaluation.ts'

export interface PlanRow {
  /** The entry's id: of the same source always the same, so that it is added once. */
  readonly id: string
  /** As a form would send it; what will be done, and until when, is for people to say. */
  readonly typed: Readonly<Record<string, readonly string[]>>
}

export interface Found {
  /** With the ids of their entries. */
  readonly improvements: readonly { readonly id: string; readonly answers: Answers }[]
  /** Of the whole step. */
  readonly answers: Answers
  /** Ids of rows that are there, or were taken away: neither comes again. */
  readonly known: ReadonlySet<string>
}

/** `say` gives the words of a statement. */
export function planRows(
  { improvements, answers, known }: Found,
  say: (field: string) => string,
): readonly PlanRow[] {
  const ofImprovements = improvements.flatMap(({ id, answers: improvement }) => {
    const [aim, area] = [textIn(improvement.improvementWhat), textIn(improvement.improvementArea)]
    const topic = textIn(improvement.improvementTopic)
    // What was set aside with a reason makes no row.
    if (!aim || !area) return []
    const typed = { actionAim: [aim], actionArea: [area], ...(topic && { actionTopic: [topic] }) }
    return [{ id: rowId(`improvement ${id}`), typed }]
  })
  const ofStatements = statements
    .filter((statement) => wanting.includes(String(answers[viewField(statement)])))
    .map((statement) => ({
      id: rowId(`statement ${statement.id}`),
      typed: {
        actionAim: [say(viewField(statement))],
        actionArea: [statement.area],
        // “Something else” would be an answer that nobody gave.
        ...(statement.topic !== 'other' && { actionTopic: [statement.topic] }),
      },
    }))
  return [...ofImprovements, ...ofStatements].filter(({ id }) => !known.has(id))
}

/** Of 16 characters, as every entry's id. */
function rowId(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 16)
}
