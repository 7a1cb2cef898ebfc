// Credits of an order, and what the form of the next one begins with.
import type { ReadDb } from '#main/db/database.ts'
import {
  creditedFreight,
  creditedLines,
  orderToCredit,
  returnableMilli,
  wholeMilli,
} from '#main/services/dispatch/credited-lines.ts'
import { knownPlaceId } from '#main/services/dispatch/dispatch-place.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { CreditSummary, ToCredit, ToCreditLine } from '#shared/schemas/credits.ts'

/** Oldest first, drafts and cancelled ones among them. */
export function creditsOf(db: ReadDb, orderId: Id): CreditSummary[] {
  return db
    .all<Row>(
      `SELECT r.id, r.number, r.ordered_on AS "on", r.status, r.credit_reason AS reason, r.currency,
         -r.gross_minor AS grossMinor, -r.paid_minor AS paidMinor, t.document_id AS documentId,
         coalesce(d.number, '') AS documentNumber
       FROM sales_orders r INDEXED BY sales_orders_credits
       LEFT JOIN dispatches t ON t.id = (SELECT min(x.id) FROM dispatches x INDEXED BY dispatches_by_order
         WHERE x.order_id = r.id AND x.deleted = 0)
       LEFT JOIN stock_documents d ON d.id = t.document_id
       WHERE r.credits_id = ? AND r.deleted = 0 ORDER BY r.ordered_on, r.id`,
      orderId,
    )
    .map(({ grossMinor, paidMinor, ...row }) => ({
      ...row,
      gross: minorToDecimal(grossMinor || 0, row.currency),
      paid: minorToDecimal(paidMinor || 0, row.currency),
      goods: goodsOf(db, row.id),
    }))
}

type Row = Omit<CreditSummary, 'gross' | 'paid' | 'goods'> & { grossMinor: number; paidMinor: number }

function goodsOf(db: ReadDb, creditId: Id): CreditSummary['goods'] {
  return db.all(
    `SELECT -sum(qty_milli) / 1000.0 AS quantity, goods_back AS condition FROM live_order_lines
     WHERE order_id = ? AND goods_back <> '' GROUP BY goods_back`,
    creditId,
  )
}

/** The order's lines with what may still be credited of each; `credits/not-creditable` where nothing was sold. */
export function toCredit(db: ReadDb, orderId: Id): ToCredit {
  const order = orderToCredit(db, orderId)
  const { currency } = order
  const text = (minor: number) => minorToDecimal(minor, currency)
  const words = new Map(wordsOf(db, orderId).map(({ lineId, ...line }) => [lineId, line]))
  const customer = db.get<Pick<ToCredit, 'customer' | 'customerZh'>>(
    'SELECT name AS customer, name_zh AS customerZh FROM parties WHERE id = ?',
    order.customer_id,
  )
  const place = { warehouseId: order.warehouse_id, fulfilledBy: order.fulfilled_by, channel: order.channel }
  return {
    orderId,
    number: order.number,
    currency,
    taxIncluded: order.tax_included === 1,
    customerId: order.customer_id,
    customer: customer?.customer ?? '',
    customerZh: customer?.customerZh ?? '',
    warehouseId: knownPlaceId(db, place) ?? mainWarehouse,
    freight: text(order.freight_minor ?? 0),
    creditedFreight: text(creditedFreight(db, orderId).minor),
    lines: creditedLines(db, orderId).map((line) => {
      const creditable = Math.max(0, wholeMilli(line) - line.creditedMilli)
      return {
        ...(words.get(line.id) ?? noWords),
        lineId: line.id,
        position: line.position,
        productId: line.product_id,
        sku: line.sku,
        description: line.description,
        ordered: wholeMilli(line) / 1000,
        sent: line.shipped_milli / 1000,
        returned: line.returned_milli / 1000,
        creditable: creditable / 1000,
        returnable: Math.min(creditable, returnableMilli(order, line)) / 1000,
        total: text(line.total_minor),
        credited: text(line.creditedMinor),
      }
    }),
  }
}

type Words = Pick<ToCreditLine, 'name' | 'nameZh' | 'unit' | 'tracking'>

const noWords: Words = { name: '', nameZh: '', unit: '', tracking: 'none' }

function wordsOf(db: ReadDb, orderId: Id): (Words & { lineId: Id })[] {
  return db.all(
    `SELECT l.id AS lineId, coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh,
       coalesce(p.unit, '') AS unit, coalesce(p.tracking, 'none') AS tracking
     FROM live_order_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.order_id = ?`,
    orderId,
  )
}
