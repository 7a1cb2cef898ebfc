// Clashes that someone looked at and left as they are. A mark speaks of one very cause: other rows make another clash.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { ClashRuleId } from '#shared/schemas/clashes.ts'

export type ClashMark = { id: Id; note: string }

/** By key. Of two marks of one clash (merged copies) the later one's note is shown. */
export function marksOf(db: ReadDb, rule: ClashRuleId): Map<string, ClashMark> {
  const rows = db.all<ClashMark & { cause: string }>(
    'SELECT id, cause, note FROM clash_marks INDEXED BY clash_marks_by_cause WHERE rule = ? AND deleted = 0 ORDER BY id',
    rule,
  )
  return new Map(rows.map(({ cause, ...mark }) => [cause, mark]))
}
