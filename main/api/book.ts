// The door to the book's own facts: the company, its pictures, its special days.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import type { LogSteps } from '#main/db/verify-log.ts'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { companyPicture, removeCompanyPicture, setCompanyPicture } from '#main/services/book/company-pictures.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import { headsSheet, proveAgainst } from '#main/services/book/heads.ts'
import {
  addSpecialDays,
  editSpecialDays,
  listSpecialDays,
  pasteSpecialDays,
  previewSpecialDays,
  removeSpecialDays,
} from '#main/services/book/special-days.ts'
import { runJob } from '#main/services/jobs/job.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { companyInput, companyPictures } from '#shared/schemas/book.ts'
import { idField } from '#shared/schemas/fields.ts'
import { proveInput } from '#shared/schemas/heads.ts'
import { seenField } from '#shared/schemas/records.ts'
import { pastedDaysInput, specialDaysInput } from '#shared/schemas/special-days.ts'

const company = { kind: 'company', id: 1 } as const

const whichPicture = z.object({ which: z.enum(companyPictures) })

const someDays = z.object({ ids: z.array(idField).min(1).max(5000) })

/** `file` is a token of the file shelf; `thumbnail` a small JPEG in base64. */
const pictureInput = whichPicture.extend({
  file: z.string().max(100),
  thumbnail: z.string().max(200_000).nullable().default(null),
})

export const bookRouter = router({
  facts: procedure.query(({ ctx }) => ctx.read((db) => bookFacts(db, ctx.personId))),
  company: procedure.query(({ ctx }) => ctx.read((db) => revised(db, company, companyProfile(db)))),
  saveCompany: procedure
    .input(companyInput.extend({ seen: seenField }))
    .mutation(({ ctx, input: { seen, ...input } }) =>
      ctx.write('book.saveCompany', (tx) => {
        refuseChangedSince(tx, company, seen)
        return saveCompany(tx, input)
      }),
    ),
  /** The heads to keep elsewhere, and the proof against kept ones: a job, for it reads the whole log. */
  heads: procedure.query(({ ctx }) => ctx.read(headsSheet)),
  prove: procedure.input(proveInput).query(({ ctx, input }) => {
    const job = ctx.job(input.jobId, 'book.prove')
    const steps: LogSteps = (phase, done, total) => {
      job.stopIfCancelled()
      job.progress(phase, done, total)
    }
    return runJob(job, () => ctx.read((db) => proveAgainst(db, input.heads, { steps })))
  }),
  picture: procedure.input(whichPicture).query(({ ctx, input }) => ctx.read((db) => companyPicture(db, input.which))),
  setPicture: procedure.input(pictureInput).mutation(({ ctx, input }) => {
    const picture = { ...input, file: ctx.files.find(input.file) }
    return ctx.write('book.setPicture', (tx) => setCompanyPicture(tx, picture))
  }),
  removePicture: procedure
    .input(whichPicture)
    .mutation(({ ctx, input }) => ctx.write('book.removePicture', (tx) => removeCompanyPicture(tx, input.which))),
  specialDays: procedure.query(({ ctx }) => ctx.read(listSpecialDays)),
  addSpecialDays: procedure
    .input(specialDaysInput)
    .mutation(({ ctx, input }) => ctx.write('book.addSpecialDays', (tx) => addSpecialDays(tx, input))),
  editSpecialDays: procedure
    .input(someDays.extend({ days: specialDaysInput }))
    .mutation(({ ctx, input }) =>
      ctx.write('book.editSpecialDays', (tx) => editSpecialDays(tx, input.ids, input.days)),
    ),
  removeSpecialDays: procedure
    .input(someDays)
    .mutation(({ ctx, input }) => ctx.write('book.removeSpecialDays', (tx) => removeSpecialDays(tx, input.ids))),
  previewSpecialDays: procedure
    .input(pastedDaysInput)
    .query(({ ctx, input }) => ctx.read((db) => previewSpecialDays(db, input.text))),
  pasteSpecialDays: procedure
    .input(pastedDaysInput)
    .mutation(({ ctx, input }) => ctx.write('book.pasteSpecialDays', (tx) => pasteSpecialDays(tx, input.text))),
})
