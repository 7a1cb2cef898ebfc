// What is open as of a day, order by order: as SQL, for sums and for the documents behind them.
import type { Param, ReadDb } from '#main/db/database.ts'
import { askedSql } from '#main/services/payments/sale-dues.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type AskedItems = { asOf: Day; customerId: Id | null; channel: string; currency: string }

/** SQL with columns id, currency, due, open, customer, channel; `channel` is '' where the customer pays. */
export type OpenSql = { sql: string; params: Param[] }

/** Due as settled; else so many days after the order. */
const dueSql = `coalesce(o.due_on, iif(o.due_days = 0, o.ordered_on, date(o.ordered_on, '+' || o.due_days || ' days')))`

const columns = (open: string) => `o.id, o.currency, ${dueSql} AS due, ${open} AS open,
  iif(o.collected_by = 'channel', NULL, o.customer_id) AS customer, iif(o.collected_by = 'channel', o.channel, '') AS channel`

/**
 * Today it is what the orders' own columns say, from one index. As of an earlier day payments after it are not there yet, nor
 * are orders; what is settled otherwise (status, terms, days) is as it stands now.
 */
export function openItemsSql(db: ReadDb, asked: AskedItems): OpenSql {
  const { asOf } = asked
  const { where, params } = askedWhere(asked)
  const now = `SELECT ${columns('o.open_minor')} FROM sales_orders o INDEXED BY sales_orders_unpaid WHERE o.open_minor <> 0`
  if (!hasLater(db, asOf)) return { sql: `SELECT * FROM (${now}) i${where}`, params }
  const sql = `WITH later AS (
      SELECT s.sales_order_id AS id, sum(s.order_minor) AS minor FROM payments p INDEXED BY payments_by_day
      CROSS JOIN payment_shares s INDEXED BY payment_shares_by_payment ON s.payment_id = p.id
      JOIN sales_orders o ON o.id = s.sales_order_id AND s.currency IN ('', o.currency)
      WHERE p.paid_on > ? GROUP BY s.sales_order_id),
    touched AS (
      SELECT id FROM sales_orders INDEXED BY sales_orders_unpaid WHERE open_minor <> 0
      UNION SELECT id FROM later
      UNION SELECT id FROM sales_orders WHERE ordered_on > ? AND paid_minor <> 0)
    SELECT * FROM (
      SELECT ${columns(`iif(o.ordered_on > ?, 0, ${askedSql('o')}) - (o.paid_minor - coalesce(l.minor, 0))`)}
      FROM touched t CROSS JOIN sales_orders o ON o.id = t.id LEFT JOIN later l ON l.id = o.id
      WHERE o.is_history = 0) i WHERE i.open <> 0${where.replace(' WHERE', ' AND')}`
  return { sql, params: [asOf, asOf, asOf, ...params] }
}

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

function askedWhere({ customerId, channel, currency }: AskedItems): { where: string; params: Param[] } {
  const conditions: [string, Param][] = []
  if (customerId !== null) conditions.push(['i.customer = ?', customerId])
  if (channel !== '') conditions.push(['i.channel = ?', channel])
  if (currency !== '') conditions.push(['i.currency = ?', currency])
  return {
    where: conditions.length === 0 ? '' : ` WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`,
    params: conditions.map(([, param]) => param),
  }
}
