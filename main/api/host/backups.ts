// Backups of the open book: made, listed, looked into, put back. By tokens; the host knows the paths.
import { z } from 'zod'
import { hostProcedure, router } from '#main/api/trpc.ts'
import {
  backupInput,
  backupRulesSchema,
  choosePlaceInput,
  makeBackupInput,
  saveBackupInput,
} from '#shared/schemas/backups.ts'

export const backupsRouter = router({
  state: hostProcedure.query(({ ctx }) => ctx.host.backups.state()),
  notices: hostProcedure.query(({ ctx }) => ctx.host.backups.notices()),
  list: hostProcedure.query(({ ctx }) => ctx.host.backups.list()),
  saveRules: hostProcedure.input(backupRulesSchema).mutation(({ ctx, input }) => ctx.host.backups.saveRules(input)),
  choosePlace: hostProcedure
    .input(choosePlaceInput)
    .mutation(({ ctx, input }) => ctx.host.backups.choosePlace(input.place, input.folder)),
  make: hostProcedure.input(makeBackupInput).mutation(({ ctx, input }) => ctx.host.backups.make(input.target)),
  chosen: hostProcedure.input(backupInput).query(({ ctx, input }) => ctx.host.backups.chosen(input.backup)),
  preview: hostProcedure.input(backupInput).query(({ ctx, input }) => ctx.host.backups.preview(input.backup)),
  restore: hostProcedure.input(backupInput).mutation(({ ctx, input }) => ctx.host.backups.restore(input.backup)),
  look: hostProcedure.input(backupInput).mutation(({ ctx, input }) => ctx.host.backups.look(input.backup)),
  backToBook: hostProcedure.mutation(({ ctx }) => ctx.host.backups.backToBook()),
  saveAs: hostProcedure
    .input(saveBackupInput)
    .mutation(({ ctx, input }) => ctx.host.backups.saveAs(input.backup, input.target)),
  remove: hostProcedure.input(backupInput).mutation(({ ctx, input }) => ctx.host.backups.remove(input.backup)),
  undoUpgrade: hostProcedure
    .input(z.object({ anyway: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => ctx.host.backups.undoUpgrade(input.anyway)),
  seeUpgrade: hostProcedure.mutation(({ ctx }) => ctx.host.backups.seeUpgrade()),
  putBack: hostProcedure.query(({ ctx }) => ctx.host.backups.putBack()),
})
