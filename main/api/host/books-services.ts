// What the host offers for books as files.
import type { ConflictCopy, FoundBookInput, SaveCopyInput } from '#shared/schemas/books.ts'
import type { BookState } from '#shared/schemas/host.ts'

export interface BooksServices {
  forget(token: string): void
  pin(token: string, isPinned: boolean): void
  /** Notes where a book is now and opens it; `book/other-book` where another one lies there. */
  found(input: FoundBookInput): Promise<BookState>
  saveCopy(input: SaveCopyInput): Promise<BookState | null>
  /** Opens the book again for writing. */
  writeHere(takeOver: boolean): Promise<BookState>
  /** Goes on with the book under the name that it was given meanwhile. */
  follow(): Promise<BookState>
  conflictCopies(): Promise<ConflictCopy[]>
  /** No more warnings of the place where this book lies. */
  quietPlace(): void
  /** Brings the working copy of a book on a network together with it. */
  bringTogether(): Promise<void>
}
