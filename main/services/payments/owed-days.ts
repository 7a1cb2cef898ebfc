// The first day on which something certain of a purchase order is due and not paid: a derived column of orders, neither logged
// nor merged, settled with everything that it follows from.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type OrderBalance, orderBalances } from '#main/services/payments/order-dues.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Orders by id, or every one. Rows that are right already are not rewritten. */
export function settleOwedDays(tx: WriteTx, orderIds: readonly Id[] | 'all'): void {
  const update = tx.statement('UPDATE purchase_orders SET owed_on = ? WHERE id = ?')
  for (const { id, owedOn } of wrongDays(tx, orderIds)) update.run(owedOn, id)
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
  return wrongDays(db, 'all').map(({ id }) => id)
}

type OwedDay = { id: Id; owedOn: Day | null }

function wrongDays(db: ReadDb, orderIds: readonly Id[] | 'all'): OwedDay[] {
  const balances = orderBalances(db, orderIds)
  const owed = new Map(balances.map((balance) => [balance.id, owedDayOf(balance)]))
  // Drafts, deleted orders and those of the past have no balance, and owe nothing.
  const stored = db.all<OwedDay>(
    `SELECT id, owed_on AS owedOn FROM purchase_orders
     WHERE ${orderIds === 'all' ? 'true' : 'id IN (SELECT value FROM json_each(?))'}`,
    ...(orderIds === 'all' ? [] : [JSON.stringify(orderIds)]),
  )
  return stored.flatMap(({ id, owedOn }) => {
    const day = owed.get(id) ?? null
    return day === owedOn ? [] : [{ id, owedOn: day }]
  })
}

/** Dues come in the order of their days. */
function owedDayOf({ dues }: OrderBalance): Day | null {
  const open = dues.find((due) => due.dueOn !== null && !due.isEstimate && due.paidMinor < due.amountMinor)
  return open?.dueOn ?? null
}
