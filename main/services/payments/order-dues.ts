// What purchase orders come to, what of it is due when, and what was paid: for one order or for all at once.
import type { ReadDb } from '#main/db/database.ts'
import type { DueAmounts } from '#main/domain/payments/dues.ts'
import { type DueOrder, dueAmounts } from '#main/domain/purchases/due-amounts.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { lineTotalMinor } from '#shared/money.ts'
import { orderMoney } from '#shared/purchase-money.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'

export type OrderBalance = {
  id: Id
  number: string
  supplierId: Id | null
  currency: string
  payableMinor: number
  paidMinor: number
} & DueAmounts

/** Orders by id, or all that something may be due or paid of: neither drafts nor of the past. */
export type AskedOrders = readonly Id[] | 'all'

type OrderRow = {
  id: Id
  number: string
  supplierId: Id | null
  currency: string
  isHistory: number
  orderedOn: Day
  promisedOn: Day | null
  vatIncluded: number
  vatPpm: number
  taxMinor: number | null
  freightMinor: number
  depositPpm: number
  dueFrom: DueFrom
  dueDays: number
  paidMinor: number
  readyOn: Day | null
  readyPlannedOn: Day | null
}

/** In the order in which they were made. */
export function orderBalances(db: ReadDb, asked: AskedOrders): OrderBalance[] {
  const orders = orderRows(db, asked)
  const ids = asked === 'all' ? null : JSON.stringify(orders.map(({ id }) => id))
  const lines = Map.groupBy(lineRows(db, ids), ({ orderId }) => orderId)
  const accepted = acceptedByLine(db, ids)
  return orders.map((order) => balanceOf(order, lines.get(order.id) ?? [], accepted))
}

const readySql = (what: string) => `(SELECT max(m.${what}) FROM milestones m INDEXED BY milestones_by_order
  WHERE m.order_id = o.id AND m.kind = 'ready' AND m.deleted = 0)`

/** A share in another currency than the order has now settles nothing of it (share-currency-clashes.ts). */
const paidSql = `coalesce((SELECT sum(s.order_minor) FROM payment_shares s INDEXED BY payment_shares_by_purchase
  WHERE s.purchase_order_id = o.id AND s.currency IN ('', o.currency)), 0)`

function orderRows(db: ReadDb, asked: AskedOrders): OrderRow[] {
  const isById = asked !== 'all'
  // Left to itself, SQLite goes through all orders that are not deleted.
  const from = isById ? 'json_each(?) j CROSS JOIN purchase_orders o ON o.id = j.value' : 'purchase_orders o'
  const among = isById ? '' : " AND o.status <> 'draft' AND o.is_history = 0"
  return db.all<OrderRow>(
    `SELECT o.id, o.number, o.supplier_id AS supplierId, o.currency, o.is_history AS isHistory, o.ordered_on AS orderedOn,
       o.promised_on AS promisedOn, o.vat_included AS vatIncluded, o.vat_ppm AS vatPpm, o.tax_minor AS taxMinor,
       coalesce(o.freight_minor, 0) AS freightMinor, o.deposit_ppm AS depositPpm, o.due_from AS dueFrom, o.due_days AS dueDays,
       ${paidSql} AS paidMinor,
       ${readySql('actual_on')} AS readyOn, ${readySql('planned_on')} AS readyPlannedOn
     FROM ${from} WHERE o.deleted = 0${among} ORDER BY o.id`,
    ...(isById ? [JSON.stringify(asked)] : []),
  )
}

type LineRow = {
  id: Id
  orderId: Id
  qtyMilli: number
  priceMicros: number
  discountPpm: number
  totalMinor: number
  openMilli: number
  dueOn: Day | null
}

/** Rows of a table by their order: all, or those of some orders through its index. */
const ofOrders = (ids: string | null, table: 'purchase_lines' | 'purchase_receipts', alias: string) =>
  ids === null
    ? `${table} ${alias}`
    : `json_each(?) j CROSS JOIN ${table} ${alias} INDEXED BY ${table}_by_order ON ${alias}.order_id = j.value`

function lineRows(db: ReadDb, ids: string | null): LineRow[] {
  return db.all<LineRow>(
    `SELECT l.id, l.order_id AS orderId, l.qty_milli AS qtyMilli, l.price_micros AS priceMicros, l.discount_ppm AS discountPpm,
       l.total_minor AS totalMinor, l.open_milli AS openMilli, l.due_on AS dueOn
     FROM ${ofOrders(ids, 'purchase_lines', 'l')} WHERE l.deleted = 0 ORDER BY l.id`,
    ...(ids === null ? [] : [ids]),
  )
}

type Accepted = { lineId: Id; receiptId: Id; on: Day | null; milli: number }

/** Goods that went back to the supplier are not paid for: what left again of the movement they came in by, taken-back returns added. */
const sentBackSql = `coalesce((SELECT sum(b.qty_milli) FROM stock_movements b INDEXED BY stock_movements_by_origin
  WHERE b.origin_id = g.movement_id AND b.kind = 'supplier_return'), 0)`

