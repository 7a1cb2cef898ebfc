// What is derived, brought up to date in a book that was wound back to a day.
import type { PastFigures } from '#main/db/past.ts'
import { settleTouched } from '#main/services/book/settle-touched.ts'
import { settleStock } from '#main/services/stock/settle-balances.ts'

export const pastFigures: PastFigures = {
  leaning(db, leaving) {
    const orders = leaving.flatMap(({ from, to }) =>
      db
        .raw('SELECT DISTINCT order_id FROM order_lines WHERE id BETWEEN ? AND ?', from, to)
        .map(([id]) => id as number),
    )
    const rates = leaving.flatMap(({ from, to }) =>
      db.raw('SELECT id FROM rates WHERE id BETWEEN ? AND ?', from, to).map(([id]) => id as number),
    )
    return new Map([
      ['sales_orders', new Set(orders)],
      ...(rates.length > 0 ? [['rates', new Set(rates)] as const] : []),
    ])
  },
  settle(tx, touched) {
    settleStock(tx)
    settleTouched(tx, touched)
  },
}
