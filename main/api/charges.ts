// The door to charges of shipments: estimate and actual, freight bills, landed costs.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { postBills, previewBills } from '#main/services/charges/bills.ts'
import { addCharge, editCharge, removeCharges } from '#main/services/charges/charge-commands.ts'
import { chargesOfShipment } from '#main/services/charges/charge-queries.ts'
import { postLandedCharge, takeBackLanded } from '#main/services/charges/landed-charges.ts'
import { addChargeInput, billsInput, editChargeInput, postLandedInput } from '#shared/schemas/charges.ts'
import { idField } from '#shared/schemas/fields.ts'

const one = z.object({ id: idField })

export const chargesRouter = router({
  ofShipment: procedure
    .input(z.object({ shipmentId: idField }))
    .query(({ ctx, input }) => ctx.read((db) => chargesOfShipment(db, input.shipmentId))),
  add: procedure
    .input(addChargeInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('charges.add', (tx) => addCharge(tx, input.shipmentId, input.charge)),
    ),
  edit: procedure
    .input(editChargeInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('charges.edit', (tx) => editCharge(tx, input.id, input.charge))),
  remove: procedure
    .input(z.object({ ids: z.array(idField).min(1).max(1000) }))
    .mutation(({ ctx, input }) => ctx.writeUndoable('charges.remove', (tx) => removeCharges(tx, input.ids))),
  previewBills: procedure.input(billsInput).query(({ ctx, input }) => ctx.read((db) => previewBills(db, input))),
  postBills: procedure
    .input(billsInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('charges.postBills', (tx) => postBills(tx, input))),
  postLanded: procedure
    .input(postLandedInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('charges.postLanded', (tx) => postLandedCharge(tx, input))),
  takeBackLanded: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('charges.takeBackLanded', (tx) => takeBackLanded(tx, input.id))),
})
