// Flat files of sales: one row is one line, with the order's own data repeated on each.

import { baseCurrency } from '#main/services/book/book-queries.ts'
import {
  type LoadContext,
  type Loader,
  merged,
  moneyOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { orderLineLoader } from '#main/services/import/loading/order-line-loader.ts'
import { takeOrder } from '#main/services/import/loading/order-loader.ts'
import type { Id } from '#shared/ids.ts'

export function orderRowLoader(context: LoadContext): Loader {
  const base = baseCurrency(context.tx)
  const lines = orderLineLoader(context)
  const orders = new Map<string, Id>()
  const made = new Set<Id>()
  /** Of a row that only what it refers to keeps out, everything that is not known. */
  const goodsBeside = ({ problems }: Refused, row: TypedRow) =>
    problems.every(({ expected }) => expected.startsWith('known-')) ? lines.unknownGoods(lineOf(row)) : []
  return {
    // An order whose first line is refused is not made either: its next good line makes it.
    writesAhead: true,
    take(row) {
      const reference = textOf(row, 'order')
      if (!reference) return problem('order', '', 'required')
      const known = orders.get(reference)
      if (known !== undefined) return lines.takeInto(known, lineOf(row))
      if (isWriteOff(row)) return problem('quantity', textOf(row, 'quantity') ?? '', 'no-write-off')
      const order = takeOrder(context, base, headOf(row, reference))
      if ('problems' in order) return { problems: [...order.problems, ...goodsBeside(order, row)] }
      const line = lines.takeInto(order.id, lineOf(row))
      if (typeof line === 'object') {
        if (order.outcome === 'new') context.touchedOrders.delete(order.id)
        return line
      }
      orders.set(reference, order.id)
      if (order.outcome === 'new' && textOf(row, 'purpose') === undefined) made.add(order.id)
      return merged(order.outcome, line)
    },
    forget: () => lines.forget?.(),
    finish() {
      markCorrections(context, made)
      return []
    },
  }
}

/**
 * Goods that go out to nobody for nothing: programs write what was broken or lost among their sales that way. As a credit it
 * would take units off what was sold.
 */
function isWriteOff(row: TypedRow): boolean {
  if (!textOf(row, 'quantity')?.startsWith('-') || textOf(row, 'purpose') !== undefined) return false
  const { customer, customerEmail, customerName } = row.values
  if ((customer ?? customerEmail ?? customerName) !== undefined) return false
  const amounts = [moneyOf(row, 'unitPrice'), moneyOf(row, 'lineTotal')].filter((money) => money !== undefined)
  return amounts.length > 0 && amounts.every(({ amount }) => Number(amount) === 0)
}

/**
 * Nobody bought it and nothing was paid: programs write what was found among their sales that way. It stays, with its lines,
 * and is no sign of what will be asked for.
 */
function markCorrections({ tx }: LoadContext, made: ReadonlySet<Id>): void {
  const found = tx.raw(
    `SELECT o.id FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
     WHERE o.customer_id IS NULL AND o.purpose = 'sale' AND NOT EXISTS (
       SELECT 1 FROM order_lines l INDEXED BY order_lines_by_order
       WHERE l.order_id = o.id AND l.deleted = 0 AND (l.price_micros <> 0 OR l.total_minor <> 0))`,
    JSON.stringify([...made]),
  )
  for (const [id] of found) tx.update('sales_orders', id as Id, { purpose: 'one_off' })
}

/** The order's part of a row: in a flat file `externalId` is the line's key, `order` the order's. */
function headOf(row: TypedRow, reference: string): TypedRow {
  const customer = row.values.customer ?? row.values.customerEmail ?? row.values.customerName
  return { ...row, values: { ...row.values, externalId: reference, number: undefined, customer } }
}

/** The line's part: what it is priced in was settled by its order. */
function lineOf(row: TypedRow): TypedRow {
  return { ...row, values: { ...row.values, currency: undefined } }
}
