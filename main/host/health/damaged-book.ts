// The book that was last refused as damaged, as long as nothing was done about it.
import { isDamagedBook } from '#main/host/backups/damaged-book.ts'

export type DamagedBook = {
  path(): string | null
  noteRefused(path: string, error: unknown): void
  forget(): void
}

export function damagedBook(): DamagedBook {
  let refused: string | null = null
  return {
    path: () => refused,
    noteRefused(path, error) {
      refused = isDamagedBook(error) ? path : null
    },
    forget() {
      refused = null
    },
  }
}
