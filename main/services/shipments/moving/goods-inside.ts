// The goods of a shipment as stock sees them: which batches of a line go, the departure of a transfer, an issue for what is of no
// order.
import { type Parcel, parcelsOf } from '#main/services/dispatch/batches-to-send.ts'
import { type Goods, goodsFinder } from '#main/services/dispatch/goods-of-lines.ts'
import type { Sending } from '#main/services/shipments/moving/dispatch-shipment.ts'
import type { InsideLine } from '#main/services/shipments/moving/lines-inside.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import { transferGoods } from '#main/services/stock/transfer-goods.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { DispatchShipmentInput, MovedShipment } from '#shared/schemas/shipment-moves.ts'
import { transferInput } from '#shared/schemas/stock-postings.ts'

export type SentPart = { quantity: number; batchId: Id | null; serials: readonly Id[]; binId: Id | null }

/** What was told of a line, and what is left of it by itself. */
export function partsOf(input: DispatchShipmentInput, line: InsideLine): SentPart[] {
  const told = input.lines.filter(({ lineId }) => lineId === line.id).map(({ lineId: _, ...part }) => part)
  const rest = line.qtyMilli - told.reduce((sum, { quantity }) => sum + toMilli(quantity), 0)
  return rest > 0 ? [...told, { quantity: rest / 1000, batchId: null, serials: [], binId: null }] : told
}

type Moved = Pick<MovedShipment, 'documents' | 'warnings'>

/** Out of one place and on the way to the other. */
export function transferInside(sending: Sending): Moved {
  const { tx, input, shipment, warehouseId } = sending
  if (warehouseId === null) throw new AppError('shipments/no-place', { field: 'warehouseId' })
  if (shipment.to_warehouse_id === null) throw new AppError('shipments/no-place', { field: 'toWarehouseId' })
  const goods = byProduct(sending).flatMap((line) => movedOf(sending, line, warehouseId))
  if (goods.length === 0) throw new AppError('shipments/nothing-inside', { number: shipment.number })
  const { id, number, warnings } = transferGoods(tx, {
    ...transferInput.parse({
      ...{ on: input.on, warehouseId, toWarehouseId: shipment.to_warehouse_id, note: input.note },
      reference: input.reference || shipment.number,
      lines: goods.map(({ qtyMilli, ...one }) => ({ ...one, quantity: qtyMilli / 1000 })),
    }),
    shipmentId: shipment.id,
  })
  return { documents: [{ id, number }], warnings }
}

/** All of a product at once, where nobody told batches by line: else one batch would be offered twice. */
function byProduct({ input, lines }: Sending): readonly InsideLine[] {
  if (input.lines.length > 0) return lines
  const sums = new Map<Id | null, InsideLine>()
  for (const line of lines) {
    const known = sums.get(line.productId)
    sums.set(line.productId, known ? { ...known, qtyMilli: known.qtyMilli + line.qtyMilli } : line)
  }
  return [...sums.values()]
}

/** What is of no order (a sample, a replacement) leaves all the same; nothing to post where no product is told. */
export function issueInside(sending: Sending, lines: readonly InsideLine[]): Moved {
  const { tx, input, shipment } = sending
  const warehouseId = sending.warehouseId ?? mainWarehouse
  if (lines.every(({ productId }) => productId === null)) return { documents: [], warnings: [] }
  const { startsOn } = openPlace(tx, warehouseId)
  if (startsOn !== null && input.on < startsOn) return { documents: [], warnings: [] }
  const head = { on: input.on, warehouseId, partyId: shipment.party_id, shipmentId: shipment.id, note: input.note }
  const reference = input.reference || shipment.number
  const { id, number, warnings } = postDocument(tx, { kind: 'issue', ...head, reference }, (post) => {
    for (const line of lines) {
      for (const { productId, qtyMilli, batchId, binId } of movedOf(sending, line, warehouseId)) {
        post({ productId, warehouseId, qtyMilli: -qtyMilli, batchId, binId })
      }
    }
  })
  return { documents: [{ id, number }], warnings }
}

type MovedGoods = { productId: Id; qtyMilli: number; batchId: Id | null; binId: Id | null }

/** A line as it leaves a place: of a kit its parts, of a product with batches those told, else those that expire first. */
function movedOf({ tx, input }: Sending, line: InsideLine, warehouseId: Id): MovedGoods[] {
  const { productId } = line
  if (productId === null) return []
  const goodsOf = goodsFinder(tx)
  return partsOf(input, line).flatMap((part) =>
    goodsOf(productId, toMilli(part.quantity)).flatMap((goods) =>
      batchesOf(goods, part).map((parcel) => ({ productId: goods.productId, ...parcel, binId: part.binId })),
    ),
  )

  function batchesOf(goods: Goods, { batchId, serials }: SentPart): Parcel[] {
    const told = goods.productId === productId ? { batchId, serials } : { batchId: null, serials: [] }
    return parcelsOf(tx, goods, { warehouseId, on: input.on }, told)
  }
}
