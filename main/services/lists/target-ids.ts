// The ids behind a target: those named, or all that match now but those left out.
import type { ReadDb } from '#main/db/database.ts'
import { listIds } from '#main/services/lists/list-specs.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'

/** Asked inside the write that follows, so that exactly what matches then is meant. Each id once. */
export function targetIds(db: ReadDb, target: RecordTarget): Id[] {
  if ('ids' in target) return [...new Set(target.ids)] as Id[]
  const except = new Set(target.except)
  // The list's usual order has an index; which order the ids come in does not matter here.
  const ids = listIds(db, { list: target.list, query: { ...target.query, sort: [] } })
  return ids.filter((id) => !except.has(id)) as Id[]
}
