// Brings a book to this program's schema: all pending steps and checks in one transaction, or nothing.

import { bareTx } from '#main/db/bare-tx.ts'
import { applicationId, type Connection, type WriteTx } from '#main/db/database.ts'
import { makeLogTriggers } from '#main/db/log-triggers.ts'
import { type Migration, migrations as shipped } from '#main/db/migrations.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

type Applied = { number: number; name: string; checksum: string }

/** Where a book keeps which steps it has had. */
export const migrationsTable = `CREATE TABLE IF NOT EXISTS migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT`

/** The schema version of a book file: the number of its last step, 0 for an empty file. */
export function schemaVersion(connection: Connection): number {
  return connection.pragma('user_version', { simple: true }) as number
}

/** The steps that the book still lacks. Refuses a book from a newer program, and steps edited after they were applied. */
export function pendingMigrations(connection: Connection, steps: readonly Migration[] = shipped): Migration[] {
  const newest = steps.at(-1)?.number ?? 0
  const version = schemaVersion(connection)
  if (version > newest) throw new AppError('book/from-newer-version', { book: version, program: newest })
  const noted = appliedMigrations(connection)
  // Both are written by each step: where they differ, one of them was not written by us.
  if (version !== (noted.at(-1)?.number ?? 0)) throw new AppError('book/damaged', { reason: 'version' })
  for (const applied of noted) {
    const step = steps.find((candidate) => candidate.number === applied.number)
    if (step?.checksum !== applied.checksum) {
      throw new AppError('book/migration-edited', { step: `${applied.number}_${applied.name}` })
    }
  }
  return steps.filter((step) => step.number > version)
}

function appliedMigrations(connection: Connection): Applied[] {
  const exists = connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get()
  return exists
    ? (connection.prepare('SELECT number, name, checksum FROM migrations ORDER BY number').all() as Applied[])
    : []
}

/** Works out anew what is derived from rows that steps brought to this schema; `from` is the one they had. */
export type AfterUpgrade = (tx: WriteTx, from: number) => void

type Upgrade = { steps?: readonly Migration[]; afterUpgrade?: AfterUpgrade | undefined }

/** Runs the pending steps. Log triggers are made anew afterwards, so the steps themselves are not captured. */
export function migrate(connection: Connection, now: number, { steps = shipped, afterUpgrade }: Upgrade = {}): void {
  const pending = pendingMigrations(connection, steps)
  if (pending.length === 0) return
  // A step may rebuild a table that others point at; the check after all steps makes up for it.
  connection.pragma('foreign_keys = OFF')
  try {
    connection
      .transaction(() => {
        const from = schemaVersion(connection)
        applySteps(connection, pending, now)
        afterUpgrade?.(bareTx(connection, now as Instant), from)
      })
      .immediate()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function applySteps(connection: Connection, pending: readonly Migration[], now: number): void {
  const brokenBefore = brokenReferences(connection)
  connection.pragma(`application_id = ${applicationId}`)
  connection.exec(migrationsTable)
  dropLogTriggers(connection)
  const note = connection.prepare('INSERT INTO migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
  for (const step of pending) {
    connection.exec(step.sql)
    note.run(step.number, step.name, step.checksum, now)
    connection.pragma(`user_version = ${step.number}`)
  }
  makeLogTriggers(connection)
  // A rescued book may hold rows whose other side was lost; a step must not break more.
  const broken = brokenReferences(connection)
  if (broken > brokenBefore) throw new AppError('book/upgrade-failed', { reason: 'foreign keys', rows: broken })
}

function brokenReferences(connection: Connection): number {
  return (connection.pragma('foreign_key_check') as unknown[]).length
}

/** Turns the log off, inside a transaction that makes its triggers anew before it ends. */
export function dropLogTriggers(connection: Connection): void {
  const names = connection
    .prepare(
      "SELECT type, name FROM sqlite_schema WHERE (type = 'trigger' AND name LIKE '%\\_log\\_%' ESCAPE '\\') OR (type = 'view' AND name LIKE 'live\\_%' ESCAPE '\\')",
    )
    .all() as { type: string; name: string }[]
  for (const { type, name } of names) connection.exec(`DROP ${type} "${name}"`)
}
