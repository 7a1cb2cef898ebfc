// The door to the notes on records; they are read as part of the timeline, pinned ones by themselves.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addNote, editNote, pinNote, removeNote } from '#main/services/notes/note-commands.ts'
import { pinnedNotes } from '#main/services/notes/note-queries.ts'
import { idField } from '#shared/schemas/fields.ts'
import { addNoteInput, editNoteInput, pinNoteInput } from '#shared/schemas/notes.ts'
import { recordRef } from '#shared/schemas/records.ts'

export const notesRouter = router({
  pinned: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => pinnedNotes(db, input))),
  add: procedure
    .input(addNoteInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('notes.add', (tx) => addNote(tx, input.record, input.text)) })),
  edit: procedure
    .input(editNoteInput)
    .mutation(({ ctx, input }) => ctx.write('notes.edit', (tx) => editNote(tx, input.id, input.text))),
  pin: procedure
    .input(pinNoteInput)
    .mutation(({ ctx, input }) => ctx.write('notes.pin', (tx) => pinNote(tx, input.id, input.isPinned))),
  remove: procedure
    .input(z.object({ id: idField }))
    .mutation(({ ctx, input }) => ctx.writeUndoable('notes.remove', (tx) => removeNote(tx, input.id))),
})
