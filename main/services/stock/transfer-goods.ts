// Goods that go from one place to another: out of the one and in transit, then out of transit and into the other. What does not
// arrive stays in transit until it arrives later or goes out with a reason.
import type { WriteTx } from '#main/db/database.ts'
import { type PostLine, postDocument, postOnto } from '#main/services/stock/post-document.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import { type OpenTransit, transferOf, transitOf } from '#main/services/stock/transit.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { ArriveInput, SettleTransitInput, TransferInput } from '#shared/schemas/stock-postings.ts'

/** With the shipment that its goods travel in, where there is one. */
export type Transferring = TransferInput & { shipmentId?: Id }

export function transferGoods(tx: WriteTx, { lines, isDirect, ...head }: Transferring): PostedDocument {
  const { warehouseId, toWarehouseId } = head
  openPlace(tx, warehouseId)
  openPlace(tx, toWarehouseId, 'toWarehouseId')
  if (warehouseId === toWarehouseId) throw new AppError('stock/same-place', { field: 'toWarehouseId' })
  return postDocument(tx, { kind: 'transfer', ...head }, (post) => {
    for (const { productId, quantity, batchId, binId, toBinId, note } of lines) {
      const qtyMilli = toMilli(quantity)
      const goods = { productId, batchId, note }
      const departure = post({ ...goods, warehouseId, binId, qtyMilli: -qtyMilli })
      const transit = post({ ...goods, warehouseId: transitWarehouse, qtyMilli, originId: departure.id })
      if (isDirect) {
        postArrival(
          post,
          { ...goods, movementId: transit.id },
          { warehouseId: toWarehouseId, binId: toBinId, qtyMilli },
        )
      }
    }
  })
}

type Goods = { movementId: Id; productId: Id; batchId: Id | null; note?: string }
type Arrival = { warehouseId: Id; binId: Id | null; qtyMilli: number }

function postArrival(post: PostLine, { movementId, ...goods }: Goods, { warehouseId, binId, qtyMilli }: Arrival): void {
  const out = post({ ...goods, warehouseId: transitWarehouse, qtyMilli: -qtyMilli, originId: movementId })
  post({ ...goods, warehouseId, binId, qtyMilli, originId: out.id })
}

/** What arrived; without lines all that is still on its way. */
export function arriveGoods(tx: WriteTx, { documentId, on, lines }: ArriveInput): PostedDocument {
  const { number, toWarehouseId } = transferOf(tx, documentId)
  openPlace(tx, toWarehouseId)
  const arriving = takenFrom(transitOf(tx, documentId), lines)
  const warnings = postOnto(tx, { id: documentId, kind: 'transfer', on }, (post) => {
    for (const { transit, qtyMilli, binId } of arriving) {
      postArrival(post, transit, { warehouseId: toWarehouseId, binId, qtyMilli })
    }
  })
  return { id: documentId, number, warnings }
}

/** What will never arrive goes out of transit, with the reason. */
export function settleTransit(
  tx: WriteTx,
  { documentId, on, reason, note, lines }: SettleTransitInput,
): PostedDocument {
  const { number } = transferOf(tx, documentId)
  const missing = takenFrom(transitOf(tx, documentId), lines)
  const warnings = postOnto(tx, { id: documentId, kind: 'adjustment', on }, (post) => {
    for (const { transit, qtyMilli } of missing) {
      const { movementId, productId, batchId } = transit
      const goods = { productId, batchId, reason, note, originId: movementId }
      post({ ...goods, warehouseId: transitWarehouse, qtyMilli: -qtyMilli })
    }
  })
  return { id: documentId, number, warnings }
}

type AskedLine = { movementId: Id; quantity: number; binId?: Id | null }
type Taken = { transit: OpenTransit; qtyMilli: number; binId: Id | null }

/** The lines asked for, each of goods that are on their way and no more than that; none asked for: everything. */
function takenFrom(transit: readonly OpenTransit[], lines: readonly AskedLine[]): Taken[] {
  const open = transit.filter(({ openMilli }) => openMilli > 0)
  if (open.length === 0) throw new AppError('stock/nothing-in-transit')
  if (lines.length === 0) return open.map((one) => ({ transit: one, qtyMilli: one.openMilli, binId: null }))
  const left = new Map(open.map((one) => [one.movementId, one.openMilli]))
  return lines.map(({ movementId, quantity, binId = null }) => {
    const one = open.find((candidate) => candidate.movementId === movementId)
    const rest = left.get(movementId) ?? 0
    const qtyMilli = toMilli(quantity)
    if (!one || qtyMilli > rest) {
      throw new AppError('stock/more-than-in-transit', { product: one?.sku ?? '', asked: quantity, open: rest / 1000 })
    }
    left.set(movementId, rest - qtyMilli)
    return { transit: one, qtyMilli, binId }
  })
}
