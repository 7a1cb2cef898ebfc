// A copy of an open book under another name, to work on there: a copy of its own from the first write on.
import { renameSync, rmSync } from 'node:fs'
import { backUp } from '#main/db/backup.ts'
import { type Connection, closeWriter, openWriter } from '#main/db/database.ts'
import { freshNumber, newNumber } from '#main/db/own-things.ts'

/**
 * Copies the book through SQLite and puts the copy at `target`, in place of a file that may be there. `isLastHold` where the
 * book's own file was moved or deleted under us: then the open connection is all that leads to it.
 */
export async function saveCopy(connection: Connection, target: string, isLastHold = false): Promise<void> {
  const partial = `${target}.part`
  remove(partial)
  try {
    if (isLastHold) await connection.backup(partial)
    else await backUp(connection, partial)
    makeItsOwn(partial)
    renameSync(partial, target)
  } catch (error) {
    remove(partial)
    throw error
  }
}

/** One file, that nobody has open, under a number of its own: the two may be written to at the same time. */
function makeItsOwn(file: string): void {
  const copy = openWriter(file)
  try {
    copy.prepare(newNumber).run(freshNumber())
  } finally {
    closeWriter(copy)
  }
}

function remove(file: string): void {
  for (const side of ['', '-journal', '-wal', '-shm']) rmSync(file + side, { force: true })
}
