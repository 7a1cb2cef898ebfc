// The door to warehouses and their bins.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import {
  addWarehouse,
  editWarehouse,
  removeWarehouse,
  setWarehousesArchived,
} from '#main/services/places/warehouse-commands.ts'
import { getWarehouse, listWarehouses } from '#main/services/places/warehouse-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { idField } from '#shared/schemas/fields.ts'
import { seenField } from '#shared/schemas/records.ts'
import { warehouseInput } from '#shared/schemas/warehouses.ts'

const one = z.object({ id: idField })
const many = z.object({ ids: z.array(idField).min(1).max(1000) })

export const warehousesRouter = router({
  list: procedure
    .input(z.object({ archived: z.boolean().default(false) }).default({ archived: false }))
    .query(({ ctx, input }) =>
      ctx.read((db) => listWarehouses(db, input).map((one) => revised(db, { kind: 'warehouse', id: one.id }, one))),
    ),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'warehouse', id: input.id }, getWarehouse(db, input.id))),
    ),
  add: procedure
    .input(warehouseInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('warehouses.add', (tx) => addWarehouse(tx, input)) })),
  edit: procedure
    .input(z.object({ id: idField, seen: seenField, warehouse: warehouseInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('warehouses.edit', (tx) => {
        refuseChangedSince(tx, { kind: 'warehouse', id: input.id }, input.seen)
        return editWarehouse(tx, input.id, input.warehouse)
      }),
    ),
  archive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('warehouses.archive', (tx) => setWarehousesArchived(tx, input.ids, true))),
  unarchive: procedure
    .input(many)
    .mutation(({ ctx, input }) =>
      ctx.write('warehouses.unarchive', (tx) => setWarehousesArchived(tx, input.ids, false)),
    ),
  remove: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.write('warehouses.remove', (tx) => removeWarehouse(tx, input.id))),
})
