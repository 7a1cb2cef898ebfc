// Files on records: certificates, contracts, pictures, whatever was dropped there.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { dayField, idField, noteField } from '#shared/schemas/fields.ts'
import type { PersonName } from '#shared/schemas/people.ts'
import { recordRef } from '#shared/schemas/records.ts'

/** The most that one file on a record may hold. Said in the refusal; nothing else sets it. */
export const attachmentLimitMb = 25
export const attachmentLimitBytes = attachmentLimitMb * 1024 * 1024

export const attachmentKinds = [
  'contract',
  'invoice',
  'packing_list',
  'certificate',
  'test_report',
  'licence',
  'customs',
  'transport',
  'payment',
  'drawing',
  'picture',
  'message',
  'other',
] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/**
 * A file's name without what no name can hold and without marks that turn the reading direction: `exe.fdp` must not read as
 * a PDF. At most 255 characters, of which the ending stays.
 */
export function cleanFileName(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]+/gu, ' ').trim()
  if (clean.length <= 255) return clean
  const ending = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? ''
  return clean.slice(0, 255 - ending.length) + ending
}

const nameField = z.string().transform(cleanFileName).pipe(z.string().min(1, 'required'))

/** `file` is a token of the file shelf; `thumbnail` a small JPEG in base64. A kind left out is guessed. */
export const addAttachmentInput = z.object({
  record: recordRef,
  file: z.string().max(100),
  thumbnail: z.string().max(200_000).nullable().default(null),
  kind: z.enum(attachmentKinds).optional(),
})

export const editAttachmentInput = z.object({
  id: idField,
  name: nameField,
  kind: z.enum(attachmentKinds),
  expiresOn: dayField.nullable(),
  note: noteField,
})
export type EditAttachmentInput = z.output<typeof editAttachmentInput>

export type RecordAttachment = {
  id: number
  name: string
  kind: AttachmentKind
  expiresOn: Day | null
  note: string
  size: number
  /** By its bytes, not its name. */
  isPicture: boolean
  /** This copy was made without files: what it holds is in another copy of the book. */
  isLeftOut: boolean
  /** A data URI; null where there is none. */
  thumbnail: string | null
  /** UTC ms on the clock of the copy that wrote it; null where the log does not reach back. */
  addedAt: number | null
  addedBy: PersonName | null
}

/** A file on the shelf, ready to be read in chunks or opened by the host. */
export type AttachmentContent = { token: string; name: string; size: number; mediaType: string }

/** `bytes` of everything the book keeps: contents of removed files and of products' pictures too. */
export type AttachmentTotal = { contents: number; bytes: number }
