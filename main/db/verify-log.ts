// Reads the whole log against the rows: every operation, every row that operations changed, every id. In slices, so that a
// book of any size takes little memory.
import type { ReadDb } from '#main/db/database.ts'
import type { Column } from '#main/db/log-triggers.ts'
import { followedTables } from '#main/db/table-list.ts'
import type { OperationsTable as Operation } from '#main/db/tables.ts'
import { unerasedRows } from '#main/db/verify-erasures.ts'
import { type LogProblem, makeVerifier } from '#main/db/verify-operations.ts'
import { verifyValues } from '#main/db/verify-values.ts'
import { firstCounterId } from '#shared/ids.ts'

export type LogReport = {
  /** Nothing here says that the book agrees with itself; only a head kept elsewhere proves more. */
  problems: LogProblem[]
  /** Operations of an older schema whose content was erased since: nothing proves it any more, and nothing denies it. */
  unprovable: string[]
}

/** Called between slices with how far it is; may throw to stop. */
export type LogSteps = (phase: 'operations' | 'changes', done: number, total: number) => void

const operationsAtOnce = 1000
const nobody: LogSteps = () => {}

export function verifyLog(db: ReadDb, steps: LogSteps = nobody): LogReport {
  const verifier = makeVerifier(db)
  const problems: LogProblem[] = []
  let previous: Operation | null = null
  for (const operation of operationsOf(db, steps)) {
    const before: Operation | null = previous?.replica === operation.replica ? previous : null
    problems.push(...verifier.problemsOf(operation, before))
    previous = operation
  }
  const values = verifyValues(db, (done, total) => steps('changes', done, total))
  return {
    problems: [...problems, ...headProblems(db), ...strayIds(db), ...hiddenTexts(db), ...values, ...unerasedRows(db)],
    unprovable: [...verifier.unprovable],
  }
}

function* operationsOf(db: ReadDb, steps: LogSteps): Generator<Operation> {
  const total = db.get<{ n: number }>('SELECT count(*) AS n FROM operations')?.n ?? 0
  let [replica, sequence, done] = [-1, -1, 0]
  for (;;) {
    steps('operations', done, total)
    const rows = db.all<Operation>(
      `SELECT * FROM operations WHERE (replica, sequence) > (?, ?) ORDER BY replica, sequence LIMIT ${operationsAtOnce}`,
      replica,
      sequence,
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    ;[replica, sequence, done] = [last.replica, last.sequence, done + rows.length]
  }
}

function headProblems(db: ReadDb): LogProblem[] {
  const copy = db.get<{ replica: number; sequence: number; head: string }>(
    'SELECT replica, sequence, head FROM this_copy',
  )
  const last = db.get<{ sequence: number; hash: string }>(
    'SELECT sequence, hash FROM operations WHERE replica = ? ORDER BY sequence DESC LIMIT 1',
    copy?.replica ?? 0,
  )
  const fits = copy?.sequence === (last?.sequence ?? 0) && copy?.head === (last?.hash ?? '')
  return fits ? [] : [{ code: 'head', operation: `${copy?.replica}/${copy?.sequence}` }]
}

/** Text behind a NUL: SQLite's quote() ends there, so no digest covers it. The program writes none. */
function hiddenTexts(db: ReadDb): LogProblem[] {
  return followedTables.flatMap((table) => {
    const texts = db.all<Column>(`PRAGMA table_info("${table}")`).filter(({ type }) => type === 'TEXT')
    if (texts.length === 0) return []
    const all = texts.map(({ name }) => name).join(', ')
    const rows = db.all<{ id: number }>(`SELECT id FROM ${table} WHERE instr(concat(${all}), char(0)) > 0 LIMIT 20`)
    return rows.map((row): LogProblem => ({ code: 'hidden-text', operation: String(row.id), table }))
  })
}

/** What every book has from its migrations: rows 1 up to this id. */
const seeded: Readonly<Record<string, number>> = { books: 1, warehouses: 2 }

/** Rows that no operation and no migration made. */
function strayIds(db: ReadDb): LogProblem[] {
  const beyond = followedTables.flatMap((table) => {
    const rows = db.all<{ id: number }>(
      `SELECT id FROM ${table} WHERE id < ? AND id NOT BETWEEN 1 AND ? LIMIT 20`,
      firstCounterId,
      seeded[table] ?? 0,
    )
    return rows.map((row): LogProblem => ({ code: 'stray-id', operation: String(row.id), table }))
  })
  return [...beyond, ...outsideSpans(db)]
}

/** Rows whose id lies in no operation's span: nobody wrote them through the program. */
function outsideSpans(db: ReadDb): LogProblem[] {
  return followedTables.flatMap((table) => {
    const rows = db.all<{ id: number }>(
      `SELECT t.id FROM ${table} t WHERE t.id >= ? AND coalesce((SELECT o.last_id FROM operations o
         WHERE o.first_id <= t.id AND o.last_id >= o.first_id ORDER BY o.first_id DESC LIMIT 1), 0) < t.id LIMIT 20`,
      firstCounterId,
    )
    return rows.map((row): LogProblem => ({ code: 'stray-id', operation: String(row.id), table }))
  })
}
