// Backups of a book: why each was made, where they lie (as tokens, never as paths), when new ones are due.
import { z } from 'zod'
import type { Instant } from '#shared/dates.ts'
import type { Failure } from '#shared/errors.ts'

/** Why a backup was made. `other`: a copy of the book that somebody put there. */
export const backupCauses = [
  'quit',
  'hourly',
  'daily',
  'manual',
  'upgrade',
  'import',
  'merge',
  'restore',
  'other',
] as const
export type BackupCause = (typeof backupCauses)[number]

/** Causes whose backups are kept up to a number; the others stay until somebody deletes them. */
export const countedCauses = ['quit', 'hourly', 'daily', 'upgrade', 'import', 'merge', 'restore'] as const
export type CountedCause = (typeof countedCauses)[number]

/** Those made by the clock or at the end, which can be switched off. */
const scheduledCauses = ['quit', 'hourly', 'daily'] as const
export type ScheduledCause = (typeof scheduledCauses)[number]

const count = (usual: number) => z.number().int().min(1).max(500).default(usual)

export const backupRulesSchema = z.object({
  on: z.object({
    quit: z.boolean().default(true),
    hourly: z.boolean().default(true),
    daily: z.boolean().default(true),
  }),
  /** How many of each are kept in each place. */
  keep: z.object({
    quit: count(5),
    hourly: count(6),
    daily: count(14),
    upgrade: count(3),
    import: count(5),
    merge: count(5),
    restore: count(5),
  }),
})
export type BackupRules = z.output<typeof backupRulesSchema>
export type KeepCounts = BackupRules['keep']

const placeToken = z.string().min(1).max(100)

/** `main` is beside the book unless a folder was chosen; `second` is another disk or a stick, or nothing. */
const backupPlaceKinds = ['main', 'second'] as const
export type BackupPlaceKind = (typeof backupPlaceKinds)[number]

/** A folder's token, or null: beside the book for `main`, none for `second`. */
export const choosePlaceInput = z.object({ place: z.enum(backupPlaceKinds), folder: placeToken.nullable() })

export const backupInput = z.object({ backup: placeToken })
export const saveBackupInput = backupInput.extend({ target: placeToken })
export const makeBackupInput = z.object({ target: placeToken.nullable().default(null) })

export type BackupPlace = {
  kind: BackupPlaceKind
  /** The folder's own name; empty for the one beside the book. */
  folder: string
  isBesideBook: boolean
  isThere: boolean
  freeBytes: number | null
  usedBytes: number
  count: number
  lastAt: Instant | null
  /** The last try, where it failed. */
  failure: { at: Instant; error: Failure } | null
}

export type BackupRow = {
  token: string
  place: BackupPlaceKind | 'chosen'
  fileName: string
  cause: BackupCause
  madeAt: Instant
  size: number
  /** What the file says of itself; null where it cannot be read. */
  facts: { lastWorkAt: Instant | null; lastPerson: string; schemaVersion: number } | null
}

export type UpgradeOffer = {
  backup: string
  upgradedAt: Instant
  madeAt: Instant
  fromVersion: number
  /** Operations written since; they would be gone. */
  workSince: number
  isSeen: boolean
}

export type BackupState = {
  rules: BackupRules
  places: BackupPlace[]
  /** False while what is in the book is in no backup yet. */
  isUpToDate: boolean
  lastAt: Instant | null
  isWorking: boolean
  upgrade: UpgradeOffer | null
}

/** What is said on every screen, without looking into any file. */
export type BackupNotices = {
  failures: { place: BackupPlaceKind; folder: string; at: Instant; error: Failure }[]
  /** The book was brought up to this program's format at this moment; null once the notice was put away. */
  upgradedAt: Instant | null
  /** The newest backup by its name, and whether work waits longer than the rules promise; null where nothing is to be said. */
  last: { at: Instant | null; isOverdue: boolean } | null
}

/** Records of one kind that differ between a backup and the book as it is. */
export type KindDifference = { table: string; added: number; changed: number; removed: number }

export type WorkDifference = {
  operations: number
  firstAt: Instant | null
  lastAt: Instant | null
  people: string[]
  kinds: KindDifference[]
}

export type BackupPreview = {
  token: string
  fileName: string
  cause: BackupCause
  madeAt: Instant
  size: number
  companyName: string
  schemaVersion: number
  lastWorkAt: Instant | null
  lastPerson: string
  counts: { table: string; before: number; now: number | null }[]
  /** Done since the backup: gone by a restore. */
  since: WorkDifference
  /** In the backup and not in the book: back by a restore. */
  back: WorkDifference
  /** The book's own format; a backup of an older one is brought up to it. */
  isOlderFormat: boolean
}

/** A book that was put back as it was before an upgrade: closed, and what opens it. */
export type PutBack = { fileName: string; format: number; programFormat: number; program: string | null }
