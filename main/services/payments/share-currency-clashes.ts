// Paid in one copy in the currency that an order had, while the other copy changed it: such a share settles nothing of the
// order, since nobody knows how much of it in the currency of now.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { PaymentSharesTable } from '#main/db/tables.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, type FoundClash } from '#main/services/clashes/clash-rule.ts'
import { reverseShares } from '#main/services/payments/payment-entries.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'

type Side = { orders: 'purchase_orders' | 'sales_orders'; owner: string; index: string }

const sides: readonly Side[] = [
  { orders: 'purchase_orders', owner: 'purchase_order_id', index: 'payment_shares_by_purchase' },
  { orders: 'sales_orders', owner: 'sales_order_id', index: 'payment_shares_by_sale' },
]

/** SQL: nothing takes the share back, unless that is itself taken back. */
const isStanding = `s.reverses_id IS NULL AND NOT EXISTS (
  SELECT 1 FROM payment_shares t INDEXED BY payment_shares_reversals WHERE t.reverses_id = s.id AND t.reverses_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM payment_shares u INDEXED BY payment_shares_reversals
      WHERE u.reverses_id = t.id AND u.reverses_id IS NOT NULL))`

export const shareCurrencies: ClashRule = {
  id: 'payments/share-currency',
  tables: ['payment_shares', 'purchase_orders', 'sales_orders'],
  find: (db) => sides.flatMap((side) => clashesAmong(db, side, { sql: everyOrder(side), params: [] })),
  // A payment is in its order's currency: only orders that were changed, and those that clashed, can clash now.
  findSince: (db, { before, operations }) =>
    sides.flatMap((side) => {
      const known = before.flatMap(({ facts }) => (facts.side === side.orders ? [Number(facts.orderId)] : []))
      const sql = `SELECT value FROM json_each(?) UNION SELECT row_id FROM changes INDEXED BY changes_by_operation
        WHERE operation_id BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) AND table_name = '${side.orders}'`
      return clashesAmong(db, side, { sql, params: [JSON.stringify(known), ...operations] })
    }),
  rows: rowsOf('payments'),
  mendings: [
    {
      id: 'unlink',
      mend({ tx }, { facts }) {
        const side = sides.find(({ orders }) => orders === facts.side)
        if (side) reverseShares(tx, strayShares(tx, side, Number(facts.orderId) as Id))
      },
    },
  ],
}

const everyOrder = ({ orders, owner, index }: Side) => `SELECT s.${owner} FROM payment_shares s INDEXED BY ${index}
  CROSS JOIN ${orders} o ON o.id = s.${owner} WHERE s.${owner} IS NOT NULL AND s.currency NOT IN ('', o.currency)
  GROUP BY s.${owner}, s.currency HAVING sum(s.order_minor) <> 0`

type Row = [orderId: Id, number: string, orderCurrency: string, currency: string, minor: number, payments: string]

/** Of orders that `among` gives by their ids: one clash for each with what was paid of it in another currency. */
function clashesAmong(
  db: ReadDb,
  side: Side,
  { sql, params }: { sql: string; params: readonly Param[] },
): FoundClash[] {
  const { orders, owner, index } = side
  const rows = db.raw(
    `SELECT o.id, o.number, o.currency, s.currency, sum(s.order_minor), json_group_array(s.payment_id)
     FROM ${orders} o
     CROSS JOIN payment_shares s INDEXED BY ${index} ON s.${owner} = o.id
     WHERE o.id IN (${sql}) AND o.deleted = 0 AND s.currency NOT IN ('', o.currency) AND ${isStanding}
     GROUP BY o.id, s.currency ORDER BY o.id, s.currency`,
    ...params,
  ) as Row[]
  return rows.map(([orderId, number, orderCurrency, currency, minor, payments]) => ({
    ...clashOf([...new Set(JSON.parse(payments) as Id[])], {
      ...{ side: orders, orderId, number, orderCurrency, currency },
      amount: minorToDecimal(minor, currency),
    }),
    key: `${orders} ${orderId} ${currency} ${orderCurrency} ${minor}`,
  }))
}

function strayShares(tx: WriteTx, { orders, owner, index }: Side, orderId: Id): PaymentSharesTable[] {
  return tx.all<PaymentSharesTable>(
    `SELECT s.* FROM payment_shares s INDEXED BY ${index} CROSS JOIN ${orders} o ON o.id = s.${owner}
     WHERE s.${owner} = ? AND s.currency NOT IN ('', o.currency) AND ${isStanding} ORDER BY s.id`,
    orderId,
  )
}
