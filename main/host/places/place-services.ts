// Choosing files and folders: the system's dialogs where there are some, else folders to look through. Tokens only.
import { mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { PlaceServices } from '#main/api/host/places-services.ts'
import { leadToSame } from '#main/db/file-identity.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import { fileNameOf, safeName } from '#main/host/places/place-kinds.ts'
import { type PlaceRoots, rootOf, viewPlace } from '#main/host/places/place-view.ts'
import { AppError } from '#shared/errors.ts'
import type { ChosenPlace, PlaceWish } from '#shared/schemas/places.ts'

/** The system's own dialogs: a path, or null when the dialog was closed. A target's dialog asks before it replaces. */
export type PlaceDialogs = { pick(wish: PlaceWish, startFolder: string | null): Promise<string | null> }

type PlaceParts = {
  home: string
  tokens: PlaceTokens
  dialogs: PlaceDialogs | null
  /** The path of the book that is open, where there is one whose folder the user chose. */
  openBook: () => string | null
}

export function placeServices({ home, tokens, dialogs, openBook }: PlaceParts): PlaceServices {
  const roots = (): PlaceRoots => {
    const open = openBook()
    return { home, openBook: open, book: open === null ? null : dirname(open) }
  }
  return {
    async pick(wish) {
      if (!dialogs) throw new AppError('host/no-dialog')
      const { book, openBook: open } = roots()
      const picked = await dialogs.pick(wish, book)
      if (picked === null) return null
      // The dialog has asked before replacing, but nothing is ever written over the book that is open.
      if (wish.what === 'target' && open !== null && leadToSame(picked, open))
        throw new AppError('host/target-is-open', { name: basename(picked) })
      return chosen(picked, tokens.tokenOf(picked))
    },
    browse(folder, kinds) {
      const from = roots()
      return viewPlace({ folder: folder === null ? startOf(from) : tokens.pathOf(folder), kinds, roots: from, tokens })
    },
    makeFolder(folder, wanted) {
      const path = join(tokens.pathOf(folder), newName(wanted))
      const root = rootOf(dirname(path), roots())
      makeFolderAt(path)
      return { token: tokens.tokenOf(path, root), name: basename(path) }
    },
    target({ folder, name, kind }) {
      const path = join(tokens.pathOf(folder), fileNameOf(name, kind))
      const open = openBook()
      if (open !== null && leadToSame(path, open)) throw new AppError('host/target-is-open', { name: basename(path) })
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
        throw new AppError('host/target-is-folder', { name: basename(path) })
      return chosen(path, tokens.tokenOf(path, rootOf(dirname(path), roots())))
    },
  }
}

/** Where looking begins: beside the book that is open, unless its folder cannot be read any more. */
function startOf({ home, book }: PlaceRoots): string {
  return book !== null && statSync(book, { throwIfNoEntry: false })?.isDirectory() ? book : home
}

function newName(wanted: string): string {
  const name = safeName(wanted)
  if (name === '') throw new AppError('host/bad-folder-name', { name: wanted })
  return name
}

function makeFolderAt(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    const name = basename(path)
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new AppError('host/folder-exists', { name })
    throw new AppError('host/cannot-make-folder', { name })
  }
}

function chosen(path: string, token: string): ChosenPlace {
  const facts = statSync(path, { throwIfNoEntry: false })
  return {
    token,
    name: basename(path),
    folder: basename(dirname(path)),
    exists: facts !== undefined,
    size: facts?.isFile() ? facts.size : null,
    changedAt: facts ? Math.round(facts.mtimeMs) : null,
  }
}
