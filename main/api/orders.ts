// The door to sales orders.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import {
  addOrder,
  cancelOrders,
  confirmOrders,
  editOrder,
  setOrdersArchived,
} from '#main/services/orders/order-commands.ts'
import { listOrders } from '#main/services/orders/order-list.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { listInput } from '#shared/schemas/paging.ts'

const one = z.object({ id: idField })
const many = z.object({ ids: z.array(idField).min(1).max(100_000) })

export const ordersRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listOrders(db, input))),
  get: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => getOrder(db, input.id))),
  add: procedure.input(orderInput).mutation(({ ctx, input }) => ctx.write('orders.add', (tx) => addOrder(tx, input))),
  edit: procedure
    .input(z.object({ id: idField, order: orderInput }))
    .mutation(({ ctx, input }) => ctx.write('orders.edit', (tx) => editOrder(tx, input.id, input.order))),
  confirm: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('orders.confirm', (tx) => confirmOrders(tx, input.ids))),
  cancel: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('orders.cancel', (tx) => cancelOrders(tx, input.ids))),
  archive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('orders.archive', (tx) => setOrdersArchived(tx, input.ids, true))),
  unarchive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('orders.unarchive', (tx) => setOrdersArchived(tx, input.ids, false))),
})
