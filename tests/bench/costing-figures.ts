// Costs of stock on a long ledger: what stock is worth against bare SQL, the check of every layer, every cost anew.

import { openBook } from '#main/db/book.ts'
import type { Connection } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { costProblems } from '#main/services/costing/check-costs.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { slowStock } from '#main/services/costing/slow-stock.ts'
import { valuation } from '#main/services/costing/valuation.ts'
import { addDays } from '#shared/dates.ts'
import { slowStockInput, valuationInput } from '#shared/schemas/costing-reports.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings, firstDay } from '#tests/bench/make-book.ts'
import { measure } from '#tests/bench/measure.ts'

const few = { runs: 3, limitMs: 30_000 }

/** `file` is a ledger (make-ledger.ts); it is left as it was. */
export async function costingFigures(file: string): Promise<Figure[]> {
  const book = await openBook(file, bookSettings)
  try {
    const { connection } = book
    const rehearse = () => book.writer.rehearse(null, (tx) => settleCosts(tx, { products: 'all' }))
    return [
      ...valuations(connection),
      figure(
        'slow and dead stock',
        measure(nothing, () => read(connection, (db) => slowStock(db, slowStockInput.parse({})))),
      ),
      figure(
        'check: every value, layer and cost of an issue',
        measure(nothing, () => refuseProblems(connection), few),
      ),
      figure('every cost anew, as after a change of method', measure(nothing, rehearse, few)),
    ]
  } finally {
    book.close()
  }
}

const nothing = () => {}

function valuations(connection: Connection): Figure[] {
  const day = addDays(firstDay, 700)
  const asOf = connection.prepare(
    `SELECT p.sku, s.* FROM (SELECT product_id, sum(qty_milli), sum(value_minor), sum(uncosted_milli) FROM stock_values
       WHERE valued_on <= ? GROUP BY product_id) s JOIN products p ON p.id = s.product_id ORDER BY p.sku`,
  )
  const now = connection.prepare(
    `SELECT p.sku, s.* FROM (SELECT product_id, sum(on_hand_milli), sum(value_minor), sum(uncosted_milli) FROM stock_balances
       GROUP BY product_id) s JOIN products p ON p.id = s.product_id ORDER BY p.sku`,
  )
  const report = (on: string | null) => () => read(connection, (db) => valuation(db, valuationInput.parse({ on })))
  const isSame = report(day)().total === asOf.raw().all(day).length
  if (!isSame) throw new Error('the bare valuation has other products')
  return [
    figure('valuation of all products, now', measure(nothing, report(null)), {
      bare: measure(nothing, () => now.raw().all()),
      goal: { ratio: 2 },
    }),
    figure('valuation of all products, as of a day', measure(nothing, report(day)), {
      bare: measure(nothing, () => asOf.raw().all(day)),
      goal: { ratio: 2 },
    }),
  ]
}

/** What is measured must be a sound book. */
function refuseProblems(connection: Connection): void {
  const [problem] = read(connection, (db) => costProblems(db))
  if (problem) throw new Error(`the ledger does not check: ${problem.code} ${problem.where}`)
}
