// A book that another program writes, opened for one piece of reading beside it.
import type { OpenBook } from '#main/db/book.ts'
import { openForReading } from '#main/db/reading.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

export function readBook(file: string, clock: () => Instant): OpenBook {
  const connection = openForReading(file)
  const { uid } = connection.prepare('SELECT uid FROM books WHERE id = 1').get() as { uid: string }
  const refuse = (): never => {
    throw new AppError('book/read-only', { why: 'in-use' })
  }
  return {
    file,
    uid,
    connection,
    writer: { write: refuse, rehearse: refuse },
    clock,
    isOurs: () => false,
    holdLock: () => false,
    close: () => connection.close(),
  }
}
