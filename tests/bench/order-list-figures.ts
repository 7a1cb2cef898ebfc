// The order list of a big seller: its first page by any sort and filter with the count, and any page while scrolling, the last
// among them.
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { listOrders } from '#main/services/orders/order-list.ts'
import { addDays } from '#shared/dates.ts'
import { orderPurposes } from '#shared/schemas/orders.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { lastDay } from '#tests/bench/make-book.ts'
import { measure } from '#tests/bench/measure.ts'
import { orderPageFigures, type PageDetail } from '#tests/bench/page-figures.ts'
import type { Size } from '#tests/bench/sizes.ts'

const pageSize = 100

export function orderListFigures(
  folder: string,
  base: string,
  size: Size,
): { figures: Figure[]; details: PageDetail[] } {
  const file = join(folder, 'orders.quay')
  const bare = openBare(base, file)
  const count = size.lines / 5
  fillOrders(bare, count)
  bare.close()
  const reader = openReader(file)
  const { figures, details } = orderPageFigures(reader)
  const page = (offset: number, column: string) => () =>
    read(reader, (db) =>
      listOrders(db, listInput.parse({ offset, limit: pageSize, sort: [{ column, direction: 'desc' }] })),
    )
  const last = count - pageSize
  const scrolled = (['orderedOn', 'number', 'baseTotal'] as const).map((column) =>
    figure(
      `last page of ${count} orders by ${column}`,
      measure(() => {}, page(last, column)),
      { goal: { ms: 50 } },
    ),
  )
  const middle = figure(
    `a page in the middle of ${count} orders`,
    measure(() => {}, page(Math.floor(count / 2), 'orderedOn')),
    { goal: { ms: 50 } },
  )
  reader.close()
  removeBook(file)
  return { figures: [...figures, ...scrolled, middle], details }
}

const statuses = [
  'closed',
  'closed',
  'delivered',
  'shipped',
  'part_shipped',
  'confirmed',
  'on_hold',
  'draft',
  'cancelled',
]
const shippingOf: Readonly<Record<string, string>> = {
  ...{ closed: 'sent', delivered: 'sent', shipped: 'sent', part_shipped: 'part', confirmed: 'open', on_hold: 'open' },
}

/** Orders of some years, from several channels, with the derived columns that their lines would give. */
function fillOrders(bare: Sqlite.Database, count: number): void {
  const customers = bare.prepare('SELECT id FROM parties WHERE is_customer = 1 ORDER BY id').pluck().all() as number[]
  const insert = bare.prepare(
    `INSERT INTO sales_orders (id, number, channel, external_id, ordered_on, required_on, status, purpose, currency, rate, rate_on,
       customer_id, customer_reference, ship_to_name, ship_to_street, ship_to_city, ship_to_postal_code, ship_to_country,
       line_count, total_minor, base_total_minor, tax_minor, gross_minor, gross_base_minor, paid_minor, open_minor, due_on,
       payment_state, shipping_state, shipped_on, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '1', ?, ?, ?, 'Ann Miller', ?, 'Springfield', '00501', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')`,
  )
  const first = 2 ** 31
  bare.transaction(() => {
    bare.exec('DELETE FROM order_lines; DELETE FROM sales_orders')
    for (let at = 0; at < count; at += 1) {
      const on = addDays(lastDay, -((at * 7919) % 1500))
      const status = statuses[(at * 31) % statuses.length] ?? 'closed'
      const gross = 1000 + ((at * 104729) % 500_000)
      const isAsked = status !== 'draft' && status !== 'cancelled'
      const paid = isAsked && at % 10 < 8 ? gross : 0
      const channel = ['', 'amazon-de', 'etsy', 'shopify'][at % 4] ?? ''
      insert.run(
        ...[first + at, `SO-${at}`, channel, channel && `X-${at}`, on, addDays(on, 10), status],
        ...[orderPurposes[at % 50 === 0 ? 1 : 0], at % 3 === 0 ? 'EUR' : 'USD', on],
        ...[customers[(at * 31) % customers.length] ?? null, `PO ${at % 999}`, `${at % 200} Main Street`],
        ...[['US', 'DE', 'GB', 'JP'][at % 4], 1 + (at % 5), gross, gross, 0, gross, gross, paid],
        ...[isAsked ? gross - paid : 0, isAsked ? addDays(on, 30) : null],
        ...[isAsked ? (paid > 0 ? 'paid' : 'open') : '', shippingOf[status] ?? ''],
        status === 'shipped' || status === 'delivered' || status === 'closed' ? addDays(on, 3) : null,
      )
    }
  })()
}
