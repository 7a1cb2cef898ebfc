// The next free number of this copy, read from the numbers that are there: no counter of its own to fall out of step.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { countOf, documentNumber, numberPrefix } from '#main/domain/orders/document-number.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'

/** The number for an order of that day, when the seller gave none. */
export function nextOrderNumber(tx: WriteTx, orderedOn: Day): string {
  const replica = tx.get<{ replica: number }>('SELECT replica FROM this_copy')?.replica ?? 1
  const prefix = numberPrefix('SO', orderedOn.slice(0, 4), replicaLetters(replica))
  return documentNumber(prefix, highestCount(tx, prefix) + 1)
}

/**
 * The highest counter in use. Numbers sort as text, so each length has its own range, read from its end; longer ones exist
 * only above a full shorter one. Deleted and archived orders count: a number is never given twice.
 */
function highestCount(db: ReadDb, prefix: string): number {
  for (let digits = 4; ; digits += 1) {
    const found = highestOfLength(db, prefix, digits)
    if (found < 10 ** digits - 1) return found === 0 && digits > 4 ? 10 ** (digits - 1) - 1 : found
  }
}

function highestOfLength(db: ReadDb, prefix: string, digits: number): number {
  const row = db.get<{ number: string }>(
    `SELECT number FROM sales_orders INDEXED BY sales_orders_by_number WHERE number BETWEEN ? AND ? AND length(number) = ?
     AND substr(number, ?) NOT GLOB '*[^0-9]*' ORDER BY number DESC LIMIT 1`,
    prefix + '0'.repeat(digits),
    prefix + '9'.repeat(digits),
    prefix.length + digits,
    prefix.length + 1,
  )
  return (row && countOf(prefix, row.number)) ?? 0
}

/** `orders/number-taken` where another living order has the number. */
export function refuseTakenNumber(tx: WriteTx, number: string, own: Id | null): void {
  const other = tx.get<{ id: Id }>(
    'SELECT id FROM sales_orders INDEXED BY sales_orders_by_number WHERE number = ? AND deleted = 0 AND id <> ? LIMIT 1',
    number,
    own ?? 0,
  )
  if (other) throw new AppError('orders/number-taken', { number, field: 'number' })
}
