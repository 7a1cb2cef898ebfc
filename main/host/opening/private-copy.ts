// A private copy of a book that lets nobody write: read-only media, a folder without rights. It goes when the book is closed.
import { copyFile, mkdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { privateFolder, sweepPrivateFolders } from '#main/db/private-folder.ts'
import { AppError } from '#shared/errors.ts'

export type PrivateCopy = { file: string; remove(): void }

const attempts = 3

/**
 * Copies a book, and the WAL that a program may have left beside it, into a folder that only this user enters. The book is
 * not open in this process; where another machine writes it meanwhile, the copy is made again.
 */
export async function privateCopy(file: string, root: string): Promise<PrivateCopy> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  // What a killed program left behind.
  sweepPrivateFolders(root)
  const folder = privateFolder(root)
  const copy = join(folder.path, basename(file))
  try {
    for (let attempt = 1; ; attempt += 1) {
      const before = await stateOf(file)
      await copyFile(file, copy)
      if (before.hasWal) await copyFile(`${file}-wal`, `${copy}-wal`)
      const after = await stateOf(file)
      if (after.text === before.text) return { file: copy, remove: () => folder.remove() }
      if (attempt === attempts) throw new AppError('book/in-use')
    }
  } catch (error) {
    folder.remove()
    throw error
  }
}

async function stateOf(file: string): Promise<{ text: string; hasWal: boolean }> {
  const [main, wal] = [await stat(file), await stat(`${file}-wal`).catch(() => null)]
  const text = [main.size, main.mtimeMs, wal?.size, wal?.mtimeMs].join(' ')
  return { text, hasWal: wal !== null && wal.size > 0 }
}
