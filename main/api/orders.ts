// The door to sales orders: the orders themselves and the steps they take. What is sent and credited has its own page
// (dispatch.ts).

import { z } from 'zod'
import { dispatchProcedures } from '#main/api/dispatch.ts'
import { orderInsightProcedures } from '#main/api/order-insights.ts'
import { procedure, router } from '#main/api/trpc.ts'
import type { WriteTx } from '#main/db/database.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { confirmMany } from '#main/services/orders/confirm-many.ts'
import { addOrder, editOrder, setOrdersArchived } from '#main/services/orders/order-commands.ts'
import { listOrders } from '#main/services/orders/order-list.ts'
import { getOrder, orderTerms } from '#main/services/orders/order-queries.ts'
import {
  cancelOrders,
  closeOrders,
  confirmOrders,
  deliverOrders,
  holdOrders,
  reopenOrders,
  resumeOrders,
} from '#main/services/orders/order-steps.ts'
import { allSalesSettings, setSalesSetting } from '#main/services/orders/sales-settings.ts'
import { standOfOrder } from '#main/services/orders/stand-of-order.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { confirmManyInput } from '#shared/schemas/confirm-many.ts'
import { dayField, idField, lineField } from '#shared/schemas/fields.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'
import { setSalesInput } from '#shared/schemas/sales-settings.ts'

const one = z.object({ id: idField })
const target = z.object({ target: recordTarget })
const reason = lineField(500)

const confirming = target.extend({ on: dayField.optional(), despite: z.boolean().default(false) })
const cancelling = target.extend({ reason })
/** Said shortly: the orders alone. */
const alone = recordTarget.transform((orders) => ({ target: orders, despite: false }))

export const ordersRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listOrders(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) => ctx.read((db) => revised(db, { kind: 'order', id: input.id }, getOrder(db, input.id)))),
  lines: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => standOfOrder(db, input.id))),
  terms: procedure
    .input(z.object({ customerId: idField.nullable() }))
    .query(({ ctx, input }) => ctx.read((db) => orderTerms(db, input.customerId))),
  add: procedure.input(orderInput).mutation(({ ctx, input }) => ctx.write('orders.add', (tx) => addOrder(tx, input))),
  edit: procedure.input(z.object({ id: idField, seen: seenField, order: orderInput })).mutation(({ ctx, input }) =>
    ctx.write('orders.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'order', id: input.id }, input.seen)
      return editOrder(tx, input.id, input.order)
    }),
  ),
  confirm: procedure
    .input(z.union([confirming, alone]))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.confirm', (tx) => confirmOrders(tx, targetIds(tx, input.target), input)),
    ),
  /** What nothing speaks against; the rest is told with why. */
  confirmMany: procedure.input(confirmManyInput).mutation(({ ctx, input }) => {
    const confirm = (tx: WriteTx) => confirmMany(tx, targetIds(tx, input.target), input)
    const { result, operationId } = ctx.writeUndoable('orders.confirm', confirm)
    return { ...result, operationId }
  }),
  hold: procedure
    .input(target.extend({ reason }))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.hold', (tx) => holdOrders(tx, targetIds(tx, input.target), input.reason)),
    ),
  resume: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.resume', (tx) => resumeOrders(tx, targetIds(tx, input.target))),
    ),
  deliver: procedure
    .input(target.extend({ on: dayField.optional() }))
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.deliver', (tx) => deliverOrders(tx, targetIds(tx, input.target), input.on)),
    ),
  cancel: procedure.input(z.union([cancelling, alone])).mutation(({ ctx, input }) => {
    const why = 'reason' in input ? input.reason : ''
    return ctx.writeUndoable('orders.cancel', (tx) => cancelOrders(tx, targetIds(tx, input.target), why))
  }),
  close: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.close', (tx) => closeOrders(tx, targetIds(tx, input.target))),
    ),
  reopen: procedure
    .input(target)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('orders.reopen', (tx) => reopenOrders(tx, targetIds(tx, input.target))),
    ),
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
  ...dispatchProcedures,
  ...orderInsightProcedures,
  settings: procedure.query(({ ctx }) => ctx.read(allSalesSettings)),
  setSetting: procedure
    .input(setSalesInput)
    .mutation(({ ctx, input }) => ctx.write('orders.setSetting', (tx) => setSalesSetting(tx, input.key, input.value))),
})
