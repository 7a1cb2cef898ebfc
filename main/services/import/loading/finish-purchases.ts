// When all files of an import are read: what their purchase orders have become. An order with goods that came, or older than
// the stock of its warehouse, is of the past and moves nothing; one that is still to come is followed from here on.
import type { WriteTx } from '#main/db/database.ts'
import { openStatuses } from '#main/domain/purchases/purchase-status.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import type { PurchaseTraits } from '#main/services/import/loading/loader.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export function finishPurchases(tx: WriteTx, touched: ReadonlyMap<Id, PurchaseTraits>): void {
  if (touched.size === 0) return
  settlePurchases(tx, [...touched.keys()])
  const fresh = [...touched].filter(([, { isFresh }]) => isFresh)
  const today = bookToday(tx, tx.now)
  const changed: Id[] = []
  for (const found of foundPurchases(tx, fresh)) {
    const traits = touched.get(found.id)
    if (!traits) continue
    const columns = settledColumns(found, traits, today)
    const differs = (Object.keys(columns) as (keyof Columns)[]).some((name) => columns[name] !== found[name])
    if (!differs) continue
    tx.update('purchase_orders', found.id, columns)
    changed.push(found.id)
  }
  settlePurchases(tx, changed)
}

type Columns = {
  status: string
  is_history: number
  has_receipt_days: number
  has_quantities: number
  has_rejects: number
}

type Found = Columns & {
  id: Id
  startsOn: Day | null
  orderedOn: Day
  lastDueOn: Day | null
  lines: number
  shortLines: number
  receipts: number
  daylessReceipts: number
}

function foundPurchases(tx: WriteTx, fresh: readonly [Id, PurchaseTraits][]): Found[] {
  return tx.all<Found>(
    `SELECT o.id, o.status, o.is_history, o.has_receipt_days, o.has_quantities, o.has_rejects, w.starts_on AS startsOn, o.ordered_on AS orderedOn,
       l.lastDueOn, coalesce(l.lines, 0) AS lines, coalesce(l.shortLines, 0) AS shortLines,
       (SELECT count(*) FROM purchase_receipts t WHERE t.order_id = o.id AND t.deleted = 0) AS receipts,
       (SELECT count(*) FROM purchase_receipts t WHERE t.order_id = o.id AND t.deleted = 0 AND t.received_on IS NULL)
         AS daylessReceipts
     FROM json_each(?) j CROSS JOIN purchase_orders o ON o.id = j.value
     LEFT JOIN warehouses w ON w.id = coalesce(o.warehouse_id, ?)
     LEFT JOIN (SELECT order_id, max(due_on) AS lastDueOn, count(*) AS lines, sum(received_milli < qty_milli) AS shortLines
       FROM purchase_lines INDEXED BY purchase_lines_by_order
       WHERE order_id IN (SELECT value FROM json_each(?)) AND deleted = 0 GROUP BY order_id) l ON l.order_id = o.id`,
    JSON.stringify(fresh.map(([id]) => id)),
    mainWarehouse,
    JSON.stringify(fresh.map(([id]) => id)),
  )
}

function settledColumns(found: Found, traits: PurchaseTraits, today: Day): Columns {
  const isHistory = !isAwaited(found, traits, today)
  const came = found.receipts > 0
  const status = came && !traits.hasStatus ? (found.shortLines === 0 ? 'received' : 'part_received') : found.status
  const hasDays = traits.hasReceiptDays && found.daylessReceipts === 0
  // What is still to come is received here: then all of it is known.
  const known = (has: boolean) => (isHistory && !has ? 0 : 1)
  return {
    status,
    is_history: isHistory ? 1 : 0,
    has_receipt_days: known(hasDays),
    has_quantities: known(traits.hasQuantities),
    has_rejects: known(traits.hasRejects),
  }
}

/** Without a status, only what is promised for a day to come is still waited for: a list of old orders is no plan. */
function isAwaited(found: Found, { hasStatus }: PurchaseTraits, today: Day): boolean {
  const isOpen = found.status === 'draft' || (openStatuses as readonly string[]).includes(found.status)
  if (!isOpen || found.lines === 0 || found.receipts > 0) return false
  const day = found.lastDueOn ?? found.orderedOn
  if (found.startsOn !== null && day < found.startsOn) return false
  return hasStatus || day >= today
}
