// The door to tracking: numbers, events in, and the rules of what they mean.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { listCouriers, listSources, recognise } from '#main/services/tracking/couriers.ts'
import { addEvent, removeEvents, setEventState } from '#main/services/tracking/event-commands.ts'
import { eventsOf, eventsOfShipment, recentlyHeard } from '#main/services/tracking/event-queries.ts'
import { eventsFile } from '#main/services/tracking/events-file.ts'
import { keepPaste } from '#main/services/tracking/keep-paste.ts'
import { rereadEvents, rereadPreview } from '#main/services/tracking/reread-events.ts'
import { orderRules, removeRule, setRule, trackingRules, tryRule } from '#main/services/tracking/tracking-rules.ts'
import { understandEvents } from '#main/services/tracking/understand-events.ts'
import { idField } from '#shared/schemas/fields.ts'
import {
  addInput,
  eventInput,
  eventsFileInput,
  eventsOfInput,
  recentInput,
  recogniseInput,
  setEventStateInput,
  setRuleInput,
  tryRuleInput,
  understandInput,
} from '#shared/schemas/tracking.ts'

const one = z.object({ id: idField })

export const trackingRouter = router({
  /** Whose a number could be, with its check digit. */
  recognise: procedure.input(recogniseInput).query(({ ctx, input }) => ctx.read((db) => recognise(db, input.number))),
  couriers: procedure.query(() => listCouriers()),
  sources: procedure.query(() => listSources()),
  /** What was understood of a paste; writes nothing. */
  understand: procedure.input(understandInput).query(({ ctx, input }) => ctx.read((db) => understandEvents(db, input))),
  add: procedure.input(addInput).mutation(({ ctx, input }) => {
    const { result, operationId } = ctx.writeUndoable('tracking.add', (tx) => keepPaste(tx, input))
    return { ...result, operationId }
  }),
  /** Gives the event and where its shipment is now. */
  addEvent: procedure
    .input(eventInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('tracking.addEvent', (tx) => addEvent(tx, input))),
  setState: procedure
    .input(setEventStateInput)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('tracking.setState', (tx) => setEventState(tx, input.id, input.state)),
    ),
  remove: procedure
    .input(z.object({ ids: z.array(idField).min(1).max(1000) }))
    .mutation(({ ctx, input }) => ctx.writeUndoable('tracking.remove', (tx) => removeEvents(tx, input.ids))),
  events: procedure.input(eventsOfInput).query(({ ctx, input }) => ctx.read((db) => eventsOf(db, input.shipmentId))),
  eventsOf: procedure
    .input(eventsOfInput)
    .query(({ ctx, input }) => ctx.read((db) => eventsOfShipment(db, input.shipmentId))),
  /** Events as a file of AfterShip's or 17TRACK's shape, on the shelf. */
  eventsFile: procedure
    .input(eventsFileInput)
    .query(({ ctx, input }) => ctx.read((db) => eventsFile(db, ctx.files, input))),
  recent: procedure.input(recentInput).query(({ ctx, input }) => ctx.read((db) => recentlyHeard(db, input.limit))),
  rules: procedure.query(({ ctx }) => ctx.read(trackingRules)),
  /** Which rule reads a text, and as what. */
  tryRule: procedure.input(tryRuleInput).query(({ ctx, input }) => ctx.read((db) => tryRule(db, input))),
  setRule: procedure
    .input(setRuleInput)
    .mutation(({ ctx, input }) => ctx.write('tracking.setRule', (tx) => setRule(tx, input))),
  removeRule: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('tracking.removeRule', (tx) => removeRule(tx, input.id))),
  orderRules: procedure
    .input(z.object({ ids: z.array(idField).max(5000) }))
    .mutation(({ ctx, input }) => ctx.write('tracking.orderRules', (tx) => orderRules(tx, input.ids))),
  /** How many kept events the rules of today read otherwise. */
  rereadPreview: procedure.query(({ ctx }) => ctx.read(rereadPreview)),
  reread: procedure.mutation(({ ctx }) => {
    const { result, operationId } = ctx.writeUndoable('tracking.reread', rereadEvents)
    return { ...result, operationId }
  }),
})
