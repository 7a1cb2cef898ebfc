// The door to what carriers offer: services with zones, rate tables and surcharges, and quotes.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { quoteFreight } from '#main/services/carriers/quote-freight.ts'
import { chooseService, quoteShipment } from '#main/services/carriers/quote-shipment.ts'
import {
  addService,
  editService,
  removeServices,
  saveZones,
  setServicesArchived,
} from '#main/services/carriers/service-commands.ts'
import { carrierServiceChoices, listCarrierServices } from '#main/services/carriers/service-list.ts'
import { getCarrierService, readGridFor } from '#main/services/carriers/service-queries.ts'
import { addRateTable, editRateTable, removeRateTable } from '#main/services/carriers/table-commands.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import {
  addRateTableInput,
  carrierServiceInput,
  editRateTableInput,
  readRateGridInput,
  zonesInput,
} from '#shared/schemas/carriers.ts'
import { idField } from '#shared/schemas/fields.ts'
import { chooseServiceInput, quoteInput, quoteShipmentInput } from '#shared/schemas/freight-quotes.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const carriersRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listCarrierServices(db, input))),
  /** Services that can be chosen, of one carrier or of all. */
  services: procedure
    .input(z.object({ carrierId: idField.nullable().default(null) }))
    .query(({ ctx, input }) => ctx.read((db) => carrierServiceChoices(db, input.carrierId))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'carrierService', id: input.id }, getCarrierService(db, input.id))),
    ),
  add: procedure
    .input(carrierServiceInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('carriers.addService', (tx) => addService(tx, input)) })),
  edit: procedure
    .input(z.object({ id: idField, seen: seenField, service: carrierServiceInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('carriers.editService', (tx) => {
        refuseChangedSince(tx, { kind: 'carrierService', id: input.id }, input.seen)
        return editService(tx, input.id, input.service)
      }),
    ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('carriers.archiveServices', (tx) => setServicesArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('carriers.unarchiveServices', (tx) => setServicesArchived(tx, targetIds(tx, input), false)),
    ),
  remove: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('carriers.removeServices', (tx) => removeServices(tx, targetIds(tx, input))),
    ),

  saveZones: procedure
    .input(zonesInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('carriers.saveZones', (tx) => saveZones(tx, input))),
  addTable: procedure
    .input(addRateTableInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('carriers.addTable', (tx) => addRateTable(tx, input))),
  editTable: procedure
    .input(editRateTableInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('carriers.editTable', (tx) => editRateTable(tx, input.id, input.table)),
    ),
  removeTable: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('carriers.removeTable', (tx) => removeRateTable(tx, input.id))),
  /** What a grid copied from a spreadsheet means; nothing is kept. */
  readGrid: procedure.input(readRateGridInput).query(({ ctx, input }) => ctx.read((db) => readGridFor(db, input))),

  /** All services side by side, for pieces and a country. */
  quote: procedure.input(quoteInput).query(({ ctx, input }) => ctx.read((db) => quoteFreight(db, input))),
  quoteShipment: procedure
    .input(quoteShipmentInput)
    .query(({ ctx, input }) => ctx.read((db) => quoteShipment(db, input))),
  choose: procedure
    .input(chooseServiceInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('carriers.choose', (tx) => chooseService(tx, input))),
})
