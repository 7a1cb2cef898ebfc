// The door to products.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addPicture, pictureSource, removePicture } from '#main/services/catalog/picture-commands.ts'
import { addProduct, editProduct, fillCosts, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { listProducts } from '#main/services/catalog/product-list.ts'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { fillCostsInput, productInput } from '#shared/schemas/catalog.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

/** `file` is a token of the file shelf; `thumbnail` a small JPEG in base64. */
const pictureInput = z.object({
  productId: idField,
  file: z.string().max(100),
  thumbnail: z.string().max(200_000).nullable().default(null),
})

export const productsRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listProducts(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'product', id: input.id }, getProduct(db, input.id))),
    ),
  add: procedure
    .input(productInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('products.add', (tx) => addProduct(tx, input)) })),
  edit: procedure.input(z.object({ id: idField, seen: seenField, product: productInput })).mutation(({ ctx, input }) =>
    ctx.write('products.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'product', id: input.id }, input.seen)
      return editProduct(tx, input.id, input.product)
    }),
  ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('products.archive', (tx) => setProductsArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('products.unarchive', (tx) => setProductsArchived(tx, targetIds(tx, input), false)),
    ),
  fillCosts: procedure
    .input(fillCostsInput)
    .mutation(({ ctx, input }) => ctx.write('products.fillCosts', (tx) => fillCosts(tx, input.rows))),
  addPicture: procedure.input(pictureInput).mutation(({ ctx, input }) => {
    const picture = { ...input, file: ctx.files.find(input.file) }
    return { id: ctx.write('products.addPicture', (tx) => addPicture(tx, picture)) }
  }),
  removePicture: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.write('products.removePicture', (tx) => removePicture(tx, input.id))),
  picture: procedure
    .input(z.object({ attachmentId: idField }))
    .query(({ ctx, input }) => ctx.read((db) => pictureSource(db, input.attachmentId))),
})
