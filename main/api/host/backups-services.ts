// What the host offers for backups.
import type {
  BackupNotices,
  BackupPlaceKind,
  BackupPreview,
  BackupRow,
  BackupRules,
  BackupState,
  PutBack,
} from '#shared/schemas/backups.ts'

export interface BackupServices {
  state(): Promise<BackupState>
  notices(): BackupNotices
  list(): Promise<BackupRow[]>
  saveRules(rules: BackupRules): void
  /** `folder` null: beside the book, or no second place. */
  choosePlace(place: BackupPlaceKind, folder: string | null): Promise<void>
  /** In the usual places, or as the file behind `target`. */
  make(target: string | null): Promise<void>
  /** A file somebody chose, as a row of the list. */
  chosen(file: string): Promise<BackupRow>
  preview(backup: string): Promise<BackupPreview>
  /** Keeps the book as it is as a backup, then puts the chosen one in its place. */
  restore(backup: string): Promise<void>
  /** Opens a copy of a backup to read, in place of the book; `backToBook` opens that again. */
  look(backup: string): Promise<void>
  backToBook(): Promise<void>
  saveAs(backup: string, target: string): Promise<void>
  remove(backup: string): Promise<void>
  /** Puts back the backup from before the last upgrade and closes the book. `anyway`: although work would be lost. */
  undoUpgrade(anyway: boolean): Promise<void>
  seeUpgrade(): void
  /** The book that was put back and closed last; null once another one is open. */
  putBack(): PutBack | null
}
