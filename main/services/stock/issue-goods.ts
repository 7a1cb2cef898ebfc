// Goods that leave, and what is taken for kits.
import type { WriteTx } from '#main/db/database.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { IssueInput } from '#shared/schemas/stock-postings.ts'

/** What is issued for an order is no longer reserved by it. */
export function issueGoods(tx: WriteTx, { lines, ...head }: IssueInput): PostedDocument {
  openPlace(tx, head.warehouseId)
  return postDocument(tx, { kind: 'issue', ...head }, (post) => {
    for (const { quantity, ...line } of lines) {
      post({ ...line, warehouseId: head.warehouseId, qtyMilli: -toMilli(quantity) })
    }
  })
}
