// Opening stock: what was there when the book began. Entered again with another quantity, the old entry is taken back by
// a counter-entry and a new one posted; the ledger itself never changes.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { postChecked } from '#main/services/stock/post-document.ts'
import { costFinder } from '#main/services/stock/receipt-costs.ts'
import { counterOf, isStandingSql, movementColumns, type Standing } from '#main/services/stock/standing-movements.ts'
import { type MovementCost, mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal } from '#shared/money.ts'

/** `same`: nothing was written. */
export type OpeningOutcome = 'posted' | 'replaced' | 'removed' | 'same'

export type OpeningDetails = {
  /** Left out: the main warehouse. */
  warehouseId?: Id | undefined
  /** What one unit is worth in base currency, as decimal text; null: nobody knows. Left out, what was known stays. */
  unitCost?: string | null | undefined
}

/**
 * Sets the opening stock of a product in a warehouse. The same quantity again changes nothing, whatever the day, unless it says
 * another cost.
 */
export function setOpeningStock(
  tx: WriteTx,
  productId: Id,
  qtyMilli: number,
  on: Day,
  { warehouseId = mainWarehouse, unitCost }: OpeningDetails = {},
): OpeningOutcome {
  if (qtyMilli < 0) throw new AppError('stock/negative-opening', { field: 'quantity' })
  if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) {
    throw new AppError('catalog/product-not-found', { field: 'productId' })
  }
  const standing = standingOpenings(tx, { productId, warehouseId })
  const before = standing.reduce((sum, entry) => sum + entry.qtyMilli, 0)
  const cost = costOf(tx, { qtyMilli, on, unitCost, standing })
  if (before === qtyMilli && standing.every(({ micros }) => micros === (cost?.micros ?? null))) return 'same'
  postChecked(tx, (post) => {
    // On the day of what it takes back, so that the stock of every day in between is right as well.
    for (const entry of standing) post(counterOf(tx, plain(entry)))
    if (qtyMilli !== 0) post({ productId, warehouseId, movedOn: on, kind: 'opening', qtyMilli, cost })
  })
  return standing.length === 0 ? 'posted' : qtyMilli === 0 ? 'removed' : 'replaced'
}

type Asked = { qtyMilli: number; on: Day; unitCost: string | null | undefined; standing: readonly Opening[] }

function costOf(tx: WriteTx, { qtyMilli, on, unitCost, standing }: Asked): MovementCost | null {
  const find = costFinder(tx, on)
  const known = standing.at(-1)
  if (unitCost !== undefined) {
    return find(
      { unitCost: unitCost === null ? null : { amount: unitCost, currency: baseCurrency(tx) }, rate: '' },
      qtyMilli,
    )
  }
  if (!known || known.micros === null) return null
  const amount = microsToDecimal(known.micros, known.currency)
  return find({ unitCost: { amount, currency: known.currency }, rate: known.rate ?? '' }, qtyMilli)
}

type Opening = Standing & { micros: number | null; currency: string; rate: string | null }

function plain({ micros: _, currency: __, rate: ___, ...entry }: Opening): Standing {
  return entry
}

/** Openings that nothing has taken back: one, unless two copies each posted one before they were merged. */
export function standingOpenings(
  db: ReadDb,
  { productId, warehouseId }: { productId: Id; warehouseId: Id },
): Opening[] {
  return db.all<Opening>(
    `SELECT ${movementColumns}, m.cost_micros AS micros, m.cost_currency AS currency, m.cost_rate AS rate
     FROM stock_movements m INDEXED BY stock_movements_openings
     WHERE m.product_id = ? AND m.warehouse_id = ? AND m.kind = 'opening' AND m.reverses_id IS NULL AND ${isStandingSql}
     ORDER BY m.id`,
    ...[productId, warehouseId],
  )
}
