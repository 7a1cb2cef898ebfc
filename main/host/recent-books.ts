// The books that were open before, on this machine: newest first, those that were pinned before all others.
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { HeldBook } from '#main/host/book-keeper.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import type { RecentEntry, SettingsFile } from '#main/host/settings-file.ts'
import type { RecentBook } from '#shared/schemas/host.ts'

const kept = 12

/** Notes that a book is open. What cannot be noted (a full disk) is no reason not to open it. */
export function rememberBook(settings: SettingsFile, { path, state }: Pick<HeldBook, 'path' | 'state'>): void {
  const { recent, ...others } = settings.read()
  const before = recent.find((entry) => entry.path === path)
  const entry: RecentEntry = {
    path,
    companyName: state.companyName,
    uid: state.uid,
    isPinned: before?.isPinned ?? false,
    openedAt: Date.now(),
  }
  const rest = recent.filter((other) => other !== before)
  const tooMany = [entry, ...rest].filter(({ isPinned }) => !isPinned).slice(kept)
  keep(settings, { ...others, recent: [entry, ...rest].filter((other) => !tooMany.includes(other)) })
}

export function forgetBook(settings: SettingsFile, path: string): void {
  const { recent, ...others } = settings.read()
  keep(settings, { ...others, recent: recent.filter((entry) => entry.path !== path) })
}

export function pinBook(settings: SettingsFile, path: string, isPinned: boolean): void {
  const { recent, ...others } = settings.read()
  const changed = recent.map((entry) => (entry.path === path ? { ...entry, isPinned } : entry))
  keep(settings, { ...others, recent: changed })
}

/** The entry of a book that has moved leads to where it is now. */
export function moveBook(settings: SettingsFile, from: string, to: string): void {
  const { recent, ...others } = settings.read()
  const old = recent.find((entry) => entry.path === from)
  const isKnown = recent.some((entry) => entry.path === to)
  const isPinned = old?.isPinned === true
  const moved = recent
    .filter((entry) => entry !== old || !isKnown)
    .map((entry) => (entry === old ? { ...entry, path: to } : entry))
  keep(settings, {
    ...others,
    recent: moved.map((entry) => (entry.path === to && isPinned ? { ...entry, isPinned } : entry)),
  })
}

export function recentBooks(settings: SettingsFile, tokens: PlaceTokens): RecentBook[] {
  const { recent } = settings.read()
  return [...recent]
    .sort((left, right) => Number(right.isPinned) - Number(left.isPinned))
    .map(({ path, companyName, isPinned, openedAt }) => ({
      token: tokens.tokenOf(path),
      fileName: basename(path),
      folder: basename(dirname(path)),
      companyName,
      exists: existsSync(path),
      isPinned,
      openedAt,
    }))
}

function keep(settings: SettingsFile, next: ReturnType<SettingsFile['read']>): void {
  try {
    settings.write(next)
  } catch {
    // The settings folder is full or not ours to write: the list stays as it was.
  }
}
