// One click back from an upgrade: the backup made before it takes the book's place, and the book is closed, since this
// program would only bring it up to date again.
import { basename } from 'node:path'
import { migrations } from '#main/db/migrations.ts'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { ask } from '#main/host/backups/backup-watch.ts'
import { restoreBook } from '#main/host/backups/restore-book.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import type { FoundBackup } from '#main/services/backups/list-backups.ts'
import type { UpgradeFacts } from '#main/services/backups/upgrade-facts.ts'
import { AppError } from '#shared/errors.ts'
import type { PutBack, UpgradeOffer } from '#shared/schemas/backups.ts'

type OfferParts = { tokens: PlaceTokens; seen: number }

/** The way back from the last upgrade, as long as its backup is there. */
export async function upgradeOffer(
  held: HeldBook,
  there: readonly FoundBackup[],
  { tokens, seen }: OfferParts,
): Promise<UpgradeOffer | null> {
  const facts = await ask<UpgradeFacts | null>(held, 'upgrade')
  const backup = facts && backupBefore(facts, there)
  if (!facts || !backup) return null
  return {
    backup: tokens.tokenOf(backup.path),
    madeAt: backup.madeAt,
    upgradedAt: facts.upgradedAt,
    fromVersion: facts.fromVersion,
    workSince: facts.workSince,
    isSeen: seen >= facts.upgradedAt,
  }
}

function backupBefore(facts: UpgradeFacts, there: readonly FoundBackup[]): FoundBackup | undefined {
  return there.find(({ cause, facts: own }) => cause === 'upgrade' && own?.schemaVersion === facts.fromVersion)
}

/** `backups/upgrade-worked-on` where work was done since, unless that may be lost (it stays in a backup of its own). */
export async function putBackBeforeUpgrade(parts: BackupParts, anyway: boolean): Promise<PutBack> {
  const held = parts.keeper.held()
  if (!held) throw new AppError('book/closed')
  const facts = await ask<UpgradeFacts | null>(held, 'upgrade')
  const backup = facts && backupBefore(facts, await parts.watch.list())
  if (!facts || !backup) throw new AppError('backups/gone')
  if (facts.workSince > 0 && !anyway) throw new AppError('backups/upgrade-worked-on', { count: facts.workSince })
  await restoreBook(parts, backup.path, { stayClosed: true })
  const { programs } = parts.settings.read(held.state.uid)
  return {
    fileName: basename(held.path),
    format: facts.fromVersion,
    programFormat: migrations.at(-1)?.number ?? 0,
    program: programs[String(facts.fromVersion)] ?? null,
  }
}
