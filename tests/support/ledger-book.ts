// A book with a ledger to try costs on: movements posted through the one door, and what `check` says of them.
import { costProblems } from '#main/services/costing/check-costs.ts'
import { type Movement, postMovements } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

export type TestMovement = Omit<Partial<Movement>, 'cost'> & { qty: number; on: string; value?: number | null }

export function ledgerBook(method: 'fifo' | 'average' = 'fifo') {
  const book = testBook({ baseCurrency: 'USD' })
  const mug = book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
  book.write((tx) => tx.update('books', 1, { cost_method: method }))
  /** Whole pieces; value in minor units of base currency. */
  const post = (...movements: readonly TestMovement[]): Id[] =>
    book.write((tx) =>
      postMovements(
        tx,
        movements.map((movement) => asMovement(mug, movement)),
      ).map(({ id }) => id),
    )
  const problems = () => book.read((db) => costProblems(db))
  const balances = () =>
    book.read((db) =>
      db.raw('SELECT warehouse_id, on_hand_milli / 1000.0, value_minor, uncosted_milli / 1000.0 FROM stock_balances'),
    )
  const values = () =>
    book.read((db) =>
      db.raw(
        'SELECT movement_id, cause, valued_on, value_minor, uncosted_milli / 1000.0 FROM stock_values ORDER BY 1, 3, 2',
      ),
    )
  return { book, mug, post, problems, balances, values }
}

export function asMovement(productId: Id, { qty, on, value, ...rest }: TestMovement): Movement {
  const cost =
    value === undefined || value === null
      ? null
      : { micros: 0, currency: 'USD', rate: null, rateOn: null, valueMinor: value }
  return {
    productId,
    warehouseId: 1,
    kind: qty > 0 ? 'receipt' : 'issue',
    ...rest,
    movedOn: asDay(on),
    qtyMilli: qty * 1000,
    cost,
  }
}
