// The door to papers and their templates.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { listPapers, papersOfRecord } from '#main/services/papers/paper-list.ts'
import { getPaper, paperHtml } from '#main/services/papers/paper-queries.ts'
import { markPaperSent, setPapersArchived, voidPaper } from '#main/services/papers/paper-status.ts'
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import {
  copyTemplate,
  removeTemplate,
  saveTemplate,
  setDefaultTemplate,
  uploadTemplate,
} from '#main/services/papers/templates/template-commands.ts'
import {
  checkTemplate,
  downloadTemplate,
  getTemplate,
  listTemplates,
} from '#main/services/papers/templates/template-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import {
  checkTemplateInput,
  markSentInput,
  paperKinds,
  paperWish,
  previewInput,
  saveTemplateInput,
  startInput,
  templateIdField,
  voidInput,
} from '#shared/schemas/papers.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'
import { recordRef } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })
const template = z.object({ id: templateIdField })

const templatesRouter = router({
  list: procedure
    .input(z.object({ kind: z.enum(paperKinds).nullable().default(null) }))
    .query(({ ctx, input }) => ctx.read((db) => listTemplates(db, input.kind))),
  get: procedure.input(template).query(({ ctx, input }) => ctx.read((db) => getTemplate(db, input.id))),
  check: procedure.input(checkTemplateInput).query(({ ctx, input }) => ctx.read((db) => checkTemplate(db, input))),
  copy: procedure
    .input(template.extend({ name: z.string().trim().min(1).max(120) }))
    .mutation(({ ctx, input }) => ctx.write('papers.copyTemplate', (tx) => copyTemplate(tx, input))),
  save: procedure
    .input(saveTemplateInput)
    .mutation(({ ctx, input }) => ctx.write('papers.saveTemplate', (tx) => saveTemplate(tx, input))),
  remove: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.write('papers.removeTemplate', (tx) => removeTemplate(tx, input.id))),
  setDefault: procedure
    .input(template)
    .mutation(({ ctx, input }) => ctx.write('papers.setDefaultTemplate', (tx) => setDefaultTemplate(tx, input.id))),
  download: procedure
    .input(template)
    .query(({ ctx, input }) => ctx.read((db) => downloadTemplate(db, ctx.files, input.id))),
  upload: procedure
    .input(z.object({ token: z.string().max(100) }))
    .mutation(({ ctx, input }) =>
      ctx.write('papers.uploadTemplate', (tx) => uploadTemplate(tx, ctx.files.find(input.token))),
    ),
})

export const papersRouter = router({
  templates: templatesRouter,
  start: procedure.input(startInput).query(({ ctx, input }) => ctx.read((db) => startPaper(db, input, db.now))),
  preview: procedure.input(previewInput).query(({ ctx, input }) => ctx.read((db) => previewPaper(db, input, db.now))),
  issue: procedure
    .input(paperWish)
    .mutation(({ ctx, input }) => ctx.write('papers.issue', (tx) => issuePaper(tx, input))),
  get: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => getPaper(db, input.id))),
  html: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => paperHtml(db, input.id))),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listPapers(db, input))),
  ofRecord: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => papersOfRecord(db, input))),
  markSent: procedure
    .input(markSentInput)
    .mutation(({ ctx, input }) => ctx.write('papers.markSent', (tx) => markPaperSent(tx, input))),
  void: procedure.input(voidInput).mutation(({ ctx, input }) => ctx.write('papers.void', (tx) => voidPaper(tx, input))),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('papers.archive', (tx) => setPapersArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('papers.unarchive', (tx) => setPapersArchived(tx, targetIds(tx, input), false)),
    ),
})
