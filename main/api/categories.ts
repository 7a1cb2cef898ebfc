// The door to categories.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addCategory, editCategory, setCategoriesArchived } from '#main/services/catalog/category-commands.ts'
import { listCategories } from '#main/services/catalog/category-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { categoryInput } from '#shared/schemas/catalog.ts'
import { idField } from '#shared/schemas/fields.ts'
import { seenField } from '#shared/schemas/records.ts'

const many = z.object({ ids: z.array(idField).min(1).max(10_000) })

export const categoriesRouter = router({
  list: procedure
    .input(z.object({ archived: z.boolean().default(false) }).prefault({}))
    .query(({ ctx, input }) =>
      ctx.read((db) => listCategories(db, input).map((one) => revised(db, { kind: 'category', id: one.id }, one))),
    ),
  add: procedure
    .input(categoryInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('categories.add', (tx) => addCategory(tx, input)) })),
  edit: procedure
    .input(z.object({ id: idField, seen: seenField, category: categoryInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('categories.edit', (tx) => {
        refuseChangedSince(tx, { kind: 'category', id: input.id }, input.seen)
        return editCategory(tx, input.id, input.category)
      }),
    ),
  archive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('categories.archive', (tx) => setCategoriesArchived(tx, input.ids, true))),
  unarchive: procedure
    .input(many)
    .mutation(({ ctx, input }) =>
      ctx.write('categories.unarchive', (tx) => setCategoriesArchived(tx, input.ids, false)),
    ),
})
