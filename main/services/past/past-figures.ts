// What is derived, brought up to date in a book that was wound back to a day.
import type { ReadDb } from '#main/db/database.ts'
import type { PastFigures } from '#main/db/past.ts'
import { settleTouched } from '#main/services/book/settle-touched.ts'
import { ordersOfSpan, salesTables } from '#main/services/orders/orders-of-rows.ts'
import { ordersOfRows, purchaseTables } from '#main/services/purchases/purchase-derived.ts'
import { settleStock } from '#main/services/stock/settle-balances.ts'
import type { Id } from '#shared/ids.ts'

type Leaving = Parameters<PastFigures['leaning']>[1]

function purchasesIn(db: ReadDb, leaving: Leaving): Id[] {
  return leaving.flatMap(({ from, to }) =>
    purchaseTables.flatMap((table) => {
      const rows = db.raw(`SELECT id FROM ${table} WHERE id BETWEEN ? AND ?`, from, to)
      return ordersOfRows(
        db,
        table,
        rows.map(([id]) => id as Id),
      )
    }),
  )
}

/** Orders whose lines, dispatches, payments or credits leave; with a credit leaves what it took back of its order. */
function salesIn(db: ReadDb, { from, to }: Leaving[number]): Id[] {
  const own = salesTables.flatMap((table) => ordersOfSpan(db, table, { firstId: from, lastId: to }))
  const credited = db.raw(
    `SELECT credits_id FROM sales_orders WHERE id BETWEEN ? AND ? AND credits_id IS NOT NULL
     UNION SELECT o.order_id FROM order_lines l JOIN order_lines o ON o.id = l.credits_line_id WHERE l.id BETWEEN ? AND ?`,
    ...[from, to, from, to],
  )
  return [...own, ...credited.map(([id]) => id as Id)]
}

export const pastFigures: PastFigures = {
  leaning(db, leaving) {
    const orders = leaving.flatMap((span) => salesIn(db, span))
    const rates = leaving.flatMap(({ from, to }) =>
      db.raw('SELECT id FROM rates WHERE id BETWEEN ? AND ?', from, to).map(([id]) => id as number),
    )
    return new Map([
      ['sales_orders', new Set(orders)],
      ['purchase_orders', new Set(purchasesIn(db, leaving))],
      ...(rates.length > 0 ? [['rates', new Set(rates)] as const] : []),
    ])
  },
  settle(tx, touched) {
    settleStock(tx)
    settleTouched(tx, touched)
  },
}
