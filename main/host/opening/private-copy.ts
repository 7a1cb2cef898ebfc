// A private copy of a book that lets nobody write: read-only media, a folder without rights. It goes when the book is closed.
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { copyClosedBook } from '#main/db/copy-closed-book.ts'
import { privateFolder, sweepPrivateFolders } from '#main/db/private-folder.ts'
import { AppError } from '#shared/errors.ts'

export type PrivateCopy = { file: string; remove(): void }

/** Copies a book, and what a program may have left beside it, into a folder that only this user enters. */
export async function privateCopy(file: string, root: string): Promise<PrivateCopy> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  // What a killed program left behind.
  sweepPrivateFolders(root)
  const folder = privateFolder(root)
  const copy = join(folder.path, basename(file))
  try {
    if (!(await copyClosedBook(file, copy))) throw new AppError('book/in-use')
    return { file: copy, remove: () => folder.remove() }
  } catch (error) {
    folder.remove()
    throw error
  }
}
