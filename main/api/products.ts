// The door to products.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addProduct, editProduct, fillCosts, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { listProducts } from '#main/services/catalog/product-list.ts'
import { getProduct, suggestProducts } from '#main/services/catalog/product-queries.ts'
import { fillCostsInput, productInput } from '#shared/schemas/catalog.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'

const one = z.object({ id: idField })
const many = z.object({ ids: z.array(idField).min(1).max(100_000) })

export const productsRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listProducts(db, input))),
  get: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => getProduct(db, input.id))),
  suggest: procedure
    .input(z.object({ text: z.string().max(200) }))
    .query(({ ctx, input }) => ctx.read((db) => suggestProducts(db, input.text))),
  add: procedure
    .input(productInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('products.add', (tx) => addProduct(tx, input)) })),
  edit: procedure
    .input(z.object({ id: idField, product: productInput }))
    .mutation(({ ctx, input }) => ctx.write('products.edit', (tx) => editProduct(tx, input.id, input.product))),
  archive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('products.archive', (tx) => setProductsArchived(tx, input.ids, true))),
  unarchive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('products.unarchive', (tx) => setProductsArchived(tx, input.ids, false))),
  fillCosts: procedure
    .input(fillCostsInput)
    .mutation(({ ctx, input }) => ctx.write('products.fillCosts', (tx) => fillCosts(tx, input.rows))),
})
