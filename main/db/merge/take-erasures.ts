// Erasure goes before everything else: what either copy knows as erased is blanked in both before a row or a change crosses,
// while the salts are still there from which the log's hashes of blanked values are made.
import type { Connection } from '#main/db/database.ts'
import { applyErasures } from '#main/db/erase.ts'
import { admitting, foreignRows, readingForeign } from '#main/db/merge/foreign-rows.ts'
import type { NewRun } from '#main/db/merge/merge-types.ts'
import { insertOf, type Sides } from '#main/db/merge/take-operations.ts'
import { prepared } from '#main/db/statements.ts'

/** Blanks in the private copy of the other book what either knows as erased. It is written for this alone. */
export function eraseInForeign(ours: Connection, foreign: Connection): void {
  const known = prepared(ours, 'SELECT DISTINCT table_name, row_id FROM erasures').raw(true).all() as [string, number][]
  readingForeign('erasures', () => {
    foreign.pragma('query_only = OFF')
    try {
      foreign.transaction(() => blank(foreign, known))()
    } finally {
      foreign.pragma('query_only = ON')
    }
  })
}

/** Under ids that no copy gives out: what lies in a span is taken for the work of an operation. */
function blank(foreign: Connection, known: readonly [string, number][]): void {
  const insert = foreign.prepare(
    `INSERT INTO erasures (id, table_name, row_id)
     SELECT min(0, coalesce((SELECT min(id) FROM erasures), 0)) - 1, ?, CAST(? AS INTEGER)
     WHERE NOT EXISTS (SELECT 1 FROM erasures WHERE table_name = ? AND row_id = ?)`,
  )
  for (const [table, id] of known) insert.run(table, id, table, id)
  applyErasures(foreign)
}

const leafColumns = ['operation_id', 'table_name', 'row_id', 'place', 'leaf'] as const

/** The hashes that stand for what was blanked in the foreign operations before they came. */
export function takeLeaves({ ours, foreign }: Sides, runs: readonly NewRun[]): void {
  const insert = prepared(ours, insertOf('erased_leaves', leafColumns))
  const select = `SELECT ${leafColumns.join(', ')} FROM erased_leaves WHERE operation_id BETWEEN ? AND ?`
  for (const { firstOperation, lastOperation } of runs) {
    for (const row of foreignRows(foreign, 'erased_leaves', select, firstOperation, lastOperation)) {
      admitting('erased_leaves', () => insert.run(...(row as [number, string, number, number, string])))
    }
  }
}
