// What the work around backups leans on.
import type { BackupSettingsFile } from '#main/host/backups/backup-settings.ts'
import type { BackupWatch } from '#main/host/backups/backup-watch.ts'
import type { ErasedRows } from '#main/host/backups/erased-rows.ts'
import type { BookKeeper } from '#main/host/book-keeper.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import type { Porter } from '#main/host/porter.ts'
import type { HostEvent } from '#shared/operation.ts'

export type BackupParts = {
  keeper: BookKeeper
  watch: BackupWatch
  settings: BackupSettingsFile
  tokens: PlaceTokens
  porter: Porter
  erased: ErasedRows
  emit: (event: HostEvent) => void
}
