// The door to importing files.
import { z } from 'zod'
import { type Context, procedure, router } from '#main/api/trpc.ts'
import { inspectFile } from '#main/services/import/inspect-file.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { listMappings, removeMapping, saveMapping } from '#main/services/import/saved-mappings.ts'
import { runJob } from '#main/services/jobs/job.ts'
import { idField } from '#shared/schemas/fields.ts'
import { inspectInput, runInput, saveMappingInput } from '#shared/schemas/imports.ts'

type RunInput = z.output<typeof runInput>

export const importsRouter = router({
  inspect: procedure
    .input(inspectInput)
    .query(({ ctx, input: { file, ...chosen } }) => ctx.read((db) => inspectFile(db, ctx.files.find(file), chosen))),
  preview: procedure.input(runInput).mutation(({ ctx, input }) => {
    const job = ctx.job(input.jobId, 'imports.preview')
    return runJob(job, () => ctx.rehearse((tx) => runImport(tx, { files: filesOf(ctx, input), job, shelf: ctx.files })))
  }),
  run: procedure.input(runInput).mutation(({ ctx, input }) => {
    const job = ctx.job(input.jobId, 'imports.run')
    return runJob(job, () =>
      ctx.write('imports.run', (tx) => runImport(tx, { files: filesOf(ctx, input), job, shelf: ctx.files })),
    )
  }),
  mappings: procedure.query(({ ctx }) => ctx.read(listMappings)),
  saveMapping: procedure
    .input(saveMappingInput)
    .mutation(({ ctx, input }) =>
      ctx.write('imports.saveMapping', (tx) => ({ id: saveMapping(tx, input.name, input.headers, input.mapping) })),
    ),
  removeMapping: procedure
    .input(z.object({ id: idField }))
    .mutation(({ ctx, input }) => ctx.write('imports.removeMapping', (tx) => removeMapping(tx, input.id))),
})

function filesOf(ctx: Context, { files }: RunInput) {
  return files.map(({ file, mapping }) => ({ file: ctx.files.find(file), mapping }))
}
