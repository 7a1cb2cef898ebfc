// The door to offers of suppliers.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { offersOfProduct, offersOfSupplier, priceHistory } from '#main/services/sourcing/held-offers.ts'
import { addOffer, editOffer, removeOffers, setOffersArchived } from '#main/services/sourcing/offer-commands.ts'
import { getOffer, listOffers } from '#main/services/sourcing/offer-list.ts'
import { dayField, idField } from '#shared/schemas/fields.ts'
import { offerInput, offersOfProductInput, priceHistoryInput } from '#shared/schemas/offers.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const offersRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listOffers(db, input))),
  /** What holds on a day, by supplier, the cheapest first. */
  ofProduct: procedure
    .input(offersOfProductInput)
    .query(({ ctx, input }) => ctx.read((db) => offersOfProduct(db, input))),
  ofSupplier: procedure
    .input(z.object({ supplierId: idField, on: dayField.optional() }))
    .query(({ ctx, input }) => ctx.read((db) => offersOfSupplier(db, input))),
  priceHistory: procedure.input(priceHistoryInput).query(({ ctx, input }) => ctx.read((db) => priceHistory(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) => ctx.read((db) => revised(db, { kind: 'offer', id: input.id }, getOffer(db, input.id)))),
  add: procedure
    .input(offerInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('offers.add', (tx) => addOffer(tx, input)) })),
  edit: procedure.input(z.object({ id: idField, seen: seenField, offer: offerInput })).mutation(({ ctx, input }) =>
    ctx.write('offers.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'offer', id: input.id }, input.seen)
      return editOffer(tx, input.id, input.offer)
    }),
  ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('offers.archive', (tx) => setOffersArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('offers.unarchive', (tx) => setOffersArchived(tx, targetIds(tx, input), false)),
    ),
  remove: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) => ctx.writeUndoable('offers.remove', (tx) => removeOffers(tx, targetIds(tx, input)))),
})
