// What the form of a shipment begins with: the lines of some orders (or of a transfer) with what is free of each, and what their
// orders agree on.
import type { ReadDb } from '#main/db/database.ts'
import { freeOfLines, type Side } from '#main/services/shipments/lines-to-ship.ts'
import { shipToFromRow } from '#main/services/shipments/shipment-columns.ts'
import { partyOf, placeOf } from '#main/services/shipments/shipment-queries.ts'
import { transitOf } from '#main/services/stock/transit.ts'
import type { Id } from '#shared/ids.ts'
import type { LineToShip, ToShip, ToShipQuestion } from '#shared/schemas/to-ship.ts'

export function toShip(db: ReadDb, { orderIds, purchaseIds, documentIds, exceptId }: ToShipQuestion): ToShip {
  if (purchaseIds.length > 0) return ofPurchases(db, purchaseIds, exceptId ?? null)
  if (orderIds.length > 0 || documentIds.length === 0) return ofOrders(db, orderIds, exceptId ?? null)
  return ofTransfers(db, documentIds)
}

const noShipTo = { name: '', street: '', city: '', region: '', postalCode: '', country: '', phone: '', email: '' }
const noHead: ToShip['head'] = {
  ...{ partyId: null, party: null, warehouseId: null, warehouse: null, toWarehouseId: null, toWarehouse: null },
  ...{
    carrierId: null,
    carrier: null,
    mode: '',
    fromCountry: '',
    shipTo: noShipTo,
    incoterm: '',
    place: '',
    plannedOn: null,
  },
}

type OrderHead = {
  id: Id
  number: string
  partyId: Id | null
  warehouseId: Id | null
  carrierId: Id | null
  plannedOn: string | null
  email: string
  ship_to_name: string
  ship_to_street: string
  ship_to_city: string
  ship_to_region: string
  ship_to_postal_code: string
  ship_to_country: string
  ship_to_phone: string
}

/** An order without an address of its own goes to where its customer is, as far as that is known. */
function ofOrders(db: ReadDb, ids: readonly Id[], exceptId: Id | null): ToShip {
  const heads = db.all<OrderHead>(
    `SELECT o.id, o.number, o.customer_id AS partyId, o.warehouse_id AS warehouseId, o.carrier_id AS carrierId,
       o.required_on AS plannedOn, coalesce(c.email, '') AS email, coalesce(nullif(o.ship_to_name, ''), c.name, '') AS ship_to_name,
       o.ship_to_street, o.ship_to_city, o.ship_to_region, o.ship_to_postal_code,
       coalesce(nullif(o.ship_to_country, ''), c.country, '') AS ship_to_country,
       coalesce(nullif(o.ship_to_phone, ''), c.phone, '') AS ship_to_phone
     FROM json_each(?) j CROSS JOIN live_sales_orders o ON o.id = j.value LEFT JOIN parties c ON c.id = o.customer_id`,
    JSON.stringify(ids),
  )
  const shipTos = heads.map((head) => shipToFromRow({ ...head, ship_to_email: head.email }))
  const partyId = agreed(heads.map((head) => head.partyId))
  const warehouseId = agreed(heads.map((head) => head.warehouseId))
  const carrierId = agreed(heads.map((head) => head.carrierId))
  const address = agreed(shipTos.map((shipTo) => JSON.stringify(shipTo)))
  return {
    kind: 'order',
    lines: linesOf(
      db,
      'order',
      heads.map(({ id }) => id),
      exceptId,
    ),
    head: {
      ...noHead,
      ...{ partyId, party: partyOf(db, partyId), warehouseId, warehouse: placeOf(db, warehouseId) },
      ...{ carrierId, carrier: partyOf(db, carrierId) },
      shipTo: address === null ? noShipTo : (shipTos[0] ?? noShipTo),
    },
    orders: heads.map(({ id, number }) => ({ id, number })),
    purchases: [],
  }
}

type PurchaseHead = {
  id: Id
  number: string
  partyId: Id | null
  warehouseId: Id | null
  incoterm: string
  place: string
  mode: ToShip['head']['mode']
  fromCountry: string
}

