// A customer's own payments as they are graded: orders of the last months that were due, and when the last of each came.
import type { ReadDb } from '#main/db/database.ts'
import { ratePayments } from '#main/domain/receivables/credit-rating.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { CreditRating } from '#shared/schemas/receivables.ts'

type Row = {
  orderId: Id
  number: string
  dueOn: Day
  paidOn: Day | null
  openMinor: number
  grossMinor: number
  grossBaseMinor: number | null
  currency: string
}

const daysOfMonth = 30.4375
const mostOrders = 1000

export function customerRating(db: ReadDb, customerId: Id): CreditRating {
  const today = bookToday(db, db.now)
  const { gradeDays, gradeCases, gradeMonths } = salesSetting(db, 'credit')
  const from = addDays(today, -Math.round(gradeMonths * daysOfMonth))
  const rows = paidRows(db, { customerId, from, today })
  const paid = rows.map(({ dueOn, paidOn, openMinor, grossBaseMinor }) => ({
    ...{ dueOn, paidOn: openMinor > 0 ? null : (paidOn ?? dueOn) },
    weightMinor: grossBaseMinor ?? 0,
  }))
  const { late, ...rating } = ratePayments(paid, { limits: gradeDays, cases: gradeCases }, today)
  return {
    ...rating,
    limits: [...gradeDays],
    from,
    orders: rows.map(({ orderId, number, dueOn, grossMinor, currency }, at) => ({
      ...{ orderId, number, dueOn, currency, paidOn: paid[at]?.paidOn ?? null, daysLate: late[at] ?? 0 },
      amount: minorToDecimal(grossMinor, currency),
    })),
  }
}

type Asked = { customerId: Id; from: Day; today: Day }

/** Orders due in that time, paid or not; the day of payment is that of the last share that stands. */
function paidRows(db: ReadDb, { customerId, from, today }: Asked): Row[] {
  return db.all<Row>(
    `SELECT o.id AS orderId, o.number, o.due_on AS dueOn, o.open_minor AS openMinor, o.gross_minor AS grossMinor,
       o.gross_base_minor AS grossBaseMinor, o.currency,
       (SELECT max(p.paid_on) FROM payment_shares s INDEXED BY payment_shares_by_sale JOIN payments p ON p.id = s.payment_id
         WHERE s.sales_order_id = o.id AND s.order_minor > 0 AND p.reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM payments t INDEXED BY payments_reversals
             WHERE t.reverses_id = p.id AND t.reverses_id IS NOT NULL)) AS paidOn
     FROM sales_orders o INDEXED BY sales_orders_by_customer
     WHERE o.customer_id = ? AND o.ordered_on >= ? AND o.deleted = 0 AND o.document = 'order' AND o.collected_by = 'seller'
       AND o.is_history = 0 AND o.payment_state <> '' AND (o.due_on < ? OR (o.due_on IS NOT NULL AND o.open_minor <= 0))
     ORDER BY o.due_on DESC, o.id DESC LIMIT ${mostOrders}`,
    ...[customerId, from, today],
  )
}
