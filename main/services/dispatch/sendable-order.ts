// An order and its lines as its goods leave: what may still be sent, and what stands in the way.
import type { ReadDb } from '#main/db/database.ts'
import { linesWithGoods } from '#main/domain/dispatch/shipping-status.ts'
import { mayDo, restOfLine } from '#main/domain/orders/order-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { SentLine } from '#shared/schemas/dispatch.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

export type SendableOrder = {
  id: Id
  number: string
  status: OrderStatus
  document: 'order' | 'credit'
  isHistory: number
  channel: string
  customerId: Id | null
  carrierId: Id | null
  warehouseId: Id | null
  fulfilledBy: string
  shippedOn: string | null
  confirmedOn: string | null
  deliveredOn: string | null
}

export type SendableLine = {
  id: Id
  isGoods: boolean
  position: number
  productId: Id | null
  sku: string
  description: string
  externalSku: string
  qtyMilli: number
  cancelledMilli: number
  shippedMilli: number
}

/** The living order, or `orders/not-found`. */
export function orderToSend(db: ReadDb, id: Id): SendableOrder {
  const row = orderIfThere(db, id)
  if (!row) throw new AppError('orders/not-found')
  return row
}

export function orderIfThere(db: ReadDb, id: Id): SendableOrder | undefined {
  return db.get<SendableOrder>(
    `SELECT id, number, status, document, is_history AS isHistory, channel, customer_id AS customerId, carrier_id AS carrierId,
       warehouse_id AS warehouseId, fulfilled_by AS fulfilledBy, shipped_on AS shippedOn, confirmed_on AS confirmedOn,
       delivered_on AS deliveredOn
     FROM live_sales_orders WHERE id = ?`,
    id,
  )
}

/** `dispatch/not-sendable` where its state lets nothing leave; orders of before the stock began have left already. */
export function refuseUnsendable({ number, status, document, isHistory }: SendableOrder): void {
  if (document === 'credit') throw new AppError('dispatch/credit', { number })
  if (isHistory === 1) throw new AppError('dispatch/history', { number })
  if (!mayDo('dispatch', { document, status, isHistory: false, hasSent: false }))
    throw new AppError('dispatch/not-sendable', { number, status })
}

export function linesToSend(db: ReadDb, orderId: Id): SendableLine[] {
  const rows = db.all<Omit<SendableLine, 'isGoods'>>(
    `SELECT l.id, l.position, l.product_id AS productId, coalesce(p.sku, '') AS sku, l.description,
       l.external_sku AS externalSku, l.qty_milli AS qtyMilli, l.cancelled_milli AS cancelledMilli,
       l.shipped_milli AS shippedMilli
     FROM order_lines l INDEXED BY order_lines_by_order LEFT JOIN products p ON p.id = l.product_id
     WHERE l.order_id = ? AND l.deleted = 0 ORDER BY l.position, l.id`,
    orderId,
  )
  return rows.map((row) => ({ ...row, isGoods: row.productId !== null || row.externalSku !== '' }))
}

/** A part of a line that leaves now, with the batch or the pieces told. */
export type SentPart = {
  line: SendableLine
  qtyMilli: number
  batchId: Id | null
  serials: readonly Id[]
  binId: Id | null
}

/**
 * What was asked for, or all that is open. `dispatch/over` where more is asked than is still to be sent, `dispatch/nothing`
 * where nothing is.
 */
export function partsToSend(
  order: SendableOrder,
  lines: readonly SendableLine[],
  told: readonly SentLine[],
): SentPart[] {
  const parts = told.length > 0 ? told.map((one, at) => toldPart(lines, one, at)) : allOpen(lines)
  if (parts.length === 0) throw new AppError('dispatch/nothing', { number: order.number })
  for (const [line, asked] of sumByLine(parts)) {
    const open = restOfLine(line)
    if (asked > open) {
      const details = {
        line: line.position,
        product: line.sku || line.description,
        asked: asked / 1000,
        open: open / 1000,
      }
      throw new AppError('dispatch/over', { field: 'lines', number: order.number, ...details })
    }
  }
  return parts
}

function toldPart(lines: readonly SendableLine[], told: SentLine, at: number): SentPart {
  const line = lines.find(({ id }) => id === told.lineId)
  if (!line) throw new AppError('dispatch/line-not-found', { field: `lines.${at}.lineId` })
  const { batchId, serials, binId } = told
  return { line, qtyMilli: toMilli(told.quantity), batchId, serials, binId }
}

function allOpen(lines: readonly SendableLine[]): SentPart[] {
  return linesWithGoods(lines).flatMap((line) => {
    const qtyMilli = restOfLine(line)
    return qtyMilli > 0 ? [{ line, qtyMilli, batchId: null, serials: [], binId: null }] : []
  })
}

/** Thousandths by line. */
export function sumByLine(parts: readonly Pick<SentPart, 'line' | 'qtyMilli'>[]): Map<SendableLine, number> {
  const sums = new Map<SendableLine, number>()
  for (const { line, qtyMilli } of parts) sums.set(line, (sums.get(line) ?? 0) + qtyMilli)
  return sums
}

/** Whether nothing is open once these have left. */
export function isAllOpen(lines: readonly SendableLine[], sums: ReadonlyMap<Id, number>): boolean {
  return allOpen(lines).every(({ line, qtyMilli }) => sums.get(line.id) === qtyMilli)
}

/** Of the parts as much as `wanted` (thousandths by line), in their order; and what is left of them. */
export function splitParts(parts: readonly SentPart[], wanted: ReadonlyMap<Id, number>): [SentPart[], SentPart[]] {
  const missing = new Map(wanted)
  const [own, rest]: [SentPart[], SentPart[]] = [[], []]
  for (const part of parts) {
    const qtyMilli = Math.min(part.qtyMilli, missing.get(part.line.id) ?? 0)
    missing.set(part.line.id, (missing.get(part.line.id) ?? 0) - qtyMilli)
    const pieces = Math.round(qtyMilli / 1000)
    if (qtyMilli > 0) own.push({ ...part, qtyMilli, serials: part.serials.slice(0, pieces) })
    if (qtyMilli < part.qtyMilli)
      rest.push({ ...part, qtyMilli: part.qtyMilli - qtyMilli, serials: part.serials.slice(pieces) })
  }
  return [own, rest]
}

/** The lines once these parts have left. */
export function linesAfter(lines: readonly SendableLine[], parts: readonly SentPart[]): SendableLine[] {
  const sums = sumByLine(parts)
  return lines.map((line) => ({ ...line, shippedMilli: line.shippedMilli + (sums.get(line) ?? 0) }))
}

/**
 * `dispatch/unknown-sku` where a channel's item is none of ours yet: what left could not be taken from stock. One that was left
 * unmatched on purpose is no goods of ours.
 */
export function refuseUnknownSku(db: ReadDb, { channel, number }: SendableOrder, { line }: SentPart): void {
  if (line.productId !== null || line.externalSku === '') return
  const sql = `SELECT 1 FROM channel_skus INDEXED BY channel_skus_by_sku
    WHERE channel = ? AND external_sku = ? AND product_id IS NULL AND deleted = 0`
  if (db.get(sql, channel, line.externalSku)) return
  throw new AppError('dispatch/unknown-sku', { number, sku: line.externalSku, channel })
}