function ofPurchases(db: ReadDb, ids: readonly Id[], exceptId: Id | null): ToShip {
  const heads = db.all<PurchaseHead>(
    `SELECT o.id, o.number, o.supplier_id AS partyId, o.warehouse_id AS warehouseId, o.incoterm, o.place, o.mode,
       coalesce(s.country, '') AS fromCountry
     FROM json_each(?) j CROSS JOIN live_purchase_orders o ON o.id = j.value LEFT JOIN parties s ON s.id = o.supplier_id`,
    JSON.stringify(ids),
  )
  const partyId = agreed(heads.map((head) => head.partyId))
  const warehouseId = agreed(heads.map((head) => head.warehouseId))
  return {
    kind: 'purchase',
    lines: linesOf(
      db,
      'purchase',
      heads.map(({ id }) => id),
      exceptId,
    ),
    head: {
      ...noHead,
      ...{ partyId, party: partyOf(db, partyId), warehouseId, warehouse: placeOf(db, warehouseId) },
      incoterm: agreed(heads.map((head) => head.incoterm)) ?? '',
      place: agreed(heads.map((head) => head.place)) ?? '',
      mode: agreed(heads.map((head) => head.mode)) ?? '',
      fromCountry: agreed(heads.map((head) => head.fromCountry)) ?? '',
    },
    orders: [],
    purchases: heads.map(({ id, number }) => ({ id, number })),
  }
}

/** What is still on its way of transfers. Their goods have left: nothing else can hold them. */
function ofTransfers(db: ReadDb, ids: readonly Id[]): ToShip {
  const heads = db.all<{ id: Id; warehouseId: Id | null; toWarehouseId: Id | null }>(
    `SELECT d.id, d.warehouse_id AS warehouseId, d.to_warehouse_id AS toWarehouseId
     FROM json_each(?) j CROSS JOIN live_stock_documents d ON d.id = j.value WHERE d.kind = 'transfer'`,
    JSON.stringify(ids),
  )
  const warehouseId = agreed(heads.map((head) => head.warehouseId))
  const toWarehouseId = agreed(heads.map((head) => head.toWarehouseId))
  const open = new Map<Id, number>()
  for (const { productId, openMilli } of heads.flatMap(({ id }) => transitOf(db, id))) {
    open.set(productId, (open.get(productId) ?? 0) + openMilli)
  }
  return {
    kind: 'transfer',
    lines: [...open].flatMap(([productId, milli]) => (milli > 0 ? goodsLine(db, productId, milli) : [])),
    head: {
      ...noHead,
      ...{ warehouseId, warehouse: placeOf(db, warehouseId), toWarehouseId, toWarehouse: placeOf(db, toWarehouseId) },
    },
    orders: [],
    purchases: [],
  }
}

type Words = Pick<LineToShip, 'productId' | 'sku' | 'name' | 'nameZh' | 'unit' | 'description'>

function goodsLine(db: ReadDb, productId: Id, milli: number): LineToShip[] {
  const words = db.get<Words>(
    `SELECT id AS productId, sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit, '' AS description
     FROM products WHERE id = ?`,
    productId,
  )
  const quantity = milli / 1000
  const of = { orderLineId: null, purchaseLineId: null, order: null, purchase: null }
  return words ? [{ ...of, ...words, open: quantity, held: 0, free: quantity }] : []
}

type LineRow = Words & { lineId: Id; orderId: Id; number: string; position: number }

/** A charge without goods is not shipped. */
function linesOf(db: ReadDb, side: Side, orderIds: readonly Id[], exceptId: Id | null): LineToShip[] {
  const [lines, orders] =
    side === 'order' ? ['live_order_lines', 'sales_orders'] : ['live_purchase_lines', 'purchase_orders']
  const sku = side === 'order' ? "coalesce(p.sku, l.external_sku, '')" : "coalesce(p.sku, l.supplier_code, '')"
  const rows = db.all<LineRow>(
    `SELECT l.id AS lineId, l.order_id AS orderId, o.number, l.position, l.product_id AS productId, ${sku} AS sku,
       coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh, coalesce(p.unit, '') AS unit,
       l.description
     FROM json_each(?) j CROSS JOIN ${lines} l ON l.order_id = j.value JOIN ${orders} o ON o.id = l.order_id
     LEFT JOIN products p ON p.id = l.product_id
     WHERE l.product_id IS NOT NULL OR ${sku} <> '' OR ${side === 'purchase'} ORDER BY j.key, l.position, l.id`,
    JSON.stringify(orderIds),
  )
  const free = freeOfLines(
    db,
    side,
    rows.map(({ lineId }) => lineId),
    exceptId,
  )
  return rows.map(({ lineId, orderId, number, position, ...words }) => {
    const source = { id: orderId, number, position }
    const { openMilli = 0, heldMilli = 0, freeMilli = 0 } = free.get(lineId) ?? {}
    return {
      ...(side === 'order'
        ? { orderLineId: lineId, purchaseLineId: null, order: source, purchase: null }
        : { orderLineId: null, purchaseLineId: lineId, order: null, purchase: source }),
      ...words,
      ...{ open: openMilli / 1000, held: heldMilli / 1000, free: freeMilli / 1000 },
    }
  })
}

/** What all say alike; null where they differ, or there is none. */
function agreed<Value>(values: readonly Value[]): Value | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}
