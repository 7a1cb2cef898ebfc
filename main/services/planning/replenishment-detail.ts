// One product's replenishment with the rows behind each figure.
import type { ReadDb } from '#main/db/database.ts'
import { explainReplenishment } from '#main/domain/inventory/replenishment/explain-replenishment.ts'
import { expectedDemand } from '#main/domain/inventory/replenishment/replenish-product.ts'
import { projectStock } from '#main/domain/inventory/replenishment/walk-stock.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { openGoodsOfProductSql } from '#main/services/expected/on-order.ts'
import type { CompletedOrder } from '#main/services/planning/lead-times.ts'
import { type Planned, replenisher } from '#main/services/planning/replenish.ts'
import { replenishmentLine } from '#main/services/planning/replenishment-line.ts'
import { reservationsOf } from '#main/services/stock/reserved.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ReplenishmentDetail, ReplenishmentFigure } from '#shared/schemas/replenishment.ts'

/** `planning/not-bought` for what is not bought as itself (a family, a kit with parts) or not any more. */
export function replenishmentOf(db: ReadDb, question: { productId: Id; on?: Day | undefined }): ReplenishmentDetail {
  const on = question.on ?? bookToday(db, db.now)
  const from = replenisher(db, { on, product: question.productId })
  const [product] = from.products
  if (!product) throw new AppError('planning/not-bought')
  const planned = from.plan(product)
  const { forecast } = planned
  return {
    on,
    line: replenishmentLine(planned, { ...from, on }, undefined).line,
    figures: figuresOf(planned),
    places: placesOf(db, product.id),
    arrivals: arrivalsOf(db, product.id),
    openDemand: openOrdersOf(db, product.id),
    leadTimes: from.leadTimes.ordersOf(product.id).map((order) => ({ ...order, reference: referenceOf(db, order) })),
    walk: walkOf(planned),
    forecast: planned.input.forecast.map(({ from: first, days, qtyMilli }) => ({
      from: first,
      to: addDays(first, days - 1),
      quantity: qtyMilli / 1000,
    })),
    forecastGap: forecast.summary?.gap ?? null,
  }
}

function figuresOf({ input, result, coversOrders }: Planned): ReplenishmentFigure[] {
  const figures: ReplenishmentFigure[] = explainReplenishment(input, result)
  if (!coversOrders) return figures
  return figures.map((figure) =>
    figure.formula === 'reorder_point_given' ? { ...figure, formula: 'reorder_point_to_order', inputs: {} } : figure,
  )
}

/** The same walk that found the day it runs out. */
function walkOf({ input }: Planned): ReplenishmentDetail['walk'] {
  const { perDay, horizonDays } = expectedDemand(input)
  const balances = projectStock({ ...input, perDay: perDay ?? new Float64Array(horizonDays) })
  return Array.from(balances, (milli, day) => ({ on: addDays(input.today, day), stock: milli / 1000 }))
}

function placesOf(db: ReadDb, productId: Id): ReplenishmentDetail['places'] {
  return db
    .all<{ warehouseId: Id; warehouse: string; onHand: number; isSellable: number }>(
      `SELECT w.id AS warehouseId, coalesce(nullif(w.name, ''), w.code) AS warehouse, s.on_hand_milli / 1000.0 AS onHand,
         w.is_sellable AS isSellable
       FROM stock_balances s JOIN warehouses w ON w.id = s.warehouse_id
       WHERE s.product_id = ? AND w.kind <> 'transit' AND s.on_hand_milli <> 0 ORDER BY w.id`,
      productId,
    )
    .map(({ isSellable, ...place }) => ({ ...place, isSellable: isSellable === 1 }))
}

function arrivalsOf(db: ReadDb, productId: Id): ReplenishmentDetail['arrivals'] {
  const coming = db.all<ReplenishmentDetail['arrivals'][number]>(
    `SELECT g.kind, iif(g.kind = 'purchase', o.id, g.id) AS id, g.expected_on AS "on", g.qty_milli / 1000.0 AS quantity,
       coalesce(o.number, e.reference) AS reference
     FROM (${openGoodsOfProductSql}) g
     LEFT JOIN purchase_lines l ON g.kind = 'purchase' AND l.id = g.id LEFT JOIN purchase_orders o ON o.id = l.order_id
     LEFT JOIN expected_goods e ON g.kind = 'expected' AND e.id = g.id
     ORDER BY g.expected_on IS NULL, g.expected_on, g.id`,
    productId,
    productId,
  )
  const transit = db.all<ReplenishmentDetail['arrivals'][number]>(
    `SELECT 'transit' AS kind, d.id, NULL AS "on", sum(m.qty_milli) / 1000.0 AS quantity, d.number AS reference
     FROM stock_movements m INDEXED BY stock_movements_by_product
     LEFT JOIN stock_movements origin ON origin.id = m.origin_id AND m.qty_milli < 0
     JOIN stock_documents d ON d.id = coalesce(origin.document_id, m.document_id)
     WHERE m.product_id = ? AND m.warehouse_id = ${transitWarehouse} GROUP BY d.id HAVING sum(m.qty_milli) <> 0 ORDER BY d.id`,
    productId,
  )
  return [...coming, ...transit]
}

function openOrdersOf(db: ReadDb, productId: Id): ReplenishmentDetail['openDemand'] {
  return reservationsOf(db, productId).map(({ orderId, milli }) => {
    const order = db.get<{ number: string; on: Day | null }>(
      'SELECT number, required_on AS "on" FROM sales_orders WHERE id = ?',
      orderId,
    )
    return { orderId, number: order?.number ?? '', on: order?.on ?? null, quantity: milli / 1000 }
  })
}

/** What the order is called: its number, or the reference of goods on order. */
function referenceOf(db: ReadDb, { kind, id }: CompletedOrder): string {
  const sql =
    kind === 'expected'
      ? 'SELECT reference AS name FROM expected_goods WHERE id = ?'
      : 'SELECT o.number AS name FROM purchase_lines l JOIN purchase_orders o ON o.id = l.order_id WHERE l.id = ?'
  return db.get<{ name: string }>(sql, id)?.name ?? ''
}
