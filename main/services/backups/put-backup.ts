// Restores a backup into the place of a book that nobody has open, and erases again what was erased since.
import { restoreInto } from '#main/db/restore.ts'

export type PutInput = { file: string; backup: string; keepDamaged: string }

export function putBackup({ file, backup, keepDamaged }: PutInput): Promise<void> {
  return restoreInto(file, backup, keepDamaged)
}
