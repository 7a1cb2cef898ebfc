// One payment whose money both copies gave to orders, or that one copy took back while the other gave it away: more is given
// than there is.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { PaymentSharesTable } from '#main/db/tables.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { reverseShares } from '#main/services/payments/payment-entries.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'

type Row = { id: Id; number: string; currency: string; leftMinor: number; sharedMinor: number }

/** A payment with its counter-entries: what there is of it, and what shares take. */
const leftSql = `(p.amount_minor + coalesce((SELECT sum(t.amount_minor) FROM payments t INDEXED BY payments_reversals
  WHERE t.reverses_id = p.id AND t.reverses_id IS NOT NULL), 0))`

const sharedSql = `(sum(s.payment_minor) + coalesce((SELECT sum(r.payment_minor) FROM payments t INDEXED BY payments_reversals
  CROSS JOIN payment_shares r INDEXED BY payment_shares_by_payment ON r.payment_id = t.id
  WHERE t.reverses_id = p.id AND t.reverses_id IS NOT NULL), 0))`

const sumsSql = (
  where: string,
) => `SELECT p.id, p.number, p.currency, ${leftSql} AS leftMinor, ${sharedSql} AS sharedMinor
  FROM payment_shares s INDEXED BY payment_shares_by_payment CROSS JOIN payments p ON p.id = s.payment_id
  WHERE p.reverses_id IS NULL AND ${where} GROUP BY s.payment_id`

export const overSharedPayments: ClashRule = {
  id: 'payments/over-shared',
  tables: ['payments', 'payment_shares'],
  find: (db) =>
    db
      .all<Row>(`${sumsSql('true')} HAVING ${sharedSql} > max(${leftSql}, 0)`)
      .map(({ id, number, currency, leftMinor, sharedMinor }) => ({
        ...clashOf([id], {
          ...{ number, currency },
          amount: minorToDecimal(leftMinor, currency),
          shared: minorToDecimal(sharedMinor, currency),
        }),
        key: `${id} ${leftMinor} ${sharedMinor}`,
      })),
  rows: rowsOf('payments'),
  mendings: [
    {
      id: 'unlink',
      mend({ tx }, { ids }) {
        for (const id of ids) freeNewest(tx, id)
      },
    },
  ],
}

/** Takes the newest shares off their orders until no more is given than there is. */
function freeNewest(tx: WriteTx, id: Id): void {
  const sums = tx.get<Row>(sumsSql('s.payment_id = ?'), id)
  let over = sums ? sums.sharedMinor - Math.max(sums.leftMinor, 0) : 0
  for (const share of standingShares(tx, id)) {
    if (over <= 0) return
    reverseShares(tx, [share])
    over -= share.payment_minor
  }
}

/** Newest first: those that were given and neither taken off again nor taken back with their payment. */
function standingShares(db: ReadDb, id: Id): PaymentSharesTable[] {
  return db.all<PaymentSharesTable>(
    `SELECT s.* FROM payment_shares s INDEXED BY payment_shares_by_payment
     WHERE s.payment_id = ? AND s.reverses_id IS NULL AND s.payment_minor > 0 AND NOT EXISTS (
       SELECT 1 FROM payment_shares t INDEXED BY payment_shares_reversals WHERE t.reverses_id = s.id AND t.reverses_id IS NOT NULL)
     ORDER BY s.id & 536870911 DESC, s.id DESC`,
    id,
  )
}
