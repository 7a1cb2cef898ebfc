// Whether an error says that the book's file itself is broken.
import { AppError } from '#shared/errors.ts'

export function isDamagedBook(error: unknown): boolean {
  return error instanceof AppError && ['backups/book-damaged', 'book/damaged'].includes(error.code)
}
