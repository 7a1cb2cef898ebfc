// What the host offers for looking at the book as of a day.
import type { BookState } from '#shared/schemas/host.ts'
import type { OpenPastInput, PastBounds } from '#shared/schemas/past.ts'

export interface PastServices {
  bounds(): Promise<PastBounds>
  /** Makes the past and shows it in place of the present, which stays open behind it. */
  open(input: OpenPastInput): Promise<BookState>
  /** Back to now. Without a past nothing happens. */
  close(): Promise<void>
}
