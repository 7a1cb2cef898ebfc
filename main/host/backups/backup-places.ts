// The folders that the backups of a book go to, and those where some lie.
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { folderBeside } from '#main/db/backup-paths.ts'
import type { BackupSettings } from '#main/host/backups/backup-settings.ts'
import { AppError } from '#shared/errors.ts'
import type { BackupPlaceKind } from '#shared/schemas/backups.ts'

export type Target = { kind: BackupPlaceKind; folder: string; isBesideBook: boolean }

/** Where new backups go, the usual place first. */
export function targetsOf(bookPath: string, { main, second }: BackupSettings): Target[] {
  const first: Target = { kind: 'main', folder: main ?? folderBeside(bookPath), isBesideBook: main === null }
  return second === null ? [first] : [first, { kind: 'second', folder: second, isBesideBook: false }]
}

/** Everywhere that backups of the book may lie. */
export function foldersOf(bookPath: string, settings: BackupSettings): string[] {
  const targets = targetsOf(bookPath, settings).map(({ folder }) => folder)
  return [...new Set([...targets, folderBeside(bookPath), ...settings.folders])]
}

/**
 * Makes the folder beside the book where it is missing. A chosen one is never made: where a stick is not plugged in, its
 * path would become a folder on the inner disk.
 */
export function readyFolder({ folder, isBesideBook }: Target): void {
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (there || !isBesideBook || !existsSync(dirname(folder))) throw new AppError('backups/no-place')
  try {
    mkdirSync(folder)
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && /^(ENOSPC|EDQUOT)$/.test(String(error.code))
    throw new AppError(isFull ? 'backups/no-room' : 'backups/no-access')
  }
}

/** Null where the system does not say. */
export function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder))
    return bavail * bsize
  } catch {
    return null
  }
}

const hourMs = 3_600_000

/** Removes what a killed program left half written of this book's backups. */
export function sweepPartials(folder: string, bookPath: string, now: number): void {
  const stem = basename(bookPath).replace(/\.quay$/i, '')
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${stem} `) || !/\.quay\.partial(-journal|-wal|-shm)?$/.test(name)) continue
    const found = statSync(join(folder, name), { throwIfNoEntry: false })
    if (found && now - found.mtimeMs > hourMs) rmSync(join(folder, name), { force: true })
  }
}

/** Where the bytes of a damaged book go before a backup takes its place. */
export function damagedPath(bookPath: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  return join(folderBeside(bookPath), `damaged ${stamp}Z.quay.damaged`)
}
