// Goods that leave, and what is taken for kits.
import type { WriteTx } from '#main/db/database.ts'
import { followOrders } from '#main/services/dispatch/write-dispatch.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { IssueInput } from '#shared/schemas/stock-postings.ts'

/** What is issued for an order counts as sent of its lines; what dispatches send has its own door (services/dispatch). */
export function issueGoods(tx: WriteTx, { lines, ...head }: IssueInput): PostedDocument {
  openPlace(tx, head.warehouseId)
  const posted = postDocument(tx, { kind: 'issue', ...head }, (post) => {
    for (const { quantity, ...line } of lines) {
      post({ ...line, warehouseId: head.warehouseId, qtyMilli: -toMilli(quantity) })
    }
  })
  if (head.orderId !== null) followOrders(tx, [head.orderId])
  return posted
}
