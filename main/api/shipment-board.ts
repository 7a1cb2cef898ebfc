// The door to the board of shipments and to their map; all of it is called under `shipments`.
import { procedure } from '#main/api/trpc.ts'
import { moreBoardCards, shipmentBoard } from '#main/services/shipments/board.ts'
import { shipmentMap } from '#main/services/shipments/shipment-map.ts'
import { boardCardsInput, boardInput, shipmentMapInput } from '#shared/schemas/shipment-board.ts'

export const boardProcedures = {
  board: procedure.input(boardInput.prefault({})).query(({ ctx, input }) => ctx.read((db) => shipmentBoard(db, input))),
  boardCards: procedure.input(boardCardsInput).query(({ ctx, input }) => ctx.read((db) => moreBoardCards(db, input))),
  /** Lanes between places and where things are now. */
  map: procedure
    .input(shipmentMapInput.prefault({}))
    .query(({ ctx, input }) => ctx.read((db) => shipmentMap(db, input))),
}
