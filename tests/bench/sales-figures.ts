// What was sold, at the service, against bare SQL that yields the same orders, units and money; and
// profit, of one order and of all.
import type { Connection } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { profitOfOrder } from '#main/services/sales/order-profit.ts'
import { profitsByGroup } from '#main/services/sales/profits.ts'
import { salesFigures } from '#main/services/sales/sales-figures.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'
import type { SalesFigures } from '#shared/schemas/sales-figures.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { measure } from '#tests/bench/measure.ts'

/** Key by the group asked for; joins beside orders and lines. */
const groups = {
  month: { key: 'substr(o.ordered_on, 1, 7)', join: '' },
  customer: { key: 'o.customer_id', join: '' },
  category: { key: 'p.category_id', join: 'LEFT JOIN products p ON p.id = l.product_id' },
} as const

type Group = keyof typeof groups
type BareRow = [key: string | number | null, orders: number, units: number, net: number]

const bareSql = ({
  key,
  join,
}: (typeof groups)[Group]) => `SELECT ${key}, count(DISTINCT o.id), sum(l.qty_milli), sum(l.base_minor)
  FROM sales_orders o JOIN order_lines l ON l.order_id = o.id AND l.deleted = 0 ${join}
  WHERE o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled') GROUP BY 1`

export function salesReportFigures(connection: Connection): Figure[] {
  const figures = (Object.keys(groups) as Group[]).map((groupBy) => {
    const statement = connection.prepare(bareSql(groups[groupBy])).raw()
    const bare = () => statement.all() as BareRow[]
    const service = () => read(connection, (db) => salesFigures(db, { groupBy }))
    refuseDifferent(service(), bare())
    const yardstick = measure(() => {}, bare)
    return figure(
      `insights.sales by ${groupBy}, all years`,
      measure(() => {}, service),
      {
        bare: yardstick,
        goal: { ratio: 2.5 },
        note: 'the bare one has neither discounts nor freight',
      },
    )
  })
  const order = connection.prepare('SELECT id FROM sales_orders ORDER BY id DESC LIMIT 1').pluck().get() as Id
  const profit = measure(
    () => {},
    () => read(connection, (db) => profitOfOrder(db, order)),
  )
  const profits = (['month', 'product'] as const).map((groupBy) => {
    const all = () => read(connection, (db) => profitsByGroup(db, { groupBy, offset: 0, limit: 50 }))
    return figure(
      `insights.profit by ${groupBy}, all years`,
      measure(() => {}, all),
    )
  })
  return [...figures, figure('orders.profit of one order', profit, { goal: { ms: 20 } }), ...profits]
}

/** A yardstick that yields something else would measure something else. */
function refuseDifferent({ rows, currency }: SalesFigures, bare: readonly BareRow[]): void {
  const ours = rows
    .filter(({ orders }) => orders > 0)
    .map((row) => [row.orders, row.units * 1000, minorFromDecimal(row.net, currency)].join())
  const plain = bare.map(([, orders, units, net]) => [orders, units, net].join())
  if (ours.length === 0) throw new Error('nothing was sold')
  if (ours.toSorted().join('\n') !== plain.toSorted().join('\n')) throw new Error('the bare figures are others')
}
