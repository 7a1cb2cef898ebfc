// The door to costs of stock: what it is worth, charges that come later, closings.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { costSettings, setCostMethod } from '#main/services/costing/cost-method.ts'
import { costOfSales } from '#main/services/costing/cost-of-sales.ts'
import { landedCostsOf } from '#main/services/costing/landed-cost-queries.ts'
import { postLandedCost, previewLandedCost, reverseLandedCost } from '#main/services/costing/landed-costs.ts'
import { movementCost } from '#main/services/costing/movement-cost.ts'
import { closePeriod, periodClosings, reopenPeriod } from '#main/services/costing/period-closings.ts'
import { slowStock } from '#main/services/costing/slow-stock.ts'
import { tellCosts } from '#main/services/costing/told-costs.ts'
import { uncostedReceipts } from '#main/services/costing/uncosted-receipts.ts'
import { valuation } from '#main/services/costing/valuation.ts'
import { valuationItem } from '#main/services/costing/valuation-item.ts'
import {
  closePeriodInput,
  landedCostInput,
  reverseLandedCostInput,
  setCostMethodInput,
  tellCostsInput,
  uncostedInput,
} from '#shared/schemas/costing.ts'
import {
  costOfSalesInput,
  slowStockInput,
  valuationInput,
  valuationItemInput,
} from '#shared/schemas/costing-reports.ts'
import { idField } from '#shared/schemas/fields.ts'

const one = z.object({ id: idField })

export const costingRouter = router({
  settings: procedure.query(({ ctx }) => ctx.read(costSettings)),
  setMethod: procedure
    .input(setCostMethodInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('costing.setMethod', (tx) => setCostMethod(tx, input))),

  landedCosts: procedure
    .input(z.object({ documentId: idField }))
    .query(({ ctx, input }) => ctx.read((db) => landedCostsOf(db, input.documentId))),
  previewLandedCost: procedure
    .input(landedCostInput)
    .query(({ ctx, input }) => ctx.read((db) => previewLandedCost(db, input))),
  postLandedCost: procedure
    .input(landedCostInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('costing.postLandedCost', (tx) => postLandedCost(tx, input))),
  reverseLandedCost: procedure
    .input(reverseLandedCostInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('costing.reverseLandedCost', (tx) => reverseLandedCost(tx, input))),

  uncosted: procedure.input(uncostedInput).query(({ ctx, input }) => ctx.read((db) => uncostedReceipts(db, input))),
  tellCosts: procedure
    .input(tellCostsInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('costing.tellCosts', (tx) => tellCosts(tx, input))),

  closings: procedure.query(({ ctx }) => ctx.read(periodClosings)),
  closePeriod: procedure
    .input(closePeriodInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('costing.closePeriod', (tx) => closePeriod(tx, input))),
  reopenPeriod: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('costing.reopenPeriod', (tx) => reopenPeriod(tx, input))),

  valuation: procedure.input(valuationInput).query(({ ctx, input }) => ctx.read((db) => valuation(db, input))),
  valuationItem: procedure
    .input(valuationItemInput)
    .query(({ ctx, input }) => ctx.read((db) => valuationItem(db, input))),
  movementCost: procedure
    .input(z.object({ movementId: idField }))
    .query(({ ctx, input }) => ctx.read((db) => movementCost(db, input.movementId))),
  slowStock: procedure.input(slowStockInput).query(({ ctx, input }) => ctx.read((db) => slowStock(db, input))),
  costOfSales: procedure.input(costOfSalesInput).query(({ ctx, input }) => ctx.read((db) => costOfSales(db, input))),
})
