// A folder under the user's home as browser mode shows it: its folders and its books, nothing else.
import { readdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { bookExtension } from '#main/host/book-names.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import { AppError } from '#shared/errors.ts'
import type { FolderView } from '#shared/schemas/host.ts'

/** Lists a folder; only what lies under `home` can be looked at. */
export function viewFolder(folder: string, home: string, tokens: PlaceTokens): FolderView {
  const inside = relative(home, resolve(folder))
  if (inside.startsWith('..')) throw new AppError('host/unknown-place')
  const entries = visibleEntries(folder)
  const names = inside === '' ? [] : inside.split(sep)
  const crumbPaths = [home, ...names.map((_, index) => join(home, ...names.slice(0, index + 1)))]
  return {
    token: tokens.tokenOf(folder),
    crumbs: crumbPaths.map((path) => ({ token: tokens.tokenOf(path), name: basename(path) })),
    folders: entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => ({ token: tokens.tokenOf(join(folder, entry.name)), name: entry.name })),
    books: entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(bookExtension))
      .map((entry) => bookEntry(join(folder, entry.name), tokens)),
  }
}

function visibleEntries(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'))
    return entries.sort((left, right) => left.name.localeCompare(right.name))
  } catch {
    throw new AppError('host/cannot-read-folder', { name: basename(folder) })
  }
}

function bookEntry(path: string, tokens: PlaceTokens): FolderView['books'][number] {
  const { size, mtimeMs } = statSync(path)
  return { token: tokens.tokenOf(path), name: basename(path), size, changedAt: Math.round(mtimeMs) }
}
