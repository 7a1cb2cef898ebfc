// A copy of an open book under another name, to work on there: a copy of its own from the first write on.
import { backUp } from '#main/db/backup.ts'
import { type Connection, closeWriter, openWriter } from '#main/db/database.ts'
import { freshNumber, newNumber } from '#main/db/own-things.ts'
import { putInPlace } from '#main/db/put-in-place.ts'

/**
 * Copies the book through SQLite and puts the copy at `target`, in place of a closed file that may be there
 * (`copies/target-in-use` for one that is open). `isLastHold` where the book's own file was moved or deleted under us: then
 * the open connection is all that leads to it.
 */
export async function saveCopy(connection: Connection, target: string, isLastHold = false): Promise<void> {
  await putInPlace({ path: target, replace: true }, async (half) => {
    if (isLastHold) await connection.backup(half)
    else await backUp(connection, half)
    makeItsOwn(half)
  })
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
