// The door to kept versions of documents.
import { procedure, router } from '#main/api/trpc.ts'
import { versionDiff, versionsOf } from '#main/services/versions/version-queries.ts'
import { recordRef } from '#shared/schemas/records.ts'
import { versionDiffInput } from '#shared/schemas/versions.ts'

export const versionsRouter = router({
  ofRecord: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => versionsOf(db, input))),
  diff: procedure.input(versionDiffInput).query(({ ctx, input }) => ctx.read((db) => versionDiff(db, input))),
})
