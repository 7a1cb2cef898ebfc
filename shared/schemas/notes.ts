// Notes on records: plain text of any length, pinned or not.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import { recordRef } from '#shared/schemas/records.ts'

export const noteLimit = 20_000
const noteText = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trimEnd())
  .pipe(
    z
      .string()
      .max(noteLimit)
      .refine((text) => text.trim() !== '', 'required'),
  )

export const addNoteInput = z.object({ record: recordRef, text: noteText })
export const editNoteInput = z.object({ id: idField, text: noteText })
export const pinNoteInput = z.object({ id: idField, isPinned: z.boolean() })

export type RecordNote = {
  id: number
  text: string
  isPinned: boolean
  /** Whether the text was changed after it was written. */
  isEdited: boolean
  person: PersonName | null
  /** UTC ms; null where the log does not reach back. */
  at: number | null
}
