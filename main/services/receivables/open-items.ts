// What is open as of a day, order by order: as SQL, for sums and for the documents behind them.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type AskedItems = { asOf: Day; customerId: Id | null; channel: string; currency: string }

/** Who is to pay: customers, or channels that take their customers' money. */
export type DebtorSide = 'seller' | 'channel'

/** SQL with columns id, collectedBy, customerId, channel, currency, due, isEstimate, open. */
export type OpenSql = { sql: string; params: Param[] }

/** Due as settled; else so many days after the order. */
const dueSql = `coalesce(o.due_on, iif(o.due_days = 0, o.ordered_on, date(o.ordered_on, '+' || o.due_days || ' days')))`

const columns = (
  open: string,
) => `o.id, o.collected_by AS collectedBy, o.customer_id AS customerId, o.channel, o.currency,
  ${dueSql} AS due, o.due_on IS NULL AS isEstimate, ${open} AS open`

/**
 * Today it is what the orders' own columns say, from one index, debtor by debtor. As of an earlier day payments after it are
 * not there yet, nor are orders; what is settled otherwise (status, terms, days) is as it stands now.
 */
export function openItemsSql(db: ReadDb, asked: AskedItems, sides: readonly DebtorSide[] = sidesOf(asked)): OpenSql {
  const { asOf } = asked
  const { where, params } = askedWhere(asked, sides)
  const now = `FROM sales_orders o INDEXED BY sales_orders_unpaid`
  if (!hasLater(db, asOf)) {
    return { sql: `SELECT ${columns('o.open_minor')} ${now} WHERE o.open_minor <> 0 AND ${where}`, params }
  }
  const parts = [
    `SELECT ${columns('o.open_minor + coalesce(l.minor, 0)')} ${now} LEFT JOIN later l ON l.id = o.id
     WHERE o.open_minor <> 0 AND o.ordered_on <= ? AND ${where}`,
    `SELECT ${columns('l.minor')} FROM later l CROSS JOIN sales_orders o ON o.id = l.id
     WHERE o.open_minor = 0 AND o.is_history = 0 AND o.ordered_on <= ? AND ${where}`,
    `SELECT ${columns('coalesce(l.minor, 0) - o.paid_minor')}
     FROM sales_orders o INDEXED BY sales_orders_list_by_day LEFT JOIN later l ON l.id = o.id
     WHERE o.deleted IN (0, 1) AND o.archived IN (0, 1) AND o.ordered_on > ? AND o.is_history = 0 AND ${where}`,
  ]
  return {
    sql: `WITH later AS MATERIALIZED (${laterSql}) SELECT * FROM (${parts.join(' UNION ALL ')}) WHERE open <> 0`,
    params: [asOf, ...parts.flatMap(() => [asOf, ...params])],
  }
}

/** What was paid of orders after a day. */
const laterSql = `SELECT s.sales_order_id AS id, sum(s.order_minor) AS minor FROM payments p INDEXED BY payments_by_day
  CROSS JOIN payment_shares s INDEXED BY payment_shares_by_payment ON s.payment_id = p.id
  JOIN sales_orders o ON o.id = s.sales_order_id AND s.currency IN ('', o.currency)
  WHERE p.paid_on > ? GROUP BY s.sales_order_id`

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
  sides: readonly DebtorSide[],
): { where: string; params: Param[] } {
  const conditions: [string, ...Param[]][] = []
  if (sides.length === 1) conditions.push(['o.collected_by = ?', ...sides])
  if (customerId !== null) conditions.push(['o.customer_id = ?', customerId])
  if (channel !== '') conditions.push(['o.channel = ?', channel])
  if (currency !== '') conditions.push(['o.currency = ?', currency])
  const where = conditions.length === 0 ? 'true' : conditions.map(([sql]) => sql).join(' AND ')
  return { where, params: conditions.flatMap(([, ...params]) => params) }
}

/** Who is asked about: of one customer no channel owes anything, nor a customer for a channel. */
function sidesOf({ customerId, channel }: AskedItems): readonly DebtorSide[] {
  if (channel !== '') return ['channel']
  return customerId === null ? ['seller', 'channel'] : ['seller']
}
