// The rows that foreign operations made: those whose ids lie in their spans, with their plain columns. What is derived in
// them is worked out anew.
import type { Param } from '#main/db/database.ts'
import { plainColumns } from '#main/db/log-triggers.ts'
import { hasShape } from '#main/db/merge/check-value.ts'
import { admitting, damaged, foreignRows } from '#main/db/merge/foreign-rows.ts'
import { type IdSet, idSet } from '#main/db/merge/id-set.ts'
import type { IdSpan } from '#main/db/merge/merge-types.ts'
import { insertOf, report, type Sides } from '#main/db/merge/take-operations.ts'
import { prepared } from '#main/db/statements.ts'

const rowsAtOnce = 2000

/** Takes the rows of some tables, and gives how many came into each. No id may come twice, in whatever table. */
export type RowTaker = (tables: readonly string[]) => Map<string, number>

export function rowTaker(sides: Sides, spans: readonly IdSpan[]): RowTaker {
  const wanted = spans.map((span) => ({ span, seen: idSet(span) }))
  return (tables) => {
    const counts = tables.map((table) => {
      const perSpan = wanted.map((part) => takeTable(sides, table, part))
      return [table, perSpan.reduce((sum, count) => sum + count, 0)] as const
    })
    return new Map(counts.filter(([, count]) => count > 0))
  }
}

type Wanted = { span: IdSpan; seen: IdSet }

function takeTable({ ours, foreign, progress }: Sides, table: string, { span, seen }: Wanted): number {
  const plain = plainColumns(ours, table)
  const columns = ['id', ...plain.map(({ name }) => name)]
  const insert = prepared(ours, insertOf(table, columns))
  const select = `SELECT ${columns.join(', ')} FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id`
  let count = 0
  for (const row of foreignRows(foreign, table, select, span.firstId, span.lastId)) {
    const [id] = row as [number]
    // One id stands for one row in the whole book: spans, undo and references lean on it.
    if (!seen.add(id) || !plain.every((column, at) => hasShape(column, row[at + 1]))) throw damaged(`${table} ${id}`)
    admitting(`${table} ${id}`, () => insert.run(...(row as Param[])))
    count += 1
    if (count % rowsAtOnce === 0) report(progress, 'merge.rows', count, null)
  }
  return count
}
