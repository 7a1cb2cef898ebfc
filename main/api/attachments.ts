// The door to the files on records.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addAttachment, editAttachment, removeAttachment } from '#main/services/attachments/attachment-commands.ts'
import { attachmentContent, attachmentTotal, recordAttachments } from '#main/services/attachments/attachment-queries.ts'
import { addAttachmentInput, editAttachmentInput } from '#shared/schemas/attachments.ts'
import { idField } from '#shared/schemas/fields.ts'
import { recordRef } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })

export const attachmentsRouter = router({
  ofRecord: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => recordAttachments(db, input))),
  total: procedure.query(({ ctx }) => ctx.read(attachmentTotal)),
  content: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => attachmentContent(db, ctx.files, input.id))),
  add: procedure.input(addAttachmentInput).mutation(({ ctx, input }) => {
    const attachment = { ...input, file: ctx.files.find(input.file) }
    return ctx.write('attachments.add', (tx) => addAttachment(tx, attachment))
  }),
  edit: procedure
    .input(editAttachmentInput)
    .mutation(({ ctx, input }) => ctx.write('attachments.edit', (tx) => editAttachment(tx, input))),
  remove: procedure
    .input(one)
    .mutation(({ ctx, input }) => ctx.writeUndoable('attachments.remove', (tx) => removeAttachment(tx, input.id))),
})
