// A folder as browser mode shows it: its folders, and its files of the kinds that are looked for. Only what lies inside a
// root is shown, links followed.
import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import { leadsOutOf } from '#main/host/places/leads-out.ts'
import { placeKindOf } from '#main/host/places/place-kinds.ts'
import { AppError } from '#shared/errors.ts'
import type { PlaceFile, PlaceKind, PlaceShortcut, PlaceView } from '#shared/schemas/places.ts'

export type PlaceRoots = {
  home: string
  /** The folder of the book that is open; the user chose it. */
  book: string | null
  /** The path of that book. */
  openBook: string | null
}

type ViewParts = { folder: string; kinds: readonly PlaceKind[]; roots: PlaceRoots; tokens: PlaceTokens }

/** Lists a folder; `host/unknown-place` for one that is in no root. */
export function viewPlace({ folder, kinds, roots, tokens }: ViewParts): PlaceView {
  const root = rootOf(folder, roots)
  const inside = relative(root, folder)
  const names = inside === '' ? [] : inside.split(sep)
  const crumbPaths = [root, ...names.map((_, index) => join(root, ...names.slice(0, index + 1)))]
  const { folders, files } = entriesOf({ folder, kinds, root, openBook: roots.openBook, tokens })
  return {
    token: tokens.tokenOf(folder, root),
    name: basename(folder),
    crumbs: crumbPaths.map((path) => ({
      token: tokens.tokenOf(path, root),
      name: basename(path),
      isHome: path === roots.home,
    })),
    shortcuts: shortcutsOf(roots, tokens),
    folders,
    files,
    canWrite: canWrite(folder),
  }
}

/** The root that a folder is in: home before the book's own folder. */
export function rootOf(folder: string, { home, book }: PlaceRoots): string {
  const root = [home, book].find((candidate) => candidate !== null && isBelow(candidate, folder))
  if (!root || leadsOutOf(root, folder)) throw new AppError('host/unknown-place')
  return root
}

function isBelow(root: string, folder: string): boolean {
  const inside = relative(root, folder)
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !inside.includes(':')
}

type EntryParts = Omit<ViewParts, 'roots'> & { root: string; openBook: string | null }

function entriesOf(parts: EntryParts): Pick<PlaceView, 'folders' | 'files'> {
  const folders: PlaceView['folders'] = []
  const files: PlaceFile[] = []
  for (const entry of visibleEntries(parts.folder)) {
    const path = join(parts.folder, entry.name)
    if (entry.isSymbolicLink() && leadsOutOf(parts.root, path)) continue
    const kind = placeKindOf(entry.name)
    if (entry.isFile() && (kind === null || !parts.kinds.includes(kind))) continue
    const facts = statSync(path, { throwIfNoEntry: false })
    const token = parts.tokens.tokenOf(path, parts.root)
    const changedAt = Math.round(facts?.mtimeMs ?? 0)
    if (facts?.isDirectory()) folders.push({ token, name: entry.name, changedAt })
    if (facts?.isFile() && kind !== null && parts.kinds.includes(kind))
      files.push({ token, name: entry.name, kind, size: facts.size, changedAt, isOpen: path === parts.openBook })
  }
  return {
    folders: folders.sort((left, right) => left.name.localeCompare(right.name)),
    files: files.sort((left, right) => right.changedAt - left.changedAt),
  }
}

function visibleEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'))
  } catch {
    throw new AppError('host/cannot-read-folder', { name: basename(folder) })
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function shortcutsOf({ home, openBook }: PlaceRoots, tokens: PlaceTokens): PlaceShortcut[] {
  const usual = [
    ['home', home],
    ['documents', join(home, 'Documents')],
    ['desktop', join(home, 'Desktop')],
    ['downloads', join(home, 'Downloads')],
  ] as const
  const there: PlaceShortcut[] = usual
    .filter(([, path]) => isFolderInside(home, path))
    .map(([kind, path]) => ({ token: tokens.tokenOf(path, home), kind, name: basename(path) }))
  if (openBook === null) return there
  const folder = dirname(openBook)
  if (usual.some(([, path]) => path === folder)) return there
  const root = isBelow(home, folder) ? home : folder
  return [{ token: tokens.tokenOf(folder, root), kind: 'book', name: basename(folder) }, ...there]
}

function isFolderInside(root: string, path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true && !leadsOutOf(root, path)
}
