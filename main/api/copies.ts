// The door to what a copy of the book would hold. Making one is the host's: it knows the places.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { copyFacts } from '#main/services/copies/copy-facts.ts'
import { redactionPreview } from '#main/services/copies/redaction-preview.ts'
import { redactionsField } from '#shared/schemas/copies.ts'

export const copiesRouter = router({
  facts: procedure.query(({ ctx }) => ctx.read(copyFacts)),
  preview: procedure
    .input(z.object({ redact: redactionsField }))
    .query(({ ctx, input }) => ctx.read((db) => redactionPreview(db, input.redact))),
})
