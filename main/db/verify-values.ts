// Rows that were changed hold what their last change made them: a digest alone sees rows as they were before.
import type { ReadDb } from '#main/db/database.ts'
import { followedTables } from '#main/db/table-list.ts'
import type { LogProblem } from '#main/db/verify-operations.ts'

const changesAtOnce = 5000

type LoggedChange = [table: string, rowId: number, id: number, after: string, clock: number | null, replica: number]
type LastValue = { value: unknown; clock: number; replica: number }

/** Changes that no operation made, and rows that are not as their last change left them. */
export function verifyValues(db: ReadDb, onStep: (done: number, total: number) => void = () => {}): LogProblem[] {
  const total = db.get<{ n: number }>('SELECT count(*) AS n FROM changes')?.n ?? 0
  const problems: LogProblem[] = []
  let at: [string, number, number] = ['', -1, -1]
  let last = new Map<string, LastValue>()
  for (let done = 0; ; ) {
    onStep(done, total)
    const page = changesAfter(db, at)
    for (const change of page) {
      const [table, rowId, id, after, clock, replica] = change
      if (table !== at[0] || rowId !== at[1]) {
        problems.push(...valueProblem(db, at, last))
        last = new Map()
      }
      at = [table, rowId, id]
      if (clock === null || !followedTables.includes(table))
        problems.push({ code: 'stray-change', operation: String(rowId), table })
      else if (!keepLast(last, after, { clock, replica }))
        problems.push({ code: 'value', operation: String(rowId), table })
    }
    done += page.length
    if (page.length < changesAtOnce) return [...problems, ...valueProblem(db, at, last)]
  }
}

function changesAfter(db: ReadDb, at: readonly [string, number, number]): LoggedChange[] {
  return db.raw(
    `SELECT c.table_name, c.row_id, c.id, c.after, o.clock, o.replica
     FROM changes c INDEXED BY changes_by_row LEFT JOIN operations o ON o.id = c.operation_id
     WHERE (c.table_name, c.row_id, c.id) > (?, ?, ?) ORDER BY c.table_name, c.row_id, c.id LIMIT ${changesAtOnce}`,
    ...at,
  ) as LoggedChange[]
}

/** Changes come in the order in which this copy took them in; what counts is the clock, and within an operation the order. */
function keepLast(last: Map<string, LastValue>, after: string, { clock, replica }: Omit<LastValue, 'value'>): boolean {
  const values = entriesOf(after)
  for (const [column, value] of values ?? []) {
    const known = last.get(column)
    const isLater = !known || clock > known.clock || (clock === known.clock && replica >= known.replica)
    if (isLater) last.set(column, { value, clock, replica })
  }
  return values !== null
}

/** Null for text that is no JSON object: nothing that the program wrote. */
function entriesOf(text: string): [string, unknown][] | null {
  try {
    return Object.entries(JSON.parse(text) as object)
  } catch {
    return null
  }
}

function valueProblem(
  db: ReadDb,
  [table, rowId]: readonly [string, number, number],
  last: ReadonlyMap<string, LastValue>,
): LogProblem[] {
  if (last.size === 0) return []
  const row = db.get<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`, rowId)
  const isOther = (column: string, value: unknown) => row && column in row && row[column] !== value
  const fits = row && ![...last].some(([column, { value }]) => isOther(column, value))
  return fits ? [] : [{ code: 'value', operation: String(rowId), table }]
}
