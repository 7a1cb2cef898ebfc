// The door to customers, suppliers and carriers.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { eraseParty, erasureOf, isPurged, previewErasure } from '#main/services/parties/erase-party.ts'
import { addParty, editParty, setPartiesArchived } from '#main/services/parties/party-commands.ts'
import { listParties } from '#main/services/parties/party-list.ts'
import { getParty } from '#main/services/parties/party-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { eraseInput, erasureTarget } from '#shared/schemas/erasure.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { partyInput, partyRoles } from '#shared/schemas/parties.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })
const role = z.enum(partyRoles)

export const partiesRouter = router({
  list: procedure.input(listInput.extend({ role })).query(({ ctx, input }) => ctx.read((db) => listParties(db, input))),
  get: procedure
    .input(one)
    .query(({ ctx, input }) => ctx.read((db) => revised(db, { kind: 'party', id: input.id }, getParty(db, input.id)))),
  add: procedure
    .input(partyInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('parties.add', (tx) => addParty(tx, input)) })),
  edit: procedure.input(z.object({ id: idField, seen: seenField, party: partyInput })).mutation(({ ctx, input }) =>
    ctx.write('parties.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'party', id: input.id }, input.seen)
      return editParty(tx, input.id, input.party)
    }),
  ),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('parties.archive', (tx) => setPartiesArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('parties.unarchive', (tx) => setPartiesArchived(tx, targetIds(tx, input), false)),
    ),
  /** What erasing a person would take and leave; when one was erased; doing it, for good. */
  erasePreview: procedure.input(erasureTarget).query(({ ctx, input }) => ctx.read((db) => previewErasure(db, input))),
  erasure: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => erasureOf(db, input.id))),
  erase: procedure.input(eraseInput).mutation(({ ctx, input }) => ({
    rows: ctx.write('parties.erase', (tx) => eraseParty(tx, input)),
    isPurged: ctx.read(isPurged),
  })),
})
