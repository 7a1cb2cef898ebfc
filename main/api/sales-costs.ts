// The door to costs of selling: of orders, and dated charges of channels and products.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import {
  addSalesCost,
  editSalesCost,
  removeSalesCosts,
  setSalesCostsArchived,
} from '#main/services/sales/sales-cost-commands.ts'
import { listSalesCosts } from '#main/services/sales/sales-cost-list.ts'
import { costsOfOrder, getSalesCost } from '#main/services/sales/sales-cost-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'
import { costsOfOrderInput, salesCostInput } from '#shared/schemas/sales-costs.ts'

const one = z.object({ id: idField })

export const salesCostsRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listSalesCosts(db, input))),
  ofOrder: procedure
    .input(costsOfOrderInput)
    .query(({ ctx, input }) => ctx.read((db) => costsOfOrder(db, input.orderId))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'salesCost', id: input.id }, getSalesCost(db, input.id))),
    ),
  add: procedure
    .input(salesCostInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('sales.addCost', (tx) => addSalesCost(tx, input)) })),
  edit: procedure.input(z.object({ id: idField, seen: seenField, cost: salesCostInput })).mutation(({ ctx, input }) =>
    ctx.write('sales.editCost', (tx) => {
      refuseChangedSince(tx, { kind: 'salesCost', id: input.id }, input.seen)
      return editSalesCost(tx, input.id, input.cost)
    }),
  ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('sales.archiveCosts', (tx) => setSalesCostsArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('sales.unarchiveCosts', (tx) => setSalesCostsArchived(tx, targetIds(tx, input), false)),
    ),
  remove: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('sales.removeCosts', (tx) => removeSalesCosts(tx, targetIds(tx, input))),
    ),
})
