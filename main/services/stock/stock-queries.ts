// How much of a product there is, where, in which batches, what reserves it, and by which movements it came about.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { averageCost } from '#main/services/costing/shown-values.ts'
import { onOrderOf } from '#main/services/expected/on-order.ts'
import { standingOpenings } from '#main/services/stock/opening-stock.ts'
import { reservationsOf } from '#main/services/stock/reserved.ts'
import { mainWarehouse, transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { StockFigures, StockLevels, StockMovement } from '#shared/schemas/stock.ts'

const shownMovements = 200
const shownOrders = 50

/** Levels of one product at the end of a day (null: now), or `catalog/product-not-found`. */
export function stockLevels(db: ReadDb, productId: Id, on: Day | null = null): StockLevels {
  const product = db.get<{ unit: string; tracking: StockLevels['tracking'] }>(
    'SELECT unit, tracking FROM live_products WHERE id = ?',
    productId,
  )
  if (!product) throw new AppError('catalog/product-not-found')
  const warehouses = on === null ? placesNow(db, productId) : placesOn(db, productId, on)
  const reserved = on === null ? reservedBy(db, productId) : { reservedBy: [], reservedByCount: 0, milli: null }
  const { milli, ...reserving } = reserved
  return {
    productId,
    on,
    ...product,
    ...figures(warehouses, milli),
    onOrder: on === null ? (onOrderOf(db, productId) ?? 0) / 1000 : null,
    opening: opening(db, productId),
    warehouses: warehouses.map(({ milli: lying, ...place }) => ({ ...place, onHand: lying / 1000 })),
    batches: product.tracking === 'none' ? [] : batches(db, productId, on),
    ...reserving,
    baseCurrency: baseCurrency(db),
    ...movements(db, productId, on),
  }
}

type Place = Omit<StockLevels['warehouses'][number], 'onHand'> & { milli: number }

/** Sums are taken over thousandths, so that no binary fraction creeps in. Null where nothing ever moved. */
function figures(places: readonly Place[], reservedMilli: number | null): Omit<StockFigures, 'onOrder'> {
  const sum = (some: readonly Place[]) => some.reduce((total, { milli }) => total + milli, 0)
  const lying = places.filter(({ id }) => id !== transitWarehouse)
  const sellable = sum(lying.filter(({ isSellable }) => isSellable))
  return {
    onHand: places.length === 0 ? null : sum(lying) / 1000,
    inTransit: sum(places.filter(({ id }) => id === transitWarehouse)) / 1000,
    reserved: reservedMilli === null ? null : reservedMilli / 1000,
    available: reservedMilli === null ? null : (sellable - reservedMilli) / 1000,
  }
}

type PlaceRow = Omit<Place, 'isSellable' | 'value' | 'averageCost'> & { sellable: number; valueMinor: number | null }

function placesNow(db: ReadDb, productId: Id): Place[] {
  const rows = db.all<PlaceRow>(
    `SELECT b.warehouse_id AS id, w.name, w.kind, w.is_sellable AS sellable, b.on_hand_milli AS milli,
       b.value_minor AS valueMinor, b.uncosted_milli / 1000.0 AS uncosted, b.last_on AS lastOn
     FROM stock_balances b JOIN warehouses w ON w.id = b.warehouse_id WHERE b.product_id = ? ORDER BY b.warehouse_id`,
    productId,
  )
  return placesOf(db, rows)
}

function placesOn(db: ReadDb, productId: Id, on: Day): Place[] {
  const rows = db.all<PlaceRow>(
    `SELECT m.warehouse_id AS id, w.name, w.kind, w.is_sellable AS sellable, sum(m.qty_milli) AS milli, NULL AS valueMinor,
       0 AS uncosted, max(m.moved_on) AS lastOn
     FROM stock_movements m INDEXED BY stock_movements_by_product JOIN warehouses w ON w.id = m.warehouse_id
     WHERE m.product_id = ? AND m.moved_on <= ? GROUP BY m.warehouse_id ORDER BY m.warehouse_id`,
    ...[productId, on],
  )
  return placesOf(db, rows)
}

function placesOf(db: ReadDb, rows: readonly PlaceRow[]): Place[] {
  const base = baseCurrency(db)
  return rows.map(({ sellable, valueMinor, ...place }) => ({
    ...place,
    isSellable: sellable === 1,
    value: minorText(valueMinor, base),
    averageCost: valueMinor === null ? null : averageCost(worthOf(valueMinor, place), base),
  }))
}

function worthOf(valueMinor: number, { milli, uncosted }: Pick<Place, 'milli' | 'uncosted'>) {
  return { valueMinor, qtyMilli: milli, uncostedMilli: Math.round(uncosted * 1000) }
}

function batches(db: ReadDb, productId: Id, on: Day | null): StockLevels['batches'] {
  const lying =
    on === null
      ? 'batch_balances l'
      : `(SELECT batch_id, warehouse_id, sum(qty_milli) AS on_hand_milli FROM stock_movements INDEXED BY stock_movements_by_product
          WHERE product_id = ? AND moved_on <= ? AND batch_id IS NOT NULL GROUP BY batch_id, warehouse_id) l`
  return db.all(
    `SELECT b.id, b.code, b.made_on AS madeOn, b.expires_on AS expiresOn, l.warehouse_id AS warehouseId, w.name AS warehouse,
       l.on_hand_milli / 1000.0 AS onHand
     FROM batches b INDEXED BY batches_by_code JOIN ${lying} ON l.batch_id = b.id JOIN warehouses w ON w.id = l.warehouse_id
     WHERE b.product_id = ? AND l.on_hand_milli <> 0
     ORDER BY b.expires_on IS NULL, b.expires_on, b.code, l.warehouse_id`,
    ...(on === null ? [productId] : [productId, on, productId]),
  )
}

type Reserving = Pick<StockLevels, 'reservedBy' | 'reservedByCount'> & { milli: number }

function reservedBy(db: ReadDb, productId: Id): Reserving {
  const reservations = reservationsOf(db, productId)
  const orders = reservations.slice(0, shownOrders).flatMap(({ orderId, milli }) => {
    const order = db.get<{ number: string; customer: string; customerZh: string; requiredOn: string | null }>(
      `SELECT o.number, coalesce(p.name, '') AS customer, coalesce(p.name_zh, '') AS customerZh, o.required_on AS requiredOn FROM sales_orders o
       LEFT JOIN parties p ON p.id = o.customer_id WHERE o.id = ?`,
      orderId,
    )
    return order ? [{ orderId, ...order, quantity: milli / 1000 }] : []
  })
  const milli = reservations.reduce((sum, reservation) => sum + reservation.milli, 0)
  return { reservedBy: orders, reservedByCount: reservations.length, milli }
}

function opening(db: ReadDb, productId: Id): StockLevels['opening'] {
  const standing = standingOpenings(db, { productId, warehouseId: mainWarehouse })
  const milli = standing.reduce((sum, entry) => sum + entry.qtyMilli, 0)
  const last = standing.at(-1)
  return last ? { quantity: milli / 1000, on: last.movedOn } : null
}

function movements(db: ReadDb, productId: Id, on: Day | null): Pick<StockLevels, 'movements' | 'movementCount'> {
  const until = on ?? '9999'
  return {
    movements: db.all<StockMovement>(
      `SELECT m.id, m.moved_on AS movedOn, m.kind, m.qty_milli / 1000.0 AS quantity, m.reverses_id AS reversesId, m.note,
         m.warehouse_id AS warehouseId, w.name AS warehouse, m.document_id AS documentId,
         coalesce(d.number, '') AS documentNumber, coalesce(b.code, '') AS batch, m.reason
       FROM stock_movements m INDEXED BY stock_movements_by_product JOIN warehouses w ON w.id = m.warehouse_id
       LEFT JOIN stock_documents d ON d.id = m.document_id LEFT JOIN batches b ON b.id = m.batch_id
       WHERE m.product_id = ? AND m.moved_on <= ? ORDER BY m.moved_on DESC, m.id DESC LIMIT ${shownMovements}`,
      ...[productId, until],
    ),
    movementCount:
      db.get<{ n: number }>(
        `SELECT count(*) AS n FROM stock_movements INDEXED BY stock_movements_by_product WHERE product_id = ? AND moved_on <= ?`,
        ...[productId, until],
      )?.n ?? 0,
  }
}
