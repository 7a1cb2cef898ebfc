// Who worked on something last, on either side.
import type { ReadDb } from '#main/db/database.ts'
import { makerSql, type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import { sideNumber } from '#main/services/merge/conflict-types.ts'
import type { Instant } from '#shared/dates.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'
import type { MergeAuthor, MergedKind, MergeSide } from '#shared/schemas/merge.ts'

type Worked = { kind: MergedKind; id: Id; side: MergeSide }

/** A side's last operation on a record and what belongs to it; null where it did nothing to it. */
export function lastOperation(together: ReadDb, { kind, id, side }: Worked): Id | null {
  const number = sideNumber[side]
  const row = together.get<{ id: Id }>(
    `SELECT o.id FROM (
       SELECT c.operation_id FROM look_rows r
       CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = r.table_name AND c.row_id = r.row_id
       WHERE r.kind = ? AND r.id = ?
       UNION SELECT ${makerSql('r.row_id')} FROM look_rows r WHERE r.kind = ? AND r.id = ? AND r.made = ${number}) e
     CROSS JOIN look_operations l ON l.id = e.operation_id AND l.side = ${number} JOIN operations o ON o.id = l.id
     ORDER BY o.clock DESC, o.replica DESC LIMIT 1`,
    ...[kind, id, kind, id],
  )
  return row?.id ?? null
}

type AuthorRow = PersonColumns & { id: Id; replica: number; at: Instant; operation: string }

/** By operation. */
export function authorsOf(together: ReadDb, operations: readonly Id[]): Map<Id, MergeAuthor> {
  const rows = together.all<AuthorRow>(
    `SELECT o.id, o.replica, o.wall_at AS at, o.name AS operation, ${personColumns} FROM json_each(?) j
     CROSS JOIN operations o ON o.id = j.value LEFT JOIN people p ON p.id = o.person_id`,
    JSON.stringify([...new Set(operations)]),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      { copy: replicaLetters(row.replica), person: personOf(row), at: row.at, operation: row.operation },
    ]),
  )
}
