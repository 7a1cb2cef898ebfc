// One count with how far it is, what happened since its sheet was made, and the bins of its place.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { keyText, movedSince } from '#main/services/counting/count-keys.ts'
import { countRows } from '#main/services/counting/count-list.ts'
import { countOf } from '#main/services/counting/count-rows.ts'
import { sheetLines } from '#main/services/counting/sheet-lines.ts'
import { rowMakers } from '#main/services/history/row-makers.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { StockCount } from '#shared/schemas/counting.ts'

/** The count, or `counting/not-found`. */
export function getCount(db: ReadDb, id: Id): StockCount {
  const count = countOf(db, id)
  const [row] = countRows(db, [id])
  if (!row) throw new AppError('counting/not-found')
  const maker = rowMakers(db, [id]).get(id)
  const isOpen = count.status === 'open'
  return {
    ...row,
    archived: count.archived,
    openedAt: maker?.at ?? null,
    openedBy: maker?.person?.name ?? '',
    movedSince: isOpen ? movementsSince(db, count) : 0,
    alsoOpen: isOpen ? otherOpenCounts(db, count) : [],
    bins: db.all<StockCount['bins'][number]>(
      'SELECT id, code FROM live_bins WHERE warehouse_id = ? AND archived = 0 ORDER BY code COLLATE NOCASE, id',
      count.warehouseId,
    ),
    baseCurrency: baseCurrency(db),
  }
}

/** How many movements changed what the books say of lines of the sheet. */
function movementsSince(db: ReadDb, count: ReturnType<typeof countOf>): number {
  const moved = movedSince(db, count)
  if (moved.size === 0) return 0
  return sheetLines(db, count.id, { show: 'all', search: '' }).reduce(
    (sum, line) => sum + (moved.get(keyText(line))?.count ?? 0),
    0,
  )
}

function otherOpenCounts(db: ReadDb, { id, warehouseId }: { id: Id; warehouseId: Id }): StockCount['alsoOpen'] {
  return db.all(
    `SELECT id, number FROM stock_counts INDEXED BY stock_counts_by_warehouse
     WHERE warehouse_id = ? AND deleted = 0 AND status = 'open' AND archived = 0 AND id <> ? ORDER BY counted_on DESC, id DESC LIMIT 5`,
    ...[warehouseId, id],
  )
}
