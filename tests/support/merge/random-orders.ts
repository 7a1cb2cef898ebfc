// Random selling on a copy of a book: orders made, changed by their form and by plain edits of their rows, lines moved.
import type { WriteTx } from '#main/db/database.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import { settleOrder } from '#main/services/orders/order-derived.ts'
import { confirmOrders } from '#main/services/orders/order-steps.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import type { BookCopy } from '#tests/support/book-copies.ts'
import type { Story } from '#tests/support/merge/random-work.ts'
import { makeOrder } from '#tests/support/records.ts'

const firstDay = asDay('2026-03-01')
const someDay = ({ dice: d }: Story) => addDays(firstDay, d.below(40))
const ids = (tx: WriteTx, sql: string) => tx.raw(sql).map(([id]) => id as Id)
const oneOf = (tx: WriteTx, { dice: d }: Story, table: string, where = 'true') =>
  d.pick(ids(tx, `SELECT id FROM live_${table} WHERE ${where} ORDER BY id`))

export function makeSomeOrder(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const productId = oneOf(tx, story, 'products', "kind = 'single'")
  const customerId = oneOf(tx, story, 'parties', 'is_customer = 1')
  if (productId === undefined || customerId === undefined) return
  makeOrder(tx, {
    customerId,
    orderedOn: someDay(story),
    status: d.pick(['draft', 'confirmed', 'shipped'] as const) ?? 'draft',
    lines: Array.from({ length: 1 + d.below(3) }, () => ({
      productId,
      quantity: 1 + d.below(9),
      unitPrice: String(1 + d.below(20)),
    })),
  })
}

export function editSomeOrder(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const row = d.pick(tx.all<{ id: Id; status: 'draft' }>('SELECT id, status FROM live_sales_orders ORDER BY id'))
  if (!row) return
  if (d.chance(0.2)) {
    confirmOrders(tx, [row.id])
    return
  }
  const lines = tx.all<{ id: Id; productId: Id }>(
    'SELECT id, product_id AS productId FROM live_order_lines WHERE order_id = ? AND product_id IS NOT NULL ORDER BY id',
    row.id,
  )
  const kept = lines
    .filter(() => d.chance(0.8))
    .map((line) => ({ ...line, quantity: 1 + d.below(9), unitPrice: String(1 + d.below(20)) }))
  const more = oneOf(tx, story, 'products', "kind = 'single'")
  const added = more !== undefined && d.chance(0.5) ? [{ productId: more, quantity: 2, unitPrice: '4' }] : []
  const order = { orderedOn: someDay(story), currency: 'USD', status: row.status, lines: [...kept, ...added] }
  editOrder(tx, row.id, orderInput.parse(order))
}

/** Columns and groups of an order on their own. */
export function changeOrderRow(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const id = d.pick(ids(tx, 'SELECT id FROM sales_orders ORDER BY id'))
  if (id === undefined) return
  const status = d.pick(['confirmed', 'cancelled', 'closed']) ?? 'closed'
  const changes = [
    { status },
    { ordered_on: someDay(story) },
    { freight_minor: d.below(500) },
    { archived: d.below(2) },
  ]
  tx.update('sales_orders', id, Object.assign({}, d.pick(changes)))
  settleOrder(tx, id)
}

/** No command moves a line to another order; where one ever does, both orders add up. Undo knows nothing of it. */
export function moveLine(copy: BookCopy, story: Story): void {
  copy.write((tx) => {
    const line = story.dice.pick(
      tx.all<{ id: Id; orderId: Id }>('SELECT id, order_id AS orderId FROM order_lines ORDER BY id'),
    )
    const to = story.dice.pick(ids(tx, 'SELECT id FROM sales_orders ORDER BY id'))
    if (!line || to === undefined) return
    tx.update('order_lines', line.id, { order_id: to })
    settleOrder(tx, line.orderId)
    settleOrder(tx, to)
  })
}
