// What has to be bought for a sales order: line by line what is ordered, what is bought for it already, what stock covers, and
// what is missing. Stock counts as far as other open orders do not hold it.
import type { ReadDb } from '#main/db/database.ts'
import { type LineNeed, shareNeeds } from '#main/domain/purchases/share-needs.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { goodsPricer, linePrice } from '#main/services/purchases/line-prices.ts'
import { partyOf } from '#main/services/purchases/purchase-queries.ts'
import { supplierChooser } from '#main/services/purchases/supplier-choice.ts'
import { reservationsOf } from '#main/services/stock/reserved.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { BuyPlan, BuyPlanLine } from '#shared/schemas/purchases.ts'

type SalesLine = {
  lineId: Id
  productId: Id | null
  sku: string
  name: string
  nameZh: string
  unit: string
  hasParts: number
  orderedMilli: number
  boughtMilli: number
  comingMilli: number
  receivedMilli: number
}

/** `orders/not-found` where there is no such order. */
export function buyPlan(db: ReadDb, salesOrderId: Id): BuyPlan {
  const order = db.get<{ number: string }>('SELECT number FROM live_sales_orders WHERE id = ?', salesOrderId)
  if (!order) throw new AppError('orders/not-found')
  const lines = salesLines(db, salesOrderId)
  const needs = needsOf(db, salesOrderId, lines)
  const on = bookToday(db, db.now)
  const price = goodsPricer(db, { on, lifts: false })
  const supplierFor = supplierChooser(db, on)
  return {
    salesOrderId,
    number: order.number,
    lines: lines.map((line): BuyPlanLine => {
      const { orderedMilli, boughtMilli, comingMilli, receivedMilli, hasParts, ...names } = line
      const { fromStockMilli, shortMilli } = needs.get(line.lineId) ?? { fromStockMilli: 0, shortMilli: 0 }
      const { productId } = line
      const isBuyable = productId !== null && hasParts === 0
      const wanted = isBuyable ? { productId, qtyMilli: shortMilli || orderedMilli } : null
      const supplierId = wanted && supplierFor(wanted)
      const goods = wanted && price({ ...wanted, supplierId })
      return {
        ...names,
        ...{ ordered: orderedMilli / 1000, bought: boughtMilli / 1000, received: receivedMilli / 1000 },
        ...{ fromStock: fromStockMilli / 1000, short: isBuyable ? shortMilli / 1000 : 0 },
        supplier: partyOf(db, supplierId),
        price: goods && linePrice(goods, (micros, currency) => ({ micros, currency })),
        skip: productId === null ? 'no-product' : hasParts === 1 ? 'kit' : shortMilli === 0 ? 'covered' : null,
      }
    }),
  }
}

/** Kits with parts are put together, not bought. Of what was cancelled or closed nothing more comes. */
function salesLines(db: ReadDb, salesOrderId: Id): SalesLine[] {
  return db.all<SalesLine>(
    `SELECT w.id AS lineId, w.product_id AS productId, coalesce(p.sku, '') AS sku,
       coalesce(nullif(p.name_en, ''), nullif(p.name_zh, ''), w.description) AS name, coalesce(p.name_zh, '') AS nameZh,
       coalesce(p.unit, '') AS unit, w.qty_milli - w.cancelled_milli AS orderedMilli,
       coalesce(p.kind = 'kit' AND EXISTS (SELECT 1 FROM kit_parts k INDEXED BY kit_parts_by_kit
         WHERE k.kit_id = p.id AND k.deleted = 0), 0) AS hasParts,
       coalesce(sum(b.qty_milli - b.let_go_milli), 0) AS boughtMilli,
       coalesce(sum(b.coming_milli), 0) AS comingMilli, coalesce(sum(b.accepted_milli), 0) AS receivedMilli
     FROM order_lines w INDEXED BY order_lines_by_order LEFT JOIN products p ON p.id = w.product_id
     LEFT JOIN (SELECT l.sales_line_id, l.qty_milli, l.let_go_milli, l.received_milli - l.rejected_milli AS accepted_milli,
         CASE WHEN o.status = 'draft' THEN max(0, l.qty_milli - l.let_go_milli) ELSE l.open_milli END AS coming_milli
       FROM order_lines x INDEXED BY order_lines_by_order
       CROSS JOIN purchase_lines l INDEXED BY purchase_lines_by_sales_line ON l.sales_line_id = x.id
       CROSS JOIN purchase_orders o ON o.id = l.order_id
       WHERE x.order_id = ? AND l.deleted = 0 AND o.deleted = 0 AND o.status <> 'cancelled') b ON b.sales_line_id = w.id
     WHERE w.order_id = ? AND w.deleted = 0 GROUP BY w.id ORDER BY w.position, w.id`,
    salesOrderId,
    salesOrderId,
  )
}

type Needs = Map<Id, { fromStockMilli: number; shortMilli: number }>

function needsOf(db: ReadDb, salesOrderId: Id, lines: readonly SalesLine[]): Needs {
  const needs: Needs = new Map()
  for (const [productId, own] of Map.groupBy(lines, (line) => line.productId)) {
    if (productId === null) continue
    const issued = issuedMilli(db, salesOrderId, productId)
    const received = own.reduce((sum, { receivedMilli }) => sum + receivedMilli, 0)
    const covered = issued + inStockMilli(db, { salesOrderId, productId, keptMilli: Math.max(0, received - issued) })
    const wanted = own.map((line): LineNeed => ({ neededMilli: line.orderedMilli, comingMilli: line.comingMilli }))
    shareNeeds(wanted, covered).forEach((share, index) => {
      const line = own[index]
      if (line) needs.set(line.lineId, share)
    })
  }
  return needs
}

type InStock = {
  salesOrderId: Id
  productId: Id
  /** What came in that was bought for the order, and has not left for it yet. */
  keptMilli: number
}

/** On hand where it may be sold, without what other open orders hold; what was bought for this one none of them holds. */
function inStockMilli(db: ReadDb, { salesOrderId, productId, keptMilli }: InStock): number {
  const onHand =
    db.get<{ milli: number | null }>(
      `SELECT sum(b.on_hand_milli) AS milli FROM stock_balances b CROSS JOIN warehouses w ON w.id = b.warehouse_id
       WHERE b.product_id = ? AND w.is_sellable = 1 AND w.kind <> 'transit'`,
      productId,
    )?.milli ?? 0
  const others = reservationsOf(db, productId)
    .filter(({ orderId }) => orderId !== salesOrderId)
    .reduce((sum, { milli }) => sum + milli, 0)
  return Math.max(0, onHand - others, Math.min(onHand, keptMilli))
}

/** What has left for the order already. */
function issuedMilli(db: ReadDb, salesOrderId: Id, productId: Id): number {
  const row = db.get<{ milli: number | null }>(
    `SELECT -sum(m.qty_milli) AS milli FROM stock_documents d INDEXED BY stock_documents_by_order
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
     WHERE d.order_id = ? AND m.product_id = ? AND m.kind = 'issue'`,
    salesOrderId,
    productId,
  )
  return Math.max(0, row?.milli ?? 0)
}
