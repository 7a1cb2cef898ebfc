// Goods received, and stock set right: what comes in, with what it cost where that is known.
import type { WriteTx } from '#main/db/database.ts'
import { chosenBatch } from '#main/services/stock/batch-choice.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import { costFinder } from '#main/services/stock/receipt-costs.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { AdjustInput, ReceiveInput } from '#shared/schemas/stock-postings.ts'

export function receiveGoods(tx: WriteTx, { lines, ...head }: ReceiveInput): PostedDocument {
  openPlace(tx, head.warehouseId)
  const costOf = costFinder(tx, head.on)
  return postDocument(tx, { kind: 'receipt', ...head }, (post) => {
    for (const { productId, quantity, batch, binId, note, ...told } of lines) {
      const qtyMilli = toMilli(quantity)
      const batchId = chosenBatch(tx, productId, batch)
      const cost = costOf(told, qtyMilli)
      post({ productId, warehouseId: head.warehouseId, qtyMilli, batchId, binId, note, cost })
    }
  })
}

/** More or less than the books say, for a reason. */
export function adjustStock(tx: WriteTx, { lines, ...head }: AdjustInput): PostedDocument {
  openPlace(tx, head.warehouseId)
  const { reason } = head
  const costOf = costFinder(tx, head.on)
  return postDocument(tx, { kind: 'adjustment', ...head }, (post) => {
    for (const { productId, quantity, batch, binId, note, ...told } of lines) {
      const qtyMilli = toMilli(quantity)
      const batchId = chosenBatch(tx, productId, batch)
      const cost = qtyMilli > 0 ? costOf(told, qtyMilli) : null
      post({ productId, warehouseId: head.warehouseId, qtyMilli, batchId, binId, note, reason, cost })
    }
  })
}
