// The door to sales orders.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import {
  addOrder,
  cancelOrders,
  confirmOrders,
  editOrder,
  setOrdersArchived,
} from '#main/services/orders/order-commands.ts'
import { listOrders } from '#main/services/orders/order-list.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { idField } from '#shared/schemas/fields.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const ordersRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listOrders(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) => ctx.read((db) => revised(db, { kind: 'order', id: input.id }, getOrder(db, input.id)))),
  add: procedure.input(orderInput).mutation(({ ctx, input }) => ctx.write('orders.add', (tx) => addOrder(tx, input))),
  edit: procedure.input(z.object({ id: idField, seen: seenField, order: orderInput })).mutation(({ ctx, input }) =>
    ctx.write('orders.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'order', id: input.id }, input.seen)
      return editOrder(tx, input.id, input.order)
    }),
  ),
  confirm: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) => ctx.writeUndoable('orders.confirm', (tx) => confirmOrders(tx, targetIds(tx, input)))),
  cancel: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) => ctx.writeUndoable('orders.cancel', (tx) => cancelOrders(tx, targetIds(tx, input)))),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.archive', (tx) => setOrdersArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.unarchive', (tx) => setOrdersArchived(tx, targetIds(tx, input), false)),
    ),
})
