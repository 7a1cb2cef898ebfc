// What the forms of dispatch, arrival and return begin with: the lines of the shipment as they stand.
import type { ReadDb } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { onHandFinder } from '#main/services/dispatch/goods-on-hand.ts'
import {
  dispatchesInside,
  documentsInside,
  type InsideLine,
  linesInside,
  numbersInside,
} from '#main/services/shipments/moving/lines-inside.ts'
import { currenciesWithoutRate, openPurchaseLines } from '#main/services/shipments/moving/open-purchase-lines.ts'
import { resentGoodsOf } from '#main/services/shipments/moving/resent-goods.ts'
import { returnableLines } from '#main/services/shipments/moving/returnable-lines.ts'
import { sendingPlaces } from '#main/services/shipments/moving/sending-place.ts'
import { hasComeBack, isBack, isWhole } from '#main/services/shipments/moving/take-return.ts'
import { hasArrived, livingShipment } from '#main/services/shipments/shipment-rows.ts'
import { transitOf } from '#main/services/stock/transit.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { movingSince } from '#main/services/tracking/heard-before.ts'
import type { Id } from '#shared/ids.ts'
import type { ToArrive, ToSend } from '#shared/schemas/shipment-moves.ts'

/** With what lies in the place told, else where each line would leave from. */
export function toSend(db: ReadDb, id: Id, told: Id | null = null): ToSend {
  const shipment = livingShipment(db, id)
  const { warehouse_id: warehouseId, carrier_id: carrierId } = shipment
  const words = db.get<Pick<ToSend, 'warehouse' | 'carrier' | 'carrierZh'>>(
    `SELECT coalesce((SELECT coalesce(nullif(name, ''), code) FROM warehouses WHERE id = ?), '') AS warehouse,
       coalesce((SELECT name FROM parties WHERE id = ?), '') AS carrier,
       coalesce((SELECT name_zh FROM parties WHERE id = ?), '') AS carrierZh`,
    ...[warehouseId, carrierId, carrierId],
  )
  const lines = linesInside(db, id)
  const placeOf = sendingPlaces(db, shipment, { lines, told })
  return {
    ...{ id, number: shipment.number, kind: shipment.kind as ToSend['kind'], warehouseId, carrierId },
    ...(words ?? { warehouse: '', carrier: '', carrierZh: '' }),
    hasNumbers: numbersInside(db, id) !== '',
    movingSince: movingSince(db, id),
    goods: shipment.follows_id === null ? null : resentGoodsOf(db, shipment),
    lines: lines.map((line) => ({
      ...wordsOf(line),
      lineId: line.id,
      orderId: line.orderId,
      orderNumber: line.orderNumber,
      tracking: line.tracking,
      quantity: line.qtyMilli / 1000,
      open: line.orderLineId === null ? null : line.openMilli / 1000,
      onHand: lyingOf(db, line, placeOf(line)),
    })),
  }
}

function lyingOf(db: ReadDb, { productId }: InsideLine, placeId: Id | null): number | null {
  return productId === null || placeId === null ? null : onHandFinder(db, placeId)(productId)
}

const wordsOf = ({ productId, sku, name, nameZh, description, unit }: InsideLine) => {
  return { productId, sku, name, nameZh, description, unit }
}

export function toArrive(db: ReadDb, id: Id): ToArrive {
  const shipment = livingShipment(db, id)
  const lines = linesInside(db, id)
  const transit = transitInside(db, id)
  const purchases = purchasesInside(db, id, lines)
  const returns = returnsInside(db, id, lines)
  const isOpen = [...transit, ...purchases].some(({ open }) => open > 0)
  return {
    ...{ id, number: shipment.number, kind: shipment.kind as ToSend['kind'], warehouseId: shipment.warehouse_id },
    hasArrived: isBack(db, shipment) || (hasArrived(db, id) && !isOpen),
    ...{ transit, purchases, returns },
    defects: supplySetting(db, 'defects'),
    rateOf: rateOf(db, id),
    canReopen: !hasComeBack(db, shipment) && canReopen(db, shipment),
  }
}

/** Of several no one rate can be told. */
function rateOf(db: ReadDb, id: Id): ToArrive['rateOf'] {
  const [currency, ...more] = currenciesWithoutRate(db, openPurchaseLines(db, id))
  return currency === undefined || more.length > 0 ? null : { currency, baseCurrency: baseCurrency(db) }
}

function transitInside(db: ReadDb, id: Id): ToArrive['transit'] {
  const transfers = documentsInside(db, id).filter(({ kind }) => kind === 'transfer')
  return transfers.flatMap((document) =>
    transitOf(db, document.id)
      .filter(({ openMilli }) => openMilli > 0)
      .map(({ movementId, productId, sku, batchId, sentMilli, openMilli }) => ({
        ...{ movementId, productId, sku, sent: sentMilli / 1000, open: openMilli / 1000 },
        ...productWords(db, productId),
        batch: batchCode(db, batchId),
      })),
  )
}

function productWords(db: ReadDb, id: Id): { name: string; nameZh: string; unit: string } {
  const row = db.get<{ name: string; nameZh: string; unit: string }>(
    "SELECT coalesce(nullif(name_en, ''), name_zh, '') AS name, name_zh AS nameZh, unit FROM products WHERE id = ?",
    id,
  )
  return row ?? { name: '', nameZh: '', unit: '' }
}

function batchCode(db: ReadDb, id: Id | null): string {
  return db.get<{ code: string }>('SELECT code FROM batches WHERE id = ?', id)?.code ?? ''
}

function purchasesInside(db: ReadDb, id: Id, lines: readonly InsideLine[]): ToArrive['purchases'] {
  return openPurchaseLines(db, id).flatMap(({ lineId, orderId, qtyMilli, openMilli }) => {
    const line = lines.find(({ purchaseLineId }) => purchaseLineId === lineId)
    if (!line) return []
    const head = { lineId, orderId, orderNumber: line.purchaseNumber, tracking: line.tracking }
    return { ...wordsOf(line), ...head, quantity: qtyMilli / 1000, open: openMilli / 1000 }
  })
}

function returnsInside(db: ReadDb, id: Id, lines: readonly InsideLine[]): ToArrive['returns'] {
  return returnableLines(db, id).flatMap(({ orderLineId, orderId, qtyMilli, openMilli }) => {
    const line = lines.find((one) => one.orderLineId === orderLineId)
    if (!line) return []
    const head = { orderLineId, orderId, orderNumber: line.orderNumber }
    return { ...wordsOf(line), ...head, quantity: qtyMilli / 1000, open: openMilli / 1000 }
  })
}

/** States from which a dispatch may still be taken back. */
const reversible = "('confirmed', 'on_hold', 'part_shipped', 'shipped', 'cancelled')"

function canReopen(db: ReadDb, { id, kind, follows_id }: ShipmentsTable): boolean {
  const outbound = kind === 'return' ? follows_id : id
  const dispatches = outbound === null ? [] : dispatchesInside(db, outbound)
  if (dispatches.length === 0 || !isWhole(db, dispatches, id)) return false
  const orders = JSON.stringify(dispatches.map(({ orderId }) => orderId))
  const sql = `SELECT 1 FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value WHERE o.status NOT IN ${reversible} LIMIT 1`
  return db.get(sql, orders) === undefined
}
