// Copies of a book that leave the house: plain, under a passphrase, or with what others should not see taken out.
import { z } from 'zod'

/** What a copy can be made without. Any of it takes running text (notes, tasks, files, versions) along. */
export const redactions = ['personal', 'costs', 'suppliers'] as const
export type Redaction = (typeof redactions)[number]

const tokenField = z.string().min(1).max(100)
const jobField = z.string().min(1).max(100)

/** Long enough for a sentence; what is empty or blank protects nothing. */
export const passphraseField = z
  .string()
  .max(1000)
  .refine((text) => text.trim() !== '', 'required')

const copyLanguages = ['en', 'zh-CN'] as const

export const redactionsField = z
  .array(z.enum(redactions))
  .transform((chosen) => redactions.filter((one) => chosen.includes(one)))

export const makeCopyInput = z.object({
  /** Where to: the token of a file to be written. Null puts the copy on the shelf, to be downloaded. */
  target: tokenField.nullable(),
  /** The file's name where it is downloaded. */
  name: z.string().trim().min(1).max(200),
  /** Whether a file that is there already may be replaced. */
  replace: z.boolean().default(false),
  withAttachments: z.boolean().default(true),
  passphrase: passphraseField.nullable().default(null),
  redact: redactionsField.default([]),
  /** The language of the words that stand for what was taken out ("Customer 12"). */
  language: z.enum(copyLanguages).default('en'),
  jobId: jobField,
})
export type MakeCopyInput = z.output<typeof makeCopyInput>

export const openCopyInput = z.object({
  file: tokenField,
  passphrase: passphraseField,
  /** The token of the book to be written. */
  target: tokenField,
  replace: z.boolean().default(false),
  jobId: jobField,
})
export type OpenCopyInput = z.output<typeof openCopyInput>

/** What lies in the book now, for whoever chooses what a copy should hold. */
export type CopyFacts = {
  companyName: string
  /** About what a plain copy weighs. */
  bytes: number
  files: number
  fileBytes: number
  /** Files whose content this copy does not have itself. */
  filesLeftOut: number
}

/** Rows of a table that lose something: whole, or some of their columns. */
export type RedactedTable = { table: string; rows: number; isWhole: boolean; columns: readonly string[] }

export type RedactionPreview = { tables: RedactedTable[] }

/** Removed texts that the copy holds all the same, because they also stand where nothing is taken out. */
export type StandingText = { table: string; column: string; texts: number; examples: string[] }

/** What was looked at to prove that a copy holds nothing of what was taken out. Any find would have kept it from being made. */
export type RedactionProof = {
  tables: RedactedTable[]
  /** Different texts that were taken out and looked for in every byte of the file. */
  texts: number
  bytes: number
  /** Amounts and references that were emptied, each column looked through. */
  columns: number
  standing: StandingText[]
}

export type MadeCopy = {
  name: string
  size: number
  isEncrypted: boolean
  /** Files whose content was left out. */
  leftOut: number
  redact: Redaction[]
  proof: RedactionProof | null
  /** The shelf's token, where it is to be downloaded. */
  file: string | null
}

export type OpenedCopy = { name: string; size: number; token: string; companyName: string }
