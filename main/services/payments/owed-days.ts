// The first day on which something certain of a purchase order is due and not paid, and whether anything of it is open or paid
// too much: derived columns of orders, neither logged nor merged, settled with everything that they follow from.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type OrderBalance, orderBalances } from '#main/services/payments/order-dues.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Orders by id, or every one. Rows that are right already are not rewritten. */
export function settleOwedDays(tx: WriteTx, orderIds: readonly Id[] | 'all'): void {
  const update = tx.statement('UPDATE purchase_orders SET owed_on = ?, unsettled = ? WHERE id = ?')
  for (const { id, owedOn, unsettled } of wrongRows(tx, orderIds)) update.run(owedOn, unsettled, id)
}

/** The orders of which something is open or was paid too much; those that nobody has looked at yet among them. */
export function unsettledOrders(db: ReadDb): Id[] {
  return db
    .raw(
      `SELECT id FROM purchase_orders INDEXED BY purchase_orders_unsettled
       WHERE unsettled IS NOT 0 AND deleted = 0 AND status <> 'draft' AND is_history = 0 ORDER BY id`,
    )
    .map(([id]) => id as Id)
}

/** Movements by their ids: goods that came in by them went back to the supplier, or such a return was taken back. */
export function settleOwedAfterReturns(tx: WriteTx, originIds: readonly Id[]): void {
  if (originIds.length === 0) return
  const orders = tx.raw(
    `SELECT DISTINCT t.order_id FROM json_each(?) j
     CROSS JOIN purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_movement ON g.movement_id = j.value
     CROSS JOIN purchase_receipts t ON t.id = g.receipt_id`,
    JSON.stringify(originIds),
  )
  if (orders.length === 0) return
  settleOwedDays(
    tx,
    orders.map(([id]) => id as Id),
  )
}

/** Orders whose day is not what their terms, goods and payments say: for `check`. */
export function owedDaysOutOfStep(db: ReadDb): Id[] {
  return wrongRows(db, 'all')
    .filter(({ isUnseen, owedOn, storedOn }) => !isUnseen || owedOn !== storedOn)
    .map(({ id }) => id)
}

type Stored = { id: Id; storedOn: Day | null; storedUnsettled: number | null; counts: number }
type Wrong = Stored & { owedOn: Day | null; unsettled: number; isUnseen: boolean }

function wrongRows(db: ReadDb, orderIds: readonly Id[] | 'all'): Wrong[] {
  const balances = new Map(orderBalances(db, orderIds).map((balance) => [balance.id, balance]))
  const stored = db.all<Stored>(
    `SELECT id, owed_on AS storedOn, unsettled AS storedUnsettled,
       deleted = 0 AND status <> 'draft' AND is_history = 0 AS counts
     FROM purchase_orders
     WHERE ${orderIds === 'all' ? 'true' : 'id IN (SELECT value FROM json_each(?))'}`,
    ...(orderIds === 'all' ? [] : [JSON.stringify(orderIds)]),
  )
  return stored.flatMap((row) => {
    // Drafts, deleted orders and those of the past have no balance, and owe nothing.
    const balance = balances.get(row.id)
    const owedOn = balance ? owedDayOf(balance) : null
    const unsettled = row.counts && balance && isUnsettled(balance) ? 1 : 0
    if (owedOn === row.storedOn && unsettled === row.storedUnsettled) return []
    return [{ ...row, owedOn, unsettled, isUnseen: row.storedUnsettled === null }]
  })
}

function isUnsettled({ dues, overMinor }: OrderBalance): boolean {
  return overMinor > 0 || dues.some(({ paidMinor, amountMinor }) => paidMinor < amountMinor)
}

/** Dues come in the order of their days. */
function owedDayOf({ dues }: OrderBalance): Day | null {
  const open = dues.find((due) => due.dueOn !== null && !due.isEstimate && due.paidMinor < due.amountMinor)
  return open?.dueOn ?? null
}
