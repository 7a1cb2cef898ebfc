// Which book a file holds, told without opening it for work: for files that someone points at.
import { applicationId, openReader } from '#main/db/database.ts'

export type BookCard = { uid: string; companyName: string }

/** Null for a file that is no book, or that cannot be read. */
export function bookCard(file: string): BookCard | null {
  try {
    const connection = openReader(file)
    try {
      if (connection.pragma('application_id', { simple: true }) !== applicationId) return null
      const row = connection.prepare('SELECT uid, company_name AS companyName FROM books WHERE id = 1').get()
      return (row as BookCard | undefined) ?? null
    } finally {
      connection.close()
    }
  } catch {
    return null
  }
}
