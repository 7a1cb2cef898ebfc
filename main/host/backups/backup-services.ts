// What the screens ask about backups, answered with tokens in place of paths.
import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupServices } from '#main/api/host/backups-services.ts'
import { backupNotices } from '#main/host/backups/backup-notices.ts'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { freeBytesAt, readyFolder, type Target, targetsOf } from '#main/host/backups/backup-places.ts'
import type { BackupSettings } from '#main/host/backups/backup-settings.ts'
import { ask } from '#main/host/backups/backup-watch.ts'
import { restoreBook } from '#main/host/backups/restore-book.ts'
import { putBackBeforeUpgrade, upgradeOffer } from '#main/host/backups/undo-upgrade.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import type { Comparison } from '#main/services/backups/compare-backup.ts'
import type { FoundBackup } from '#main/services/backups/list-backups.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { BackupPlace, BackupRow, PutBack } from '#shared/schemas/backups.ts'

export function backupServices(parts: BackupParts): BackupServices {
  const { keeper, watch, settings, tokens, emit } = parts
  let putBack: { book: PutBack } | null = null
  /** The book whose backup is looked into. */
  let lookedFrom: string | null = null
  const opened = (): HeldBook => {
    const held = keeper.held()
    if (!held) throw new AppError('book/closed')
    return held
  }
  const tell = () => emit({ type: 'changed', tables: ['backups'] })
  const kept = () => settings.read(opened().state.uid)
  const rowOf = (found: FoundBackup, place?: BackupRow['place']): BackupRow => ({
    token: tokens.tokenOf(found.path),
    place: place ?? (found.folder === kept().second ? 'second' : 'main'),
    fileName: found.name,
    cause: found.cause,
    madeAt: found.madeAt,
    size: found.size,
    facts: found.facts && {
      lastWorkAt: found.facts.lastWorkAt,
      lastPerson: found.facts.lastPerson,
      schemaVersion: found.facts.schemaVersion,
    },
  })
  return {
    async state() {
      const held = opened()
      const there = await watch.list()
      const now = kept()
      return {
        rules: now.rules,
        places: targetsOf(held.path, now).map((target) => placeOf(target, there, now)),
        isUpToDate: await watch.isUpToDate(),
        lastAt: there.find(({ facts }) => facts !== null)?.madeAt ?? null,
        isWorking: watch.isWorking(),
        upgrade: await upgradeOffer(held, there, { tokens, seen: now.seenUpgrade }),
      }
    },
    notices: () =>
      backupNotices({ held: keeper.held(), settings, waitingSince: watch.waitingSince(), now: Date.now() }),
    list: async () => (await watch.list()).map((found) => rowOf(found)),
    saveRules(rules) {
      settings.change(opened().state.uid, () => ({ rules }))
      tell()
    },
    async choosePlace(place, folder) {
      const { uid } = opened().state
      const path = folder === null ? null : tokens.pathOf(folder)
      if (path !== null) readyFolder({ kind: place, folder: path, isBesideBook: false })
      settings.change(uid, (before) => ({
        [place]: path,
        failures: { ...before.failures, [place]: null },
      }))
      tell()
      if (path !== null) await watch.make('daily')
    },
    async make(target) {
      if (target === null) return void (await watch.make('manual'))
      const path = tokens.pathOf(target)
      refuseBook(path, opened())
      await ask(opened(), 'make', { target: path, jobId: `backup-${Date.now()}`, kind: 'backups.make' })
      tell()
    },
    chosen: async (file) => rowOf(await ask<FoundBackup>(opened(), 'at', { file: tokens.pathOf(file) }), 'chosen'),
    async preview(backup) {
      const file = tokens.pathOf(backup)
      const { token, fileName, cause, madeAt, size } = rowOf(await ask<FoundBackup>(opened(), 'at', { file }))
      const comparison = await ask<Comparison>(opened(), 'compare', { file })
      return { token, fileName, cause, madeAt, size, ...comparison }
    },
    restore: (backup) => restoreBook(parts, tokens.pathOf(backup)),
    async look(backup) {
      const { path } = opened()
      await keeper.open(tokens.pathOf(backup), null, 'backup')
      lookedFrom = path
    },
    async backToBook() {
      if (lookedFrom === null) throw new AppError('book/not-found')
      await keeper.open(lookedFrom, null)
    },
    async saveAs(backup, target) {
      const to = tokens.pathOf(target)
      refuseBook(to, opened())
      await ask(opened(), 'copy', { file: tokens.pathOf(backup), target: to })
      tell()
    },
    async remove(backup) {
      const path = tokens.pathOf(backup)
      const isOurs = (await watch.list()).some((found) => found.path === path)
      if (!isOurs) throw new AppError('backups/gone')
      rmSync(path)
      tell()
    },
    async undoUpgrade(anyway) {
      putBack = { book: await putBackBeforeUpgrade(parts, anyway) }
    },
    seeUpgrade() {
      settings.change(opened().state.uid, () => ({ seenUpgrade: Date.now() }))
      tell()
    },
    putBack: () => (keeper.held() ? null : (putBack?.book ?? null)),
  }
}

/** A file that some program has open as a book is not written over. */
function refuseBook(path: string, held: HeldBook): void {
  if (path === held.path) throw new AppError('backups/same-file')
  if (['-wal', '-lock'].some((side) => existsSync(path + side))) throw new AppError('book/in-use')
}

function placeOf(target: Target, there: readonly FoundBackup[], { failures }: BackupSettings): BackupPlace {
  const own = there.filter((found) => found.folder === target.folder)
  const failure = failures[target.kind]
  return {
    kind: target.kind,
    folder: target.isBesideBook ? '' : basename(target.folder),
    isBesideBook: target.isBesideBook,
    isThere: target.isBesideBook || existsSync(target.folder),
    freeBytes: freeBytesAt(target.folder),
    usedBytes: own.reduce((sum, { size }) => sum + size, 0),
    count: own.length,
    lastAt: own.find(({ facts }) => facts !== null)?.madeAt ?? null,
    failure: failure && { at: failure.at as Instant, error: failure.error },
  }
}
