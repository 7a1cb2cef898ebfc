// Lines of purchase orders in a window with what came of them, read once, in the order of the table. A line's day is the one it
// is promised for, else the order's. Nearly all lines come in one receipt, which their derived columns tell in full; the
// receipts themselves are read only for lines that have several.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { BoughtLine, LineReceipt } from '#main/domain/suppliers/line-outcome.ts'
import type { FullQuestion } from '#main/services/scores/score-question.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type ReadLine = BoughtLine & {
  id: Id
  orderId: Id
  supplierId: Id | null
  /** What it is grouped by. */
  key: string | number | null
  /** Its day in the window. */
  day: Day
  /** In base currency, without the VAT that comes back. */
  netBaseMinor: number | null
  /** Of an order that came from another program as it was. */
  isHistory: boolean
}

export type LinesSql = { from: string; where: string; params: Param[] }

/** Lines `l` with their orders `o` that a question is about. */
export function linesSql(question: FullQuestion): LinesSql {
  const { conditions, params } = askedOf(question, 'coalesce(l.due_on, l.bought_on)')
  return { from: tablesOf(question), where: ['l.bought_on IS NOT NULL', ...conditions].join(' AND '), params }
}

/** What a question says of lines `l` and their orders `o`; `day`: SQL of the day that its window is of. */
export function askedOf(question: FullQuestion, day: string): { conditions: string[]; params: Param[] } {
  const { from, to, productId, categoryId, mode, country, supplierIds } = question
  const said: [sql: string, value: Param | undefined][] = [
    [`${day} >= ?`, from],
    [`${day} <= ?`, to],
    ['l.product_id = ?', productId],
    ['l.product_id IN (SELECT id FROM products WHERE category_id = ?)', categoryId],
    ['o.mode = ?', mode],
    ['o.country = ?', country],
    ['o.supplier_id IN (SELECT value FROM json_each(?))', supplierIds ? JSON.stringify(supplierIds) : undefined],
  ]
  const given = said.filter((one): one is [string, Param] => one[1] !== undefined)
  return { conditions: given.map(([sql]) => sql), params: given.map(([, value]) => value) }
}

/** Of a few suppliers by their orders, of a product by its lines, of all in the order of the table. */
function tablesOf({ supplierIds, productId }: FullQuestion): string {
  if (supplierIds !== null)
    return `purchase_orders o INDEXED BY purchase_orders_by_supplier
      CROSS JOIN purchase_lines l INDEXED BY purchase_lines_by_order ON l.order_id = o.id`
  const by = productId === undefined ? 'NOT INDEXED' : 'INDEXED BY purchase_lines_bought_by_product'
  // The index is of lines that have a product.
  const has = productId === undefined ? '' : ' AND l.product_id IS NOT NULL'
  return `purchase_lines l ${by} CROSS JOIN purchase_orders o ON o.id = l.order_id${has}`
}

export const groupKeys = {
  supplier: 'o.supplier_id',
  product: 'l.product_id',
  mode: 'o.mode',
  country: 'o.country',
} as const

type LineRow = [
  id: Id,
  orderId: Id,
  supplierId: Id | null,
  key: string | number | null,
  boughtOn: Day,
  dueOn: Day | null,
  ordered: number,
  received: number,
  rejected: number,
  lastOn: Day | null,
  netBaseMinor: number | null,
  hasDays: number,
  hasQuantities: number,
  hasRejects: number,
  isHistory: number,
  /** An order of the past that nobody wrote a day of sending to: its day stands in for the list, and no time counts from it. */
  isDayUnknown: number,
]

/** Hands over every line; nothing is kept. */
export function forEachLine(db: ReadDb, question: FullQuestion, take: (line: ReadLine) => void): void {
  const { from, where, params } = linesSql(question)
  const several = severalReceipts(db, question)
  const rows = db.raw(
    `SELECT l.id, l.order_id, o.supplier_id, ${groupKeys[question.groupBy]}, l.bought_on, l.due_on, l.qty_milli,
       l.received_milli, l.rejected_milli, l.last_received_on, l.net_base_minor, o.has_receipt_days, o.has_quantities,
       o.has_rejects, o.is_history, o.is_history = 1 AND o.sent_on IS NULL
     FROM ${from} WHERE ${where}`,
    ...params,
  ) as LineRow[]
  for (const row of rows) take(lineOf(row, several))
}

function lineOf(row: LineRow, several: ReadonlyMap<Id, LineReceipt[]>): ReadLine {
  const [id, orderId, supplierId, key, boughtOn, dueOn, ordered, received, rejected, lastOn, netBaseMinor, ...told] =
    row
  const [hasDays, hasQuantities, hasRejects, isHistory, isDayUnknown] = told
  return {
    id,
    orderId,
    supplierId,
    key,
    orderedOn: isDayUnknown === 1 ? null : boughtOn,
    dueOn,
    ordered,
    receipts: several.get(id) ?? (received === 0 ? nothing : [{ on: lastOn, qty: received, rejected }]),
    hasReceiptDays: hasDays === 1,
    hasQuantities: hasQuantities === 1,
    hasRejects: hasRejects === 1,
    day: dueOn ?? boughtOn,
    netBaseMinor,
    isHistory: isHistory === 1,
  }
}

const nothing: readonly LineReceipt[] = []

type ReceiptRow = [lineId: Id, on: Day | null, qty: number, rejected: number]

/** The receipts of lines that have more than one, those that were taken back left out. */
function severalReceipts(db: ReadDb, question: FullQuestion): Map<Id, LineReceipt[]> {
  const { from, where, params } = linesSql(question)
  const among =
    question.supplierIds === null && question.productId === undefined
      ? { sql: '', params: [] as Param[] }
      : { sql: ` WHERE line_id IN (SELECT l.id FROM ${from} WHERE ${where})`, params }
  const rows = db.raw(
    `SELECT g.line_id, t.received_on, g.qty_milli, g.rejected_milli
     FROM (SELECT line_id FROM purchase_receipt_lines INDEXED BY purchase_receipt_lines_by_line${among.sql}
       GROUP BY line_id HAVING count(*) > 1) m
     CROSS JOIN purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_line ON g.line_id = m.line_id
     CROSS JOIN purchase_receipts t ON t.id = g.receipt_id
     WHERE g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted'`,
    ...among.params,
  ) as ReceiptRow[]
  const byLine = new Map<Id, LineReceipt[]>()
  for (const [lineId, on, qty, rejected] of rows) {
    const known = byLine.get(lineId)
    if (known) known.push({ on, qty, rejected })
    else byLine.set(lineId, [{ on, qty, rejected }])
  }
  return byLine
}
