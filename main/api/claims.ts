// The door to claims against suppliers.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addClaim, editClaim, removeClaim } from '#main/services/receiving/claim-commands.ts'
import { claimsOf, getClaim } from '#main/services/receiving/claim-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { claimInput, claimsOfInput } from '#shared/schemas/claims.ts'
import { idField } from '#shared/schemas/fields.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const claimsRouter = router({
  /** Of an order, of a supplier, or all. */
  list: procedure.input(claimsOfInput).query(({ ctx, input }) => ctx.read((db) => claimsOf(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) => ctx.read((db) => revised(db, { kind: 'claim', id: input.id }, getClaim(db, input.id)))),
  add: procedure.input(claimInput).mutation(({ ctx, input }) => ctx.write('claims.add', (tx) => addClaim(tx, input))),
  edit: procedure.input(one.extend({ seen: seenField, claim: claimInput })).mutation(({ ctx, input }) =>
    ctx.write('claims.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'claim', id: input.id }, input.seen)
      return editClaim(tx, input.id, input.claim)
    }),
  ),
  remove: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('claims.remove', (tx) => removeClaim(tx, input.id))),
})
