// The health of a book: what a check found, what takes the room, what a rescue brought over.
import { z } from 'zod'
import type { Instant } from '#shared/dates.ts'
import { currencyField } from '#shared/schemas/fields.ts'

const token = z.string().min(1).max(100)

export const healthCheckInput = z.object({ jobId: z.string().max(100) })

/** `file` null: the open book. `currency` only where the book no longer says what it reckons in. */
export const rescueInput = z.object({
  jobId: z.string().max(100),
  file: token.nullable(),
  target: token,
  currency: currencyField.nullable().default(null),
})
export type RescueInput = z.output<typeof rescueInput>

export type HealthCheck = {
  at: Instant
  ok: boolean
  /** By code of what was found: how often (at least), and where, for whoever helps. */
  problems: { code: string; count: number; where: string[] }[]
  counts: { operations: number; changes: number; products: number; parties: number; orders: number; orderLines: number }
  /** Operations whose content was erased since, and can no longer be proved. */
  unprovable: number
}

/** What takes the room in the file, in bytes. */
export type BookRoom = {
  records: number
  attachments: number
  log: number
  indexes: number
  free: number
}

export type HealthState = {
  size: number
  /** Last writes that are not folded into the file yet. */
  walSize: number
  /** Room on the disk that the book lies on; null where the system does not say. */
  freeBytes: number | null
  room: BookRoom
  lastCheck: HealthCheck | null
}

/** A book that does not open: its newest backup, if it has one. */
export type DamagedOffer = { token: string; fileName: string; backupAt: Instant | null }

export type RescueResult = {
  /** Opens the rescued book. */
  token: string
  fileName: string
  /** Nothing was lost. */
  isWhole: boolean
  tables: { table: string; rows: number; gaps: number; refused: number; isMissing: boolean }[]
  references: number
}
