// Whether a path leads to the book that is open: to the book itself or to the copy that is worked on, by whatever name.
import { basename } from 'node:path'
import { leadToSame } from '#main/db/file-identity.ts'
import { AppError } from '#shared/errors.ts'

type OpenFiles = { readonly path: string; readonly file: string }

export function isOpenBook(held: OpenFiles | null, path: string): boolean {
  return held !== null && (leadToSame(held.path, path) || leadToSame(held.file, path))
}

/** `host/target-is-open`: nothing is ever written over the book that is open. */
export function refuseOpenBook(held: OpenFiles | null, path: string): void {
  if (isOpenBook(held, path)) throw new AppError('host/target-is-open', { name: basename(path) })
}
