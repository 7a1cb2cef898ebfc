// One movement through the stock.
import { comeIn } from './come-in.ts'
import type { CostBook } from './cost-book.ts'
import type { CostEntry } from './cost-types.ts'
import { goOut } from './go-out.ts'
import type { Outcome } from './outcome.ts'

/** Runs one movement; `lateMinor` is what later costs add to it, as far as it has any goods with a cost. */
export function applyEntry(book: CostBook, entry: CostEntry, lateMinor = 0): Outcome {
  book.lastOn = entry.on
  return entry.qtyMilli > 0 ? comeIn(book, entry, lateMinor) : goOut(book, entry)
}
