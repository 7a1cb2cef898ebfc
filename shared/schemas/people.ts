// The people who use a book, as they travel.
import { z } from 'zod'
import { lineField, requiredLine } from '#shared/schemas/fields.ts'

export const personInput = z.object({
  name: requiredLine(100),
  nameZh: lineField(100),
  title: lineField(100),
  email: lineField(),
  phone: lineField(100),
})

export type PersonInput = z.output<typeof personInput>
export type PersonDraft = z.input<typeof personInput>
/** Who did something, in both languages; the second may be empty. */
export type PersonName = { name: string; nameZh: string }

export type Person = PersonInput & { id: number; archived: boolean }
