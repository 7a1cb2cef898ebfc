// Numbers of counts, `SC-2026-0001`; the stock document that a posted one leaves has the same.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

const countNumbers = { table: 'stock_counts', index: 'stock_counts_by_number' }

export const countKeys = [plainKey('stock_counts', ['number'])]

export function nextCountNumber(tx: WriteTx, on: Day): string {
  return nextNumber(tx, countNumbers, { kind: 'SC', on })
}

/** `counting/number-taken` where another count has the number. */
export function refuseTakenCountNumber(db: ReadDb, number: string): void {
  if (holderOfNumber(db, countNumbers, { number, own: null }) !== null)
    throw new AppError('counting/number-taken', { number, field: 'number' })
}