/** What of each line was accepted and is still here, receipt by receipt, those that stand. */
function acceptedByLine(db: ReadDb, ids: string | null): Map<Id, Accepted[]> {
  const rows = db.all<Accepted>(
    `SELECT g.line_id AS lineId, t.id AS receiptId, t.received_on AS "on",
       sum(g.qty_milli - g.rejected_milli + ${sentBackSql}) AS milli
     FROM ${ofOrders(ids, 'purchase_receipts', 't')}
     CROSS JOIN purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_receipt ON g.receipt_id = t.id
     WHERE t.status = 'posted' AND t.deleted = 0 AND g.deleted = 0 GROUP BY g.line_id, t.id ORDER BY t.received_on, t.id`,
    ...(ids === null ? [] : [ids]),
  )
  return Map.groupBy(rows, ({ lineId }) => lineId)
}

/** What of a line's money belongs to a part of its quantity, rounded once; all of it is the line's own total. */
function worthOf(line: LineRow, currency: string, qtyMilli: number): number {
  if (qtyMilli === line.qtyMilli) return line.totalMinor
  if (line.qtyMilli === 0) return lineTotalMinor({ ...line, qtyMilli, currency })
  return toUnits(new Decimal(line.totalMinor).times(qtyMilli).div(line.qtyMilli), 0)
}

function balanceOf(
  order: OrderRow,
  lines: readonly LineRow[],
  accepted: ReadonlyMap<Id, readonly Accepted[]>,
): OrderBalance {
  const goodsMinor = lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
  const parts = lines.flatMap((line) => partsOf(line, order.currency, accepted.get(line.id) ?? []))
  const stillMinor = parts.reduce((sum, { minor }) => sum + minor, 0)
  const receipts = Map.groupBy(
    parts.filter(({ receiptId }) => receiptId !== null),
    ({ receiptId }) => receiptId,
  )
  const due: DueOrder = {
    ...{ depositPpm: order.depositPpm, dueFrom: order.dueFrom, dueDays: order.dueDays },
    orderedOn: order.orderedOn,
    orderedMinor: grossOf(order, goodsMinor, goodsMinor),
    // Cancelled, or nothing of it came and nothing will: not even its freight is owed.
    payableMinor: parts.length === 0 ? 0 : grossOf(order, stillMinor, goodsMinor),
    ready: readyOf(order),
    receipts: [...receipts].map(([id, own]) => ({ id: id ?? 0, on: own[0]?.on ?? null, acceptedMinor: sumOf(own) })),
    openMinor: sumOf(parts.filter(({ receiptId }) => receiptId === null)),
    promisedOn: lastDay(lines) ?? order.promisedOn,
    paidMinor: order.paidMinor,
  }
  const { id, number, supplierId, currency, paidMinor } = order
  // Of the past nobody wrote down what was paid: nothing of it is due.
  const amounts = order.isHistory === 1 ? { dues: [], overMinor: 0 } : dueAmounts(due)
  return { id, number, supplierId, currency, payableMinor: due.payableMinor, paidMinor, ...amounts }
}

type WorthPart = { receiptId: Id | null; on: Day | null; minor: number }

/**
 * What is paid of a line: what was accepted and what is still to come. Parts of the ordered quantity add up to the line's own
 * total, because each is worth what brings the sum so far to its share.
 */
function partsOf(line: LineRow, currency: string, accepted: readonly Accepted[]): WorthPart[] {
  const open = line.openMilli > 0 ? [{ receiptId: null, on: null, milli: line.openMilli }] : []
  let milli = 0
  let minor = 0
  return [...accepted, ...open].flatMap((part) => {
    if (part.milli <= 0) return []
    milli += part.milli
    const upTo = worthOf(line, currency, milli)
    const own = upTo - minor
    minor = upTo
    return [{ receiptId: part.receiptId, on: part.on, minor: own }]
  })
}

/** Goods with VAT and freight. A tax that a file told as an amount is owed by the share of the goods. */
function grossOf(order: OrderRow, goodsMinor: number, orderedMinor: number): number {
  // Prices that hold their VAT, or know none: of many thousand orders most are so.
  if (order.taxMinor === null && (order.vatPpm === 0 || order.vatIncluded === 1)) return goodsMinor + order.freightMinor
  const taxMinor =
    order.taxMinor === null || orderedMinor === 0 || goodsMinor === orderedMinor
      ? order.taxMinor
      : toUnits(new Decimal(order.taxMinor).times(goodsMinor).div(orderedMinor), 0)
  const { freightMinor, vatPpm } = order
  return orderMoney({ goodsMinor, freightMinor, vatIncluded: order.vatIncluded === 1, vatPpm, taxMinor }).grossMinor
}

function readyOf({ readyOn, readyPlannedOn }: OrderRow): DueOrder['ready'] {
  if (readyOn !== null) return { on: readyOn, isActual: true }
  return readyPlannedOn === null ? null : { on: readyPlannedOn, isActual: false }
}

function sumOf(parts: readonly WorthPart[]): number {
  return parts.reduce((sum, { minor }) => sum + minor, 0)
}

/** The day by which the last open line is promised. */
function lastDay(lines: readonly LineRow[]): Day | null {
  const days = lines.flatMap(({ openMilli, dueOn }) => (openMilli > 0 && dueOn !== null ? [dueOn] : []))
  return days.toSorted().at(-1) ?? null
}
