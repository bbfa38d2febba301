// The words that stand instead of ours: a row each under its id, changed without a release; all are read at once.
import type { StoredWords } from '../app/ports.ts'
import { queryAll, type Table } from './dynamo.ts'
import { systemClock } from './system-clock.ts'

const keptForMs = 60_000
/** No page waits longer than this for other words than ours. */
const patienceMs = 2000

/**
 * One reading a minute, and also a failure lasts a minute: while the table does not answer, every page would wait for it
 * in vain.
 */
export function dynamoWords(table: Table, { unmovedMs } = systemClock): StoredWords {
  let kept: { readonly words: ReturnType<StoredWords['all']>; readonly untilMs: number } | undefined
  return {
    all() {
      if (!kept || unmovedMs() >= kept.untilMs)
        kept = { words: read(table), untilMs: unmovedMs() + keptForMs }
      return kept.words
    },
  }
}

async function read(table: Table): Promise<ReadonlyMap<string, string>> {
  const rows = await queryAll(
    table,
    { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'WORDS#en' } },
    { abortSignal: AbortSignal.timeout(patienceMs) },
  )
  return new Map(rows.map(({ sk, text }) => [String(sk), String(text ?? '')]))
}
