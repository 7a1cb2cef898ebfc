// The door to purchase orders.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { buyPlan } from '#main/services/purchases/buy-plan.ts'
import { linePrices } from '#main/services/purchases/line-prices.ts'
import { purchaseLinesOf, purchasesFor } from '#main/services/purchases/line-progress.ts'
import { purchasesFromReplenishment, purchasesFromSalesOrder } from '#main/services/purchases/make-purchases.ts'
import {
  addPurchase,
  cancelPurchases,
  closePurchases,
  confirmPurchases,
  editPurchase,
  letGoOfLines,
  reopenPurchases,
  sendPurchases,
  setPurchasesArchived,
} from '#main/services/purchases/purchase-commands.ts'
import { listPurchases } from '#main/services/purchases/purchase-list.ts'
import { getPurchase, purchaseTerms } from '#main/services/purchases/purchase-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { dayField, idField, lineField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import {
  fromReplenishmentInput,
  fromSalesOrderInput,
  letGoInput,
  priceLinesInput,
  purchaseInput,
  purchaseLinesInput,
} from '#shared/schemas/purchases.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })
const target = z.object({ target: recordTarget })
const ofSalesOrder = z.object({ salesOrderId: idField })

export const purchasesRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listPurchases(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'purchase', id: input.id }, getPurchase(db, input.id))),
    ),
  terms: procedure
    .input(z.object({ supplierId: idField.nullable() }))
    .query(({ ctx, input }) => ctx.read((db) => purchaseTerms(db, input.supplierId))),
  prices: procedure.input(priceLinesInput).query(({ ctx, input }) => ctx.read((db) => linePrices(db, input))),
  lines: procedure.input(purchaseLinesInput).query(({ ctx, input }) => ctx.read((db) => purchaseLinesOf(db, input))),
  linkedTo: procedure
    .input(ofSalesOrder)
    .query(({ ctx, input }) => ctx.read((db) => purchasesFor(db, input.salesOrderId))),
  buyPlan: procedure.input(ofSalesOrder).query(({ ctx, input }) => ctx.read((db) => buyPlan(db, input.salesOrderId))),
  create: procedure
    .input(purchaseInput)
    .mutation(({ ctx, input }) => ctx.write('purchases.create', (tx) => addPurchase(tx, input))),
  edit: procedure
    .input(z.object({ id: idField, seen: seenField, purchase: purchaseInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('purchases.edit', (tx) => {
        refuseChangedSince(tx, { kind: 'purchase', id: input.id }, input.seen)
        return editPurchase(tx, input.id, input.purchase)
      }),
    ),
  fromReplenishment: procedure
    .input(fromReplenishmentInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.fromReplenishment', (tx) => purchasesFromReplenishment(tx, input)),
    ),
  fromSalesOrder: procedure
    .input(fromSalesOrderInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.fromSalesOrder', (tx) => purchasesFromSalesOrder(tx, input)),
    ),
  send: procedure
    .input(target.extend({ on: dayField.optional(), despite: z.boolean().default(false) }))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.send', (tx) => sendPurchases(tx, targetIds(tx, input.target), input)),
    ),
  confirm: procedure
    .input(target.extend({ on: dayField.optional(), promisedOn: dayField.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.confirm', (tx) => confirmPurchases(tx, targetIds(tx, input.target), input)),
    ),
  cancel: procedure
    .input(target.extend({ reason: lineField(500) }))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.cancel', (tx) => cancelPurchases(tx, targetIds(tx, input.target), input.reason)),
    ),
  close: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.close', (tx) => closePurchases(tx, targetIds(tx, input.target))),
    ),
  reopen: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.reopen', (tx) => reopenPurchases(tx, targetIds(tx, input.target))),
    ),
  letGo: procedure
    .input(letGoInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.letGo', (tx) => letGoOfLines(tx, input.id, input.lines)),
    ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.archive', (tx) => setPurchasesArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('purchases.unarchive', (tx) => setPurchasesArchived(tx, targetIds(tx, input), false)),
    ),
})
