// A credit issued: from then on it counts, and goods that come back lie where they are told to.
import type { WriteTx } from '#main/db/database.ts'
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import { creditedLines, orderToCredit, returnableMilli, wholeMilli } from '#main/services/dispatch/credited-lines.ts'
import { postReturned, type ToldGoods } from '#main/services/dispatch/returned-goods.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { keepFirstVersion } from '#main/services/versions/keep-version.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { IssuedCredit } from '#shared/schemas/credits.ts'

type Issue = { creditId: Id; on: Day; secondWarehouseId: Id | null }

/** `credits/not-draft` where it is issued already, or cancelled. */
export function issueCredit(tx: WriteTx, { creditId, on, secondWarehouseId }: Issue): IssuedCredit {
  const credit = livingCredit(tx, creditId)
  if (credit.status !== 'draft')
    throw new AppError('credits/not-draft', { number: credit.number, status: credit.status })
  return bookCredit(tx, { creditId, on, secondWarehouseId, told: new Map() })
}

/** The same with batches and bins told, as the credit is made. */
export function bookCredit(tx: WriteTx, { creditId, on, ...goods }: Issue & { told: ToldGoods }): IssuedCredit {
  const credit = livingCredit(tx, creditId)
  const lines = tx.all<OrderLinesTable>(
    'SELECT * FROM live_order_lines WHERE order_id = ? ORDER BY position, id',
    creditId,
  )
  refuseUnsent(tx, credit, lines)
  tx.update('sales_orders', creditId, { status: 'confirmed', confirmed_on: on })
  const posted = postReturned(tx, { credit, lines, on, ...goods })
  settleOrders(tx, [creditId])
  refuseBeyond(tx, credit)
  keepFirstVersion(tx, { kind: 'order', id: creditId })
  return {
    creditId,
    number: credit.number,
    status: 'confirmed',
    documentId: posted?.id ?? null,
    documentNumber: posted?.number ?? '',
    warnings: posted?.warnings ?? [],
  }
}

/** The living credit; `credits/not-found` where the id is none, or an order's. */
export function livingCredit(tx: WriteTx, id: Id): SalesOrdersTable {
  const row = tx.get<SalesOrdersTable>("SELECT * FROM live_sales_orders WHERE id = ? AND document = 'credit'", id)
  if (!row) throw new AppError('credits/not-found')
  return row
}

/** Nothing comes back that was not sent, or that came back before: asked before this credit counts itself. */
function refuseUnsent(tx: WriteTx, credit: SalesOrdersTable, lines: readonly OrderLinesTable[]): void {
  if (credit.credits_id === null) return
  const order = orderToCredit(tx, credit.credits_id)
  const back = new Map<Id, number>()
  for (const { credits_line_id, goods_back, qty_milli } of lines) {
    if (credits_line_id !== null && goods_back !== '') {
      back.set(credits_line_id, (back.get(credits_line_id) ?? 0) - qty_milli)
    }
  }
  for (const line of creditedLines(tx, order.id)) {
    const [asked, open] = [back.get(line.id) ?? 0, returnableMilli(order, line)]
    if (asked > open) {
      const product = line.sku || line.description
      const details = { line: line.position, product, asked: asked / 1000, open: open / 1000 }
      throw new AppError('credits/more-than-sent', { field: 'lines', ...details })
    }
  }
}

/** Two drafts may each be well, and be too much together: asked once this one counts. */
function refuseBeyond(tx: WriteTx, { credits_id, currency }: SalesOrdersTable): void {
  if (credits_id === null) return
  for (const line of creditedLines(tx, credits_id)) {
    if (line.creditedMinor > line.total_minor) {
      const [asked, open] = [line.creditedMinor, line.total_minor].map((minor) => minorToDecimal(minor, currency))
      throw new AppError('credits/more-than-line', {
        line: line.position,
        asked: asked ?? '',
        open: open ?? '',
        currency,
      })
    }
    if (line.creditedMilli > wholeMilli(line)) {
      const details = { asked: line.creditedMilli / 1000, open: wholeMilli(line) / 1000 }
      throw new AppError('credits/more-than-ordered', {
        line: line.position,
        product: line.sku || line.description,
        ...details,
      })
    }
  }
}
