// The door to what an order earned and what is odd about it; all of it is called under `orders`.
import { procedure } from '#main/api/trpc.ts'
import { clearFlags, flaggedAmong, flagsOfOrder } from '#main/services/sales/order-flags.ts'
import { profitOfOrder } from '#main/services/sales/order-profit.ts'
import { clearFlagsInput, flaggedInput, orderFlagsInput } from '#shared/schemas/order-flags.ts'
import { profitInput } from '#shared/schemas/sales-figures.ts'

export const orderInsightProcedures = {
  /** What an order earned, part by part, each real or expected. */
  profit: procedure.input(profitInput).query(({ ctx, input }) => ctx.read((db) => profitOfOrder(db, input.id))),
  /** What the seller's rules find odd about an order, and why. */
  flags: procedure.input(orderFlagsInput).query(({ ctx, input }) => ctx.read((db) => flagsOfOrder(db, input.id))),
  /** Of a page of orders those with flags that nobody cleared. */
  flagged: procedure.input(flaggedInput).query(({ ctx, input }) => ctx.read((db) => flaggedAmong(db, input.ids))),
  clearFlags: procedure
    .input(clearFlagsInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('orders.clearFlags', (tx) => clearFlags(tx, input))),
}
