// Kept versions of documents, and what differs between two of them, as they travel.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'

/** `to` left out compares with the document as it stands. */
export const versionDiffInput = z.object({ from: idField, to: idField.nullable().default(null) })

export type VersionCause = 'before' | 'confirmed' | 'sent' | 'changed'

export type KeptVersion = {
  id: number
  version: number
  /** `before`: as it was before the first change that was kept. */
  cause: VersionCause
  /** Wall time of the copy that kept it, UTC ms. */
  at: number
  person: string | null
  /** The letters of the copy that kept it; empty for the one the book was made in. */
  copy: string
  /** Whether the document still stands as in this version. */
  isCurrent: boolean
}

export type FieldValue = string | number | null
export type FieldChange = { field: string; before: FieldValue; after: FieldValue }

export type VersionDiff = {
  /** Amounts of the fields are in these currencies. */
  currency: { before: string; after: string }
  fields: FieldChange[]
  lines: { what: 'added' | 'removed' | 'changed'; id: number; label: string; changes: FieldChange[] }[]
}
