// The door to what this copy remembers of its merges. Bringing a copy in is the host's (`host.merge`).
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { seeUnwritten, unwrittenChoices } from '#main/services/merge/unwritten-choices.ts'
import { idField } from '#shared/schemas/fields.ts'

export const mergesRouter = router({
  unwritten: procedure.query(({ ctx }) => ctx.read(unwrittenChoices)),
  seeUnwritten: procedure
    .input(z.object({ id: idField }))
    .mutation(({ ctx, input }) => ctx.write('merges.seeUnwritten', (tx) => seeUnwritten(tx, input.id))),
})
