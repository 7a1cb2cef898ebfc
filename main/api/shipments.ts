// The door to shipments as records. What moves with them, their board and their figures are spread in from files of their own.
import { z } from 'zod'
import { performanceProcedures } from '#main/api/lanes.ts'
import { boardProcedures } from '#main/api/shipment-board.ts'
import { shipmentMoveProcedures } from '#main/api/shipment-moves.ts'
import { procedure, router } from '#main/api/trpc.ts'
import { shipmentWarnings } from '#main/domain/shipments/shipment-warnings.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { ordersToTake } from '#main/services/shipments/orders-to-take.ts'
import { proposeCustoms } from '#main/services/shipments/propose-customs.ts'
import {
  addShipment,
  cancelShipments,
  editShipment,
  packShipments,
  reopenShipments,
  setCustoms,
  setLegDays,
  setLegs,
  setShipmentsArchived,
  unpackShipments,
} from '#main/services/shipments/shipment-commands.ts'
import { refuseCustomsChanged } from '#main/services/shipments/shipment-customs.ts'
import { listShipments } from '#main/services/shipments/shipment-list.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import { shipmentsOf } from '#main/services/shipments/shipments-of.ts'
import { toShip } from '#main/services/shipments/to-ship.ts'
import { dayField, idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'
import { proposeCustomsInput } from '#shared/schemas/shipment-customs.ts'
import {
  legDaysInput,
  setCustomsInput,
  setLegsInput,
  shipmentInput,
  shipmentsOfInput,
} from '#shared/schemas/shipments.ts'
import { ordersToTakeInput, portsInput, shipmentCheckInput, toShipInput } from '#shared/schemas/to-ship.ts'

const one = z.object({ id: idField })
const target = z.object({ target: recordTarget })

export const shipmentsRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listShipments(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'shipment', id: input.id }, getShipment(db, input.id))),
    ),
  /** Shipments that hold goods of an order, a purchase order, a product. */
  of: procedure.input(shipmentsOfInput).query(({ ctx, input }) => ctx.read((db) => shipmentsOf(db, input))),
  /** What is still to be put into a shipment, and what its form begins with. */
  toShip: procedure.input(toShipInput).query(({ ctx, input }) => ctx.read((db) => toShip(db, input))),
  ordersToTake: procedure.input(ordersToTakeInput).query(({ ctx, input }) => ctx.read((db) => ordersToTake(db, input))),
  /** What does not look right and blocks nothing. */
  warnings: procedure.input(shipmentCheckInput).query(({ input }) => shipmentWarnings(input)),
  /** Loaded when it is first asked: the list of ports is large. */
  ports: procedure
    .input(portsInput)
    .query(async ({ input }) => (await import('#main/domain/shipments/ports.ts')).findPorts(input.text)),
  add: procedure
    .input(shipmentInput)
    .mutation(({ ctx, input }) => ctx.write('shipments.add', (tx) => addShipment(tx, input))),
  edit: procedure
    .input(z.object({ id: idField, seen: seenField, shipment: shipmentInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('shipments.edit', (tx) => {
        refuseChangedSince(tx, { kind: 'shipment', id: input.id }, input.seen)
        return editShipment(tx, input.id, input.shipment)
      }),
    ),
  /** Makes its legs those of the list, unless someone changed it meanwhile. */
  setLegs: procedure.input(setLegsInput).mutation(({ ctx, input }) =>
    ctx.writeUndoable('shipments.setLegs', (tx) => {
      refuseChangedSince(tx, { kind: 'shipment', id: input.id }, input.seen)
      return setLegs(tx, input.id, input.legs)
    }),
  ),
  legDays: procedure
    .input(legDaysInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('shipments.legDays', (tx) => setLegDays(tx, input))),
  /** Makes its entries at customs those of the list, unless someone changed it meanwhile. */
  setCustoms: procedure.input(setCustomsInput).mutation(({ ctx, input }) =>
    ctx.writeUndoable('shipments.setCustoms', (tx) => {
      refuseCustomsChanged(tx, input.id, input.seen)
      return setCustoms(tx, input.id, input.customs)
    }),
  ),
  proposeCustoms: procedure
    .input(proposeCustomsInput)
    .query(({ ctx, input }) => ctx.read((db) => proposeCustoms(db, input.id, input.direction))),
  pack: procedure
    .input(target.extend({ on: dayField.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('shipments.pack', (tx) => packShipments(tx, targetIds(tx, input.target), input.on)),
    ),
  unpack: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('shipments.unpack', (tx) => unpackShipments(tx, targetIds(tx, input.target))),
    ),
  cancel: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('shipments.cancel', (tx) => cancelShipments(tx, targetIds(tx, input.target))),
    ),
  reopen: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('shipments.reopen', (tx) => reopenShipments(tx, targetIds(tx, input.target))),
    ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('shipments.archive', (tx) => setShipmentsArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('shipments.unarchive', (tx) => setShipmentsArchived(tx, targetIds(tx, input), false)),
    ),
  ...shipmentMoveProcedures,
  ...boardProcedures,
  ...performanceProcedures,
})
