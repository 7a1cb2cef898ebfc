// A copy of our open book to try a merge on, in a private folder: what is written there never reaches the book.
import { type Connection, openWriter } from '#main/db/database.ts'

const everyPage = 2 ** 31 - 1

/** Copies the book in one step. The caller closes the connection and removes the file. */
export async function rehearsalCopy(ours: Connection, file: string): Promise<Connection> {
  await ours.backup(file, { progress: () => everyPage })
  const copy = openWriter(file)
  // Lost with the machine, it is no loss: nothing waits for the disk.
  copy.pragma('journal_mode = MEMORY')
  copy.pragma('synchronous = OFF')
  return copy
}
