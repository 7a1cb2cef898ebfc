// How a file says of itself that it is a book as it was, made to be looked at: where a book keeps who may write it.
import type { Connection, ReadDb } from '#main/db/database.ts'
import type { Instant } from '#shared/dates.ts'

const mark = 'past:'

export function markAsPast(connection: Connection, until: Instant): void {
  connection.prepare('UPDATE this_copy SET writer_token = ?').run(`${mark}${until}`)
}

/** The first instant that is not part of it; null for a book as it is. */
export function pastUntil(db: ReadDb): Instant | null {
  const token = db.get<{ token: string }>('SELECT writer_token AS token FROM this_copy')?.token ?? ''
  return token.startsWith(mark) ? (Number(token.slice(mark.length)) as Instant) : null
}
