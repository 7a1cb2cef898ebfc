// A copy of a book's file that this process has not open, with the side files that hold its last writes: as it lay there at
// one moment, or none at all.
import { chmod, copyFile, rm, stat } from 'node:fs/promises'

/** What of a book counts beside its file: shared memory is made anew from the WAL. */
const parts = ['', '-wal', '-journal'] as const
const sides = ['', '-wal', '-shm', '-journal'] as const
const attempts = 5

/**
 * Copies a book that another program may write meanwhile: then again, each time from nothing, since a WAL that was left
 * beside the copy of a newer file would be replayed into it. False where the file never held still; nothing is left then,
 * nor when it throws what the file system said.
 */
export async function copyClosedBook(file: string, target: string): Promise<boolean> {
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      await removeCopy(target)
      const before = await stamps(file)
      for (const [index, part] of parts.entries())
        if (part === '' || before[index] !== gone) await copyIfThere(file + part, target + part)
      if (String(await stamps(file)) === String(before)) return true
    }
    await removeCopy(target)
    return false
  } catch (error) {
    await removeCopy(target)
    throw error
  }
}

const gone = '-'

async function stamps(file: string): Promise<string[]> {
  return Promise.all(
    parts.map(async (part) => {
      const found = await stat(file + part).catch(() => null)
      return found ? `${found.size} ${found.mtimeMs} ${found.ino}` : gone
    }),
  )
}

/** A side file may go while the file itself was copied: the stamps tell. */
async function copyIfThere(file: string, target: string): Promise<void> {
  try {
    await copyFile(file, target)
    // A file that may only be read, as from a disc, would give a copy that may only be read; this one is to be worked on.
    await chmod(target, 0o600)
  } catch (error) {
    const isSide = /-(wal|journal)$/.test(file)
    if (!(isSide && (error as NodeJS.ErrnoException).code === 'ENOENT')) throw error
  }
}

async function removeCopy(target: string): Promise<void> {
  for (const side of sides) await rm(target + side, { force: true })
}
