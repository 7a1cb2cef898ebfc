// The heads of a book: the last operation of every copy with its hash, kept elsewhere to prove later that nothing below was
// altered.
import { z } from 'zod'
import type { Instant } from '#shared/dates.ts'

/** What such a file calls itself. */
export const headsFormat = 'quayside-heads'

const headSchema = z.object({
  copy: z.number().int().min(1),
  sequence: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Head = z.output<typeof headSchema>

export const headsFileSchema = z.object({
  format: z.literal(headsFormat),
  version: z.literal(1),
  /** The book's own name for itself, the same in all its copies. */
  book: z.string().min(1).max(100),
  company: z.string().max(1000).default(''),
  takenAt: z.iso.datetime(),
  heads: z.array(headSchema).max(10_000),
})
export type HeadsFile = z.output<typeof headsFileSchema>

export const proveInput = z.object({ heads: headsFileSchema, jobId: z.string().min(1).max(100) })

/** here: this very operation · differs: another one stands in its place · missing: the book has none of this number. */
export type HeadState = 'here' | 'differs' | 'missing'

export type Proof = {
  /** False where the heads are another book's; then nothing else was looked at. */
  isSameBook: boolean
  /** Every head is here and everything below it agrees with its hashes. */
  isUnaltered: boolean
  takenAt: string
  heads: (Head & { letters: string; state: HeadState })[]
  /** What in the log does not fit. */
  problems: number
  /** Operations whose content was erased since and is no longer provable (from before schema 190). */
  unprovable: number
  /** Operations written since the heads were taken. */
  later: number
}

/** The heads as the screen and the sheet show them. */
export type HeadsSheet = {
  file: HeadsFile
  heads: (Head & { letters: string; person: string; at: Instant })[]
  operations: number
  /** A code of the same content as an SVG, for a telephone to read; null where there are too many heads. */
  code: string | null
}
