// Goods that come back from a customer, and goods that go back to a supplier.
import type { WriteTx } from '#main/db/database.ts'
import { chosenBatch } from '#main/services/stock/batch-choice.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import { openOrigin } from '#main/services/stock/returnables.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { CustomerReturnInput, SupplierReturnInput } from '#shared/schemas/stock-postings.ts'

/** To stock, to second quality, or to scrap: in, and out again at once. */
export function returnFromCustomer(
  tx: WriteTx,
  { lines, secondWarehouseId, ...head }: CustomerReturnInput,
): PostedDocument {
  const { warehouseId } = head
  openPlace(tx, warehouseId)
  const second = lines.some(({ condition }) => condition === 'second')
    ? secondPlace(tx, secondWarehouseId)
    : warehouseId
  return postDocument(tx, { kind: 'customer_return', ...head }, (post) => {
    for (const { productId, quantity, originId, condition, batch, binId, note } of lines) {
      const qtyMilli = toMilli(quantity)
      const origin = originId === null ? null : openOrigin(tx, { id: originId, kind: 'issue', productId, qtyMilli })
      const batchId = chosenBatch(tx, productId, batch) ?? origin?.batchId ?? null
      const goods = { productId, warehouseId: condition === 'second' ? second : warehouseId, batchId, binId, note }
      const back = post({ ...goods, qtyMilli, originId, reason: condition })
      if (condition === 'scrap') {
        post({ ...goods, qtyMilli: -qtyMilli, originId: back.id, kind: 'adjustment', reason: 'scrap' })
      }
    }
  })
}

/** Second quality must not be offered for sale with the rest. */
function secondPlace(tx: WriteTx, id: Id | null): Id {
  const place = id === null ? null : openPlace(tx, id, 'secondWarehouseId')
  if (!place || place.isSellable) throw new AppError('stock/second-place', { field: 'secondWarehouseId' })
  return place.id
}

export function returnToSupplier(tx: WriteTx, { lines, ...head }: SupplierReturnInput): PostedDocument {
  openPlace(tx, head.warehouseId)
  return postDocument(tx, { kind: 'supplier_return', ...head }, (post) => {
    for (const { productId, quantity, originId, batchId, binId, note } of lines) {
      const qtyMilli = toMilli(quantity)
      const origin = originId === null ? null : openOrigin(tx, { id: originId, kind: 'receipt', productId, qtyMilli })
      const goods = { productId, batchId: batchId ?? origin?.batchId ?? null, binId, note, originId }
      post({ ...goods, warehouseId: head.warehouseId, qtyMilli: -qtyMilli })
    }
  })
}
