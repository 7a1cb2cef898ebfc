// What is open as of a day, order by order: as SQL, for sums and for the documents behind them.
import type { Param, ReadDb } from '#main/db/database.ts'
import { askedSql } from '#main/services/payments/sale-dues.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type AskedItems = { asOf: Day; customerId: Id | null; channel: string; currency: string }

/** Who is to pay: customers, or channels that take their customers' money. */
export type DebtorSide = 'seller' | 'channel'
export const debtorSides: readonly DebtorSide[] = ['seller', 'channel']

/** SQL with columns id, collectedBy, customer, channel, currency, due, isEstimate, open. */
export type OpenSql = { sql: string; params: Param[] }

/** Due as settled; else so many days after the order. */
const dueSql = `coalesce(o.due_on, iif(o.due_days = 0, o.ordered_on, date(o.ordered_on, '+' || o.due_days || ' days')))`

const columns = (
  open: string,
) => `o.id, o.collected_by AS collectedBy, o.customer_id AS customer, o.channel, o.currency,
  ${dueSql} AS due, o.due_on IS NULL AS isEstimate, ${open} AS open`

/**
 * Today it is what the orders' own columns say, from one index. As of an earlier day payments after it are not there yet, nor
 * are orders; what is settled otherwise (status, terms, days) is as it stands now.
 */
export function openItemsSql(db: ReadDb, asked: AskedItems, side: DebtorSide): OpenSql {
  const { asOf } = asked
  const { where, params } = askedWhere(asked, side)
  if (!hasLater(db, asOf)) {
    const from = 'sales_orders o INDEXED BY sales_orders_unpaid'
    return { sql: `SELECT ${columns('o.open_minor')} FROM ${from} WHERE o.open_minor <> 0 AND ${where}`, params }
  }
  const paid = '(o.paid_minor - coalesce(l.minor, 0))'
  const open = `iif(o.ordered_on > ?, 0, ${askedSql('o')}) - ${paid}`
  const sql = `SELECT * FROM (SELECT ${columns(open)}
      FROM (${touchedSql}) t CROSS JOIN sales_orders o ON o.id = t.id LEFT JOIN (${laterSql}) l ON l.id = o.id
      WHERE o.is_history = 0 AND ${where}) WHERE open <> 0`
  return { sql, params: [asOf, asOf, asOf, asOf, ...params] }
}

/** What was paid of orders after a day. */
const laterSql = `SELECT s.sales_order_id AS id, sum(s.order_minor) AS minor FROM payments p INDEXED BY payments_by_day
  CROSS JOIN payment_shares s INDEXED BY payment_shares_by_payment ON s.payment_id = p.id
  JOIN sales_orders o ON o.id = s.sales_order_id AND s.currency IN ('', o.currency)
  WHERE p.paid_on > ? GROUP BY s.sales_order_id`

/** Orders of which something is open now, or was on a day. */
const touchedSql = `SELECT id FROM sales_orders INDEXED BY sales_orders_unpaid WHERE open_minor <> 0
  UNION SELECT id FROM (${laterSql})
  UNION SELECT id FROM sales_orders WHERE ordered_on > ? AND paid_minor <> 0`

/** Whether anything is dated after the day: then today's columns do not say what was open on it. */
function hasLater(db: ReadDb, asOf: Day): boolean {
  const orders = [0, 1].flatMap((deleted) =>
    [0, 1].map((archived) => {
      const sql = `SELECT max(ordered_on) AS day FROM sales_orders INDEXED BY sales_orders_list_by_day
        WHERE deleted = ${deleted} AND archived = ${archived}`
      return db.get<{ day: Day | null }>(sql)?.day ?? ''
    }),
  )
  const paid = db.get<{ day: Day | null }>('SELECT max(paid_on) AS day FROM payments INDEXED BY payments_by_day')?.day
  return [...orders, paid ?? ''].some((day) => day > asOf)
}

function askedWhere(
  { customerId, channel, currency }: AskedItems,
  side: DebtorSide,
): { where: string; params: Param[] } {
  const conditions: [string, Param][] = [['o.collected_by = ?', side]]
  if (customerId !== null) conditions.push(['o.customer_id = ?', customerId])
  if (channel !== '') conditions.push(['o.channel = ?', channel])
  if (currency !== '') conditions.push(['o.currency = ?', currency])
  return { where: conditions.map(([sql]) => sql).join(' AND '), params: conditions.map(([, param]) => param) }
}

/** Who is asked about: of one customer no channel owes anything, nor a customer for a channel. */
export function sidesOf({ customerId, channel }: AskedItems): readonly DebtorSide[] {
  if (channel !== '') return ['channel']
  return customerId === null ? debtorSides : ['seller']
}
