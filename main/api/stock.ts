// The door to stock on hand.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { openingStockInput } from '#shared/schemas/stock.ts'

export const stockRouter = router({
  levels: procedure
    .input(z.object({ productId: idField }))
    .query(({ ctx, input }) => ctx.read((db) => stockLevels(db, input.productId))),
  setOpening: procedure.input(openingStockInput).mutation(({ ctx, input: { productId, quantity, on } }) => ({
    outcome: ctx.write('stock.setOpening', (tx) => setOpeningStock(tx, productId, Math.round(quantity * 1000), on)),
  })),
})
