// The door to goods that move with shipments; all of it is called under `shipments`.
import { procedure } from '#main/api/trpc.ts'
import { arriveShipment, previewArrival, settleMissing } from '#main/services/shipments/moving/arrive-shipment.ts'
import { decideShipment, setDecideBy } from '#main/services/shipments/moving/decide-shipment.ts'
import { dispatchShipment, previewShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { dropRest } from '#main/services/shipments/moving/drop-rest.ts'
import { countMissing, makeMissing } from '#main/services/shipments/moving/make-missing.ts'
import { movesOf } from '#main/services/shipments/moving/moves-of.ts'
import { reverseShipment } from '#main/services/shipments/moving/reverse-shipment.ts'
import { previewSentList, sendList } from '#main/services/shipments/moving/sent-list.ts'
import { takeReturn } from '#main/services/shipments/moving/take-return.ts'
import { toArrive, toSend } from '#main/services/shipments/moving/to-move.ts'
import {
  arriveShipmentInput,
  decideByInput,
  decideShipmentInput,
  dispatchShipmentInput,
  ofShipmentInput,
  reverseShipmentInput,
  sentListInput,
  settleMissingInput,
  takeReturnInput,
  toSendInput,
} from '#shared/schemas/shipment-moves.ts'

export const shipmentMoveProcedures = {
  /** What moved by it so far. */
  moves: procedure.input(ofShipmentInput).query(({ ctx, input }) => ctx.read((db) => movesOf(db, input.id))),
  /** What the form of a dispatch begins with. */
  toSend: procedure
    .input(toSendInput)
    .query(({ ctx, input }) => ctx.read((db) => toSend(db, input.id, input.warehouseId))),
  /** What the dispatch would do to stock; writes nothing. */
  previewDispatch: procedure
    .input(dispatchShipmentInput)
    .mutation(({ ctx, input }) => ctx.rehearse((tx) => previewShipment(tx, input))),
  dispatch: procedure.input(dispatchShipmentInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.dispatch', (tx) => dispatchShipment(tx, input))
    return { ...result, operationId }
  }),
  /** It left by mistake: everything that moved by it is taken back. */
  reverse: procedure.input(reverseShipmentInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.reverse', (tx) => reverseShipment(tx, input))
    return { ...result, operationId }
  }),
  /** What the forms of an arrival and of a return begin with. */
  toArrive: procedure.input(ofShipmentInput).query(({ ctx, input }) => ctx.read((db) => toArrive(db, input.id))),
  previewArrival: procedure
    .input(arriveShipmentInput)
    .mutation(({ ctx, input }) => ctx.rehearse((tx) => previewArrival(tx, input))),
  arrive: procedure.input(arriveShipmentInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.arrive', (tx) => arriveShipment(tx, input))
    return { ...result, operationId }
  }),
  /** What will never arrive of a transfer. */
  settleMissing: procedure.input(settleMissingInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.settleMissing', (tx) => settleMissing(tx, input))
    return { ...result, operationId }
  }),
  /** What did not come of a purchase comes by another shipment. */
  dropRest: procedure
    .input(ofShipmentInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('shipments.dropRest', (tx) => dropRest(tx, input.id))),
  takeReturn: procedure.input(takeReturnInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.takeReturn', (tx) => takeReturn(tx, input))
    return { ...result, operationId }
  }),
  decide: procedure.input(decideShipmentInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.decide', (tx) => decideShipment(tx, input))
    return { ...result, operationId }
  }),
  setDecideBy: procedure
    .input(decideByInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('shipments.setDecideBy', (tx) => setDecideBy(tx, input))),
  /** How many dispatches, and orders that a file calls sent, have no shipment yet. */
  countMissing: procedure.query(({ ctx }) => ctx.read(countMissing)),
  makeMissing: procedure.mutation(({ ctx }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.makeMissing', (tx) => makeMissing(tx))
    return { ...result, operationId }
  }),
  /** A pasted list of orders with their numbers: what was understood of each line. */
  previewList: procedure
    .input(sentListInput)
    .mutation(({ ctx, input }) => ctx.rehearse((tx) => previewSentList(tx, input))),
  sendList: procedure.input(sentListInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('shipments.sendList', (tx) => sendList(tx, input))
    return { ...result, operationId }
  }),
}
