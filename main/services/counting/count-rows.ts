// The one reading of a count's own row.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CountScope, CountStatus } from '#shared/schemas/counting.ts'

export type Count = {
  id: Id
  number: string
  warehouseId: Id
  on: Day
  scope: CountScope
  scopeValue: string
  isBlind: boolean
  status: CountStatus
  documentId: Id | null
  note: string
  archived: boolean
}

/** The count, or `counting/not-found`. */
export function countOf(db: ReadDb, id: Id): Count {
  const row = db.get<Omit<Count, 'isBlind' | 'archived'> & { isBlind: number; archived: number }>(
    `SELECT id, number, warehouse_id AS warehouseId, counted_on AS "on", scope, scope_value AS scopeValue,
       is_blind AS isBlind, status, document_id AS documentId, note, archived FROM live_stock_counts WHERE id = ?`,
    id,
  )
  if (!row) throw new AppError('counting/not-found')
  return { ...row, isBlind: row.isBlind === 1, archived: row.archived === 1 }
}

/** The same while it may still be changed; `counting/not-open` where it is posted or cancelled. */
export function openCount(db: ReadDb, id: Id): Count {
  const count = countOf(db, id)
  if (count.status !== 'open') throw new AppError('counting/not-open', { number: count.number, status: count.status })
  return count
}

/** The open count that a line belongs to, or `counting/line-not-found`. */
export function openCountOfLine(db: ReadDb, lineId: Id): Count {
  const row = db.get<{ countId: Id }>('SELECT count_id AS countId FROM live_stock_count_lines WHERE id = ?', lineId)
  if (!row) throw new AppError('counting/line-not-found')
  return openCount(db, row.countId)
}
