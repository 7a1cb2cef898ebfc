// What to pick for shipments and orders, place by place in the order of the bins. Of kits their parts; what expires first goes
// first. It is a proposal of now: which batches left is said when goods are sent.
import type { ReadDb } from '#main/db/database.ts'
import { choosePicks, type Lying } from '#main/domain/packing/choose-picks.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { knownPlaceId } from '#main/services/dispatch/dispatch-place.ts'
import { goodsFinder } from '#main/services/dispatch/goods-of-lines.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'
import type { PickingInput, PickingRow } from '#shared/schemas/packing.ts'

/** One line of what is asked for. */
type Wanted = {
  number: string
  warehouseId: Id
  productId: Id | null
  sku: string
  description: string
  qtyMilli: number
}

export function pickingList(db: ReadDb, { shipmentIds, orderIds }: PickingInput): PickingRow[] {
  const wanted = [
    ...shipmentIds.flatMap((id) => wantedOfShipment(db, id)),
    ...orderIds.flatMap((id) => wantedOfOrder(db, id)),
  ]
  const goods = [...wanted.filter(({ productId }) => productId !== null)]
  const without = wanted.filter(({ productId }) => productId === null)
  return [...sorted(picksOf(db, goods)), ...without.map((line) => rowWithoutProduct(db, line))]
}

/** Goods of a shipment that are still here. */
function wantedOfShipment(db: ReadDb, id: Id): Wanted[] {
  return db.all<Wanted>(
    `SELECT s.number, coalesce(s.warehouse_id, ${mainWarehouse}) AS warehouseId, l.product_id AS productId,
       coalesce(p.sku, '') AS sku, l.description, l.qty_milli AS qtyMilli
     FROM live_shipments s CROSS JOIN shipment_lines l INDEXED BY shipment_lines_by_shipment
       ON l.shipment_id = s.id AND l.deleted = 0
     LEFT JOIN products p ON p.id = l.product_id
     WHERE s.id = ? AND s.status IN ('draft', 'packed') AND s.kind IN ('order', 'transfer', 'other') AND s.is_history = 0
     ORDER BY l.position, l.id`,
    id,
  )
}

type OrderLine = Omit<Wanted, 'warehouseId'> & { placeId: Id | null; fulfilledBy: string; channel: string }

/** What of an order is still to be sent; of a draft all of it. */
function wantedOfOrder(db: ReadDb, id: Id): Wanted[] {
  const lines = db.all<OrderLine>(
    `SELECT o.number, o.warehouse_id AS placeId, o.fulfilled_by AS fulfilledBy, o.channel, l.product_id AS productId,
       coalesce(p.sku, l.external_sku) AS sku, l.description,
       CASE o.status WHEN 'draft' THEN max(0, l.qty_milli - l.cancelled_milli) ELSE l.open_milli END AS qtyMilli
     FROM live_sales_orders o CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id AND l.deleted = 0
     LEFT JOIN products p ON p.id = l.product_id
     WHERE o.id = ? AND o.document = 'order' AND o.is_history = 0 ORDER BY l.position, l.id`,
    id,
  )
  return lines
    .filter(({ qtyMilli, productId, sku }) => qtyMilli > 0 && (productId !== null || sku !== ''))
    .map(({ placeId, fulfilledBy, channel, ...line }) => {
      const place = knownPlaceId(db, { warehouseId: placeId, fulfilledBy, channel })
      return { ...line, warehouseId: place ?? mainWarehouse }
    })
}

type Goods = { warehouseId: Id; productId: Id; milli: number; for: Map<string, number> }

/** Kits as their parts, the same goods of one place together. */
function gathered(db: ReadDb, wanted: readonly Wanted[]): Goods[] {
  const goodsOf = goodsFinder(db)
  const found = new Map<string, Goods>()
  for (const { number, warehouseId, productId, qtyMilli } of wanted) {
    if (productId === null) continue
    for (const part of goodsOf(productId, qtyMilli)) {
      const key = `${warehouseId} ${part.productId}`
      const goods = found.get(key) ?? { warehouseId, productId: part.productId, milli: 0, for: new Map() }
      goods.milli += part.qtyMilli
      goods.for.set(number, (goods.for.get(number) ?? 0) + part.qtyMilli)
      found.set(key, goods)
    }
  }
  return [...found.values()]
}

function picksOf(db: ReadDb, wanted: readonly Wanted[]): PickingRow[] {
  const today = bookToday(db, db.now)
  return gathered(db, wanted).flatMap((goods) => {
    const product = productWords(db, goods.productId)
    const asked = [...goods.for].map(([number, milli]) => ({ number, quantity: milli / 1000 }))
    return choosePicks(lyingOf(db, goods, today), goods.milli).map(({ milli, ...pick }) => ({
      warehouseId: goods.warehouseId,
      warehouse: placeName(db, goods.warehouseId),
      productId: goods.productId,
      ...product,
      ...pick,
      quantity: milli / 1000,
      for: asked,
    }))
  })
}

/** What lies where in the place; batches that are over by now are not offered. */
function lyingOf(db: ReadDb, { productId, warehouseId }: Goods, today: string): Lying[] {
  return db.all<Lying>(
    `SELECT m.batch_id AS batchId, coalesce(b.code, '') AS batch, b.expires_on AS expiresOn, coalesce(n.code, '') AS bin,
       sum(m.qty_milli) AS milli
     FROM stock_movements m INDEXED BY stock_movements_by_product LEFT JOIN batches b ON b.id = m.batch_id
     LEFT JOIN bins n ON n.id = m.bin_id
     WHERE m.product_id = ? AND m.warehouse_id = ? AND (b.expires_on IS NULL OR b.expires_on >= ?)
     GROUP BY m.batch_id, m.bin_id HAVING sum(m.qty_milli) > 0`,
    ...[productId, warehouseId, today],
  )
}

function productWords(db: ReadDb, id: Id): Pick<PickingRow, 'sku' | 'name' | 'nameZh' | 'unit'> {
  const row = db.get<Pick<PickingRow, 'sku' | 'name' | 'nameZh' | 'unit'>>(
    `SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit FROM products WHERE id = ?`,
    id,
  )
  return row ?? { sku: '', name: '', nameZh: '', unit: '' }
}

function placeName(db: ReadDb, id: Id): string {
  const ref = { kind: 'warehouse' as const, id }
  return recordTitles(db, [ref]).get(recordKey(ref))?.name ?? ''
}

function rowWithoutProduct(db: ReadDb, { number, warehouseId, sku, description, qtyMilli }: Wanted): PickingRow {
  const quantity = qtyMilli / 1000
  return {
    ...{ warehouseId, warehouse: placeName(db, warehouseId), bin: '', productId: null, sku, name: description },
    ...{ nameZh: '', unit: '', batch: '', expiresOn: null, quantity, isMissing: false, for: [{ number, quantity }] },
  }
}

/** The way through the place: by bin, what has none last. */
function sorted(rows: readonly PickingRow[]): PickingRow[] {
  const key = ({ warehouse, warehouseId, bin, isMissing, sku, expiresOn, batch }: PickingRow) =>
    [warehouse, warehouseId, Number(isMissing), Number(bin === ''), bin, sku, expiresOn ?? '9999', batch].join('\u0000')
  return rows
    .map((row) => [key(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, row]) => row)
}
