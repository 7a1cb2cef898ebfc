// Which records of a list an export takes.
import type { ReadDb } from '#main/db/database.ts'
import { listIds } from '#main/services/lists/list-specs.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'

/** What matches, in the order of the list; of it what was ticked alone. */
export function exportedIds(db: ReadDb, list: RecordListName, { query, only }: ExportInput): number[] {
  const ids = listIds(db, { list, query })
  if (!only) return ids
  const named = new Set('ids' in only ? only.ids : only.except)
  return ids.filter((id) => named.has(id) === 'ids' in only)
}
