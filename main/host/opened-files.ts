// Copies of files that the system was asked to open: each in a private folder of its own, not to be written, gone at the end.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isOpenable } from '#main/domain/attachments/openable-file.ts'
import { safeFileName } from '#main/domain/files/file-name.ts'
import { logFailure } from '#main/host/log.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { firstBytes } from '#main/services/files/first-bytes.ts'
import { AppError } from '#shared/errors.ts'

export type OpenedFiles = {
  /** Throws `files/not-openable` for what is not known to be only shown. */
  refuseRunnable(file: ShelvedFile): void
  /** Copies the file; the path of the copy. */
  place(file: ShelvedFile): string
  /** Removes the copies. One that another program still holds stays until the next start. */
  clear(): void
}

/** The folder is cleared at once: what an earlier run could not remove, or left behind when it was killed. */
export function openedFiles(folder: string): OpenedFiles {
  const clear = () => {
    try {
      for (const path of copiesIn(folder)) chmodSync(path, 0o600)
      rmSync(folder, { recursive: true, force: true, maxRetries: 2, retryDelay: 50 })
    } catch (error) {
      logFailure('opened files', error)
    }
  }
  clear()
  const refuseRunnable = (file: ShelvedFile) => {
    if (!isOpenable(file.name, firstBytes(file.path))) throw new AppError('files/not-openable', { name: file.name })
  }
  return {
    refuseRunnable,
    place(file) {
      refuseRunnable(file)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = join(mkdtempSync(join(folder, 'file-')), safeFileName(file.name))
      copyFileSync(file.path, path)
      // Other programs then say that changes go elsewhere: into the book they would never come.
      chmodSync(path, 0o400)
      return path
    },
    clear,
  }
}

function copiesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
