// The door to stock: what is there, the ledger, and the documents that move it.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { assembleKit } from '#main/services/stock/assemble-kit.ts'
import { proposeBatches } from '#main/services/stock/batch-choice.ts'
import { listDocuments } from '#main/services/stock/document-list.ts'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { editDocument } from '#main/services/stock/edit-document.ts'
import { issueGoods } from '#main/services/stock/issue-goods.ts'
import { listMovements } from '#main/services/stock/movement-list.ts'
import { movementReport } from '#main/services/stock/movement-report.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { previewPosting } from '#main/services/stock/preview-posting.ts'
import { adjustStock, receiveGoods } from '#main/services/stock/receive-goods.ts'
import { returnFromCustomer, returnToSupplier } from '#main/services/stock/return-goods.ts'
import { returnables } from '#main/services/stock/returnables.ts'
import { reverseStock } from '#main/services/stock/reverse-stock.ts'
import { listFramedStock } from '#main/services/stock/stock-frame.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import { arriveGoods, settleTransit, transferGoods } from '#main/services/stock/transfer-goods.ts'
import { toMilli } from '#shared/quantity.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import {
  movementReportInput,
  movementsInput,
  openingStockInput,
  proposeBatchesInput,
  returnableInput,
  stockLevelsInput,
} from '#shared/schemas/stock.ts'
import {
  adjustInput,
  arriveInput,
  assembleInput,
  customerReturnInput,
  editDocumentInput,
  issueInput,
  receiveInput,
  reverseStockInput,
  settleTransitInput,
  stockPosting,
  supplierReturnInput,
  transferInput,
} from '#shared/schemas/stock-postings.ts'

export const stockRouter = router({
  levels: procedure
    .input(stockLevelsInput)
    .query(({ ctx, input }) => ctx.read((db) => stockLevels(db, input.productId, input.on))),
  /** Place and day stand among the filters: `place`, `asOf`. */
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listFramedStock(db, input))),
  movements: procedure.input(movementsInput).query(({ ctx, input }) => ctx.read((db) => listMovements(db, input))),
  movementReport: procedure
    .input(movementReportInput)
    .query(({ ctx, input }) => ctx.read((db) => movementReport(db, input))),
  documents: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listDocuments(db, input))),
  document: procedure
    .input(z.object({ id: idField }))
    .query(({ ctx, input }) => ctx.read((db) => getDocument(db, input.id))),
  editDocument: procedure
    .input(editDocumentInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.editDocument', (tx) => editDocument(tx, input))),
  proposeBatches: procedure
    .input(proposeBatchesInput)
    .query(({ ctx, input: { quantity, ...wanted } }) =>
      ctx.read((db) => proposeBatches(db, { ...wanted, qtyMilli: toMilli(quantity) })),
    ),
  returnables: procedure.input(returnableInput).query(({ ctx, input }) => ctx.read((db) => returnables(db, input))),
  /** What the posting would change of what was already told; writes nothing. */
  preview: procedure.input(stockPosting).mutation(({ ctx, input }) => ctx.rehearse((tx) => previewPosting(tx, input))),
  setOpening: procedure
    .input(openingStockInput)
    .mutation(({ ctx, input: { productId, quantity, on, ...details } }) => ({
      outcome: ctx.write('stock.setOpening', (tx) => setOpeningStock(tx, productId, toMilli(quantity), on, details)),
    })),
  receive: procedure
    .input(receiveInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.receive', (tx) => receiveGoods(tx, input))),
  issue: procedure
    .input(issueInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.issue', (tx) => issueGoods(tx, input))),
  transfer: procedure
    .input(transferInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.transfer', (tx) => transferGoods(tx, input))),
  arrive: procedure
    .input(arriveInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.arrive', (tx) => arriveGoods(tx, input))),
  settleTransit: procedure
    .input(settleTransitInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.settleTransit', (tx) => settleTransit(tx, input))),
  adjust: procedure
    .input(adjustInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.adjust', (tx) => adjustStock(tx, input))),
  returnFromCustomer: procedure
    .input(customerReturnInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.returnFromCustomer', (tx) => returnFromCustomer(tx, input))),
  returnToSupplier: procedure
    .input(supplierReturnInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.returnToSupplier', (tx) => returnToSupplier(tx, input))),
  assemble: procedure
    .input(assembleInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.assemble', (tx) => assembleKit(tx, input))),
  reverse: procedure
    .input(reverseStockInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('stock.reverse', (tx) => reverseStock(tx, input))),
})
