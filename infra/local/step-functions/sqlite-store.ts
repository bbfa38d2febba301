// The store of the laptop: one SQLite file, which survives the process being killed at any moment.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type Change, type Execution, type HistoryEvent, hasEndedBadly } from './execution.ts'
import type { ExecutionQuery, HistoryQuery, StateMachine, Store } from './store.ts'

// synchronous = NORMAL: with WAL a commit outlives the process, though not always a power cut.
const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS definitions (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS state_machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS executions (
    arn TEXT PRIMARY KEY,
    state_machine_arn TEXT NOT NULL,
    status TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    due_at INTEGER,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS executions_listed ON executions (state_machine_arn, started_at DESC, arn DESC);
  CREATE INDEX IF NOT EXISTS executions_due ON executions (due_at, arn) WHERE due_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS events (
    execution_arn TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution_arn, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS untold (execution_arn TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, execution_arn TEXT NOT NULL) STRICT, WITHOUT ROWID;
`

/** `path` is a file, made if absent, or `:memory:`. */
export function createSqliteStore(path: string): Store {
  const database = new DatabaseSync(path)
  database.exec(SCHEMA)
  const run = preparer(database)

  function keep({ execution, events, token }: Change): boolean {
    const { arn, stateMachineArn, status, startedAt, version, dueAt = null } = execution
    const body = JSON.stringify(execution)
    const kept =
      version === 1
        ? run(
            `INSERT INTO executions (arn, state_machine_arn, status, started_at, due_at, version, body)
             VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING`,
          ).run(arn, stateMachineArn, status, startedAt, dueAt, body)
        : run(
            'UPDATE executions SET status = ?, due_at = ?, version = ?, body = ? WHERE arn = ? AND version = ?',
          ).run(status, dueAt, version, body, arn, version - 1)
    if (kept.changes === 0) return false
    for (const event of events) {
      run('INSERT INTO events (execution_arn, id, body) VALUES (?, ?, ?)').run(
        arn,
        event.id,
        JSON.stringify(event),
      )
    }
    if (hasEndedBadly(execution)) run('INSERT OR IGNORE INTO untold VALUES (?)').run(arn)
    if (token !== undefined) run('INSERT OR REPLACE INTO tokens VALUES (?, ?)').run(token, arn)
    return true
  }

  function together<T>(work: () => T): T {
    run('BEGIN IMMEDIATE').run()
    try {
      const result = work()
      run('COMMIT').run()
      return result
    } catch (error) {
      run('ROLLBACK').run()
      throw error
    }
  }

  function one<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return run(sql).get(...values) as T | undefined
  }

  return {
    stateMachine: (arn) => body<StateMachine>(one('SELECT body FROM state_machines WHERE arn = ?', arn)),
    stateMachines: () => bodies<StateMachine>(run('SELECT body FROM state_machines ORDER BY name').all()),
    saveStateMachine(machine, definition) {
      together(() => {
        run('INSERT OR IGNORE INTO definitions VALUES (?, ?)').run(machine.definitionId, definition)
        const values = [machine.arn, machine.name, JSON.stringify(machine)]
        run('INSERT OR REPLACE INTO state_machines VALUES (?, ?, ?)').run(...values)
      })
    },
    definition: (id) => one<{ text: string }>('SELECT text FROM definitions WHERE id = ?', id)?.text,

    execution: (arn) => body<Execution>(one('SELECT body FROM executions WHERE arn = ?', arn)),
    executions: (query) => bodies<Execution>(run(LIST_EXECUTIONS).all(executionValues(query))),
    history({ executionArn, after, reverse, limit }: HistoryQuery) {
      const start = after ?? (reverse ? Number.MAX_SAFE_INTEGER : 0)
      const rows = run(reverse ? HISTORY_REVERSE : HISTORY).all(executionArn, start, limit)
      return bodies<HistoryEvent>(rows)
    },
    executionOfToken: (token) =>
      one<{ arn: string }>('SELECT execution_arn AS arn FROM tokens WHERE token = ?', token)?.arn,
    save: (change) => together(() => keep(change)),

    untold: () => bodies<Execution>(run(UNTOLD).all()),
    told: (arn) => void run('DELETE FROM untold WHERE execution_arn = ?').run(arn),

    runnable: (until) =>
      run('SELECT arn FROM executions WHERE due_at <= ? ORDER BY due_at, arn')
        .all(until)
        .map((row) => (row as { arn: string }).arn),
    nextDue: (after) =>
      one<{ at: number | null }>('SELECT min(due_at) AS at FROM executions WHERE due_at > ?', after)?.at ??
      undefined,
    close: () => database.close(),
  }
}

const LIST_EXECUTIONS = `
  SELECT body FROM executions
  WHERE state_machine_arn = :machine AND (:status IS NULL OR status = :status)
    AND (:startedAt IS NULL OR (started_at, arn) < (:startedAt, :arn))
  ORDER BY started_at DESC, arn DESC LIMIT :limit`

const UNTOLD = 'SELECT body FROM untold JOIN executions ON arn = execution_arn ORDER BY execution_arn'
const HISTORY = 'SELECT body FROM events WHERE execution_arn = ? AND id > ? ORDER BY id LIMIT ?'
const HISTORY_REVERSE = 'SELECT body FROM events WHERE execution_arn = ? AND id < ? ORDER BY id DESC LIMIT ?'

function executionValues({
  stateMachineArn,
  status,
  after,
  limit,
}: ExecutionQuery): Record<string, SQLInputValue> {
  return {
    machine: stateMachineArn,
    status: status ?? null,
    startedAt: after?.startedAt ?? null,
    arn: after?.arn ?? null,
    limit,
  }
}

/** Each statement is prepared once. */
function preparer(database: DatabaseSync): (sql: string) => ReturnType<DatabaseSync['prepare']> {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

function body<T>(row: unknown): T | undefined {
  return row === undefined ? undefined : (JSON.parse((row as { body: string }).body) as T)
}

function bodies<T>(rows: readonly unknown[]): T[] {
  return rows.map((row) => body<T>(row) as T)
}
