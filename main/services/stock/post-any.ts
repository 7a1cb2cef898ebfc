// Any posting by its name: what a preview rehearses is what the command itself would do.
import type { WriteTx } from '#main/db/database.ts'
import { assembleKit } from '#main/services/stock/assemble-kit.ts'
import { issueGoods } from '#main/services/stock/issue-goods.ts'
import { adjustStock, receiveGoods } from '#main/services/stock/receive-goods.ts'
import { returnFromCustomer, returnToSupplier } from '#main/services/stock/return-goods.ts'
import { reverseStock } from '#main/services/stock/reverse-stock.ts'
import { arriveGoods, settleTransit, transferGoods } from '#main/services/stock/transfer-goods.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { StockPosting } from '#shared/schemas/stock-postings.ts'

export function postAny(tx: WriteTx, posting: StockPosting): PostedDocument {
  switch (posting.kind) {
    case 'receive':
      return receiveGoods(tx, posting.input)
    case 'issue':
      return issueGoods(tx, posting.input)
    case 'transfer':
      return transferGoods(tx, posting.input)
    case 'arrive':
      return arriveGoods(tx, posting.input)
    case 'settleTransit':
      return settleTransit(tx, posting.input)
    case 'adjust':
      return adjustStock(tx, posting.input)
    case 'returnFromCustomer':
      return returnFromCustomer(tx, posting.input)
    case 'returnToSupplier':
      return returnToSupplier(tx, posting.input)
    case 'assemble':
      return assembleKit(tx, posting.input)
    case 'reverse':
      return reverseStock(tx, posting.input)
  }
}
