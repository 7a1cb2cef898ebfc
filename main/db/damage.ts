// How a damaged book is told from a file that never was one. Nothing is repaired here: rescue.ts does that, into a new book.
import { closeSync, openSync, readSync } from 'node:fs'
import { applicationId } from '#main/db/database.ts'

/** Whether SQLite found the file itself to be broken. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
}

const magic = 'SQLite format 3\0'
const applicationIdAt = 68
const firstPage = 4096

/**
 * Whether a file that SQLite or we refuse was a book: its header still says so, or its first page still tells of a book's
 * tables. For files that are not open in this process only.
 */
export function wasBook(file: string): boolean {
  const page = firstBytes(file)
  if (page.length < 100) return false
  if (page.readUInt32BE(applicationIdAt) === applicationId) return true
  return page.toString('latin1', 0, 16) === magic && page.includes('this_copy')
}

function firstBytes(file: string): Buffer {
  const bytes = Buffer.alloc(firstPage)
  const handle = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, firstPage, 0))
  } finally {
    closeSync(handle)
  }
}
