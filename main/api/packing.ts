// The door to packing: cartons proposed, what they come to, what to pick where, and the settings of it.
import { channelFileProcedures } from '#main/api/channel-files.ts'
import { procedure, router } from '#main/api/trpc.ts'
import { packingOfShipment } from '#main/services/packing/packing-lines.ts'
import { packingTotals } from '#main/services/packing/packing-totals.ts'
import { pickingList } from '#main/services/packing/picking-list.ts'
import { proposePacking } from '#main/services/packing/propose-packing.ts'
import { refuseChangedSince } from '#main/services/records/record-revision.ts'
import { setParcels } from '#main/services/shipments/shipment-commands.ts'
import { allShippingSettings, setShippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { packInput, packingInput, pickingInput, proposeInput, totalsInput } from '#shared/schemas/packing.ts'
import { setShippingInput } from '#shared/schemas/shipping-settings.ts'

export const packingRouter = router({
  /** Cartons for the lines of a shipment, or for any lines; nothing is written. */
  propose: procedure.input(proposeInput).query(({ ctx, input }) => ctx.read((db) => proposePacking(db, input))),
  ofShipment: procedure
    .input(packingInput)
    .query(({ ctx, input }) => ctx.read((db) => packingOfShipment(db, input.shipmentId))),
  /** Makes the parcels of a shipment those of the list, unless someone changed it meanwhile. */
  save: procedure.input(packInput).mutation(({ ctx, input: { shipmentId, seen, parcels } }) => {
    const { result, operationId } = ctx.writeUndoable('packing.save', (tx) => {
      refuseChangedSince(tx, { kind: 'shipment', id: shipmentId }, seen)
      return setParcels(tx, shipmentId, parcels)
    })
    return { parcelIds: result, operationId }
  }),
  totals: procedure
    .input(totalsInput)
    .query(({ ctx, input }) => ctx.read((db) => packingTotals(db, input.parcels, input.serviceId))),
  picking: procedure.input(pickingInput).query(({ ctx, input }) => ctx.read((db) => pickingList(db, input))),
  /** What the book has settled about shipping, all parts of it. */
  settings: procedure.query(({ ctx }) => ctx.read((db) => allShippingSettings(db))),
  setSetting: procedure
    .input(setShippingInput)
    .mutation(({ ctx, input }) =>
      ctx.write('packing.setSetting', (tx) => setShippingSetting(tx, input.key, input.value)),
    ),
  ...channelFileProcedures,
})
