// Where backups lie and what they are called.
import { mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupName } from '#main/domain/backups/backup-name.ts'
import type { Instant } from '#shared/dates.ts'
import type { BackupCause } from '#shared/schemas/backups.ts'

/** The folder for backups beside a book. */
export function folderBeside(file: string): string {
  return join(dirname(file), `${basename(file)}-backups`)
}

type Made = { madeAt: Instant; cause: Exclude<BackupCause, 'other'> }

/** A path for a new backup in a folder that exists; the second moves on where the name is taken. */
export function newBackupPath(folder: string, bookFile: string, { madeAt, cause }: Made): string {
  const stem = basename(bookFile).replace(/\.quay$/i, '')
  const taken = new Set(readdirSync(folder))
  for (let at = madeAt; ; at = (at + 1000) as Instant) {
    const name = backupName(stem, at, cause)
    if (!taken.has(name)) return join(folder, name)
  }
}

/** Where a backup beside the book goes; its folder is made where it is missing. */
export function backupPathBeside(file: string, made: Made): string {
  const folder = folderBeside(file)
  mkdirSync(folder, { recursive: true })
  return newBackupPath(folder, file, made)
}
