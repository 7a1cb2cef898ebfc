// The door to the book's own facts.

import { procedure, router } from '#main/api/trpc.ts'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { companyInput } from '#shared/schemas/book.ts'

export const bookRouter = router({
  facts: procedure.query(({ ctx }) => ctx.read((db) => bookFacts(db, ctx.personId))),
  saveCompany: procedure
    .input(companyInput)
    .mutation(({ ctx, input }) => ctx.write('book.saveCompany', (tx) => saveCompany(tx, input))),
})
