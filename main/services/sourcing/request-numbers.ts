// Numbers of requests for quotation.
import type { WriteTx } from '#main/db/database.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const requestNumbers = { table: 'quote_requests', index: 'quote_requests_by_number' }

/** The number for a request of that day, when the seller gave none. */
export function nextRequestNumber(tx: WriteTx, requestedOn: Day): string {
  return nextNumber(tx, requestNumbers, { kind: 'RQ', on: requestedOn })
}

export const requestKeys = [plainKey('quote_requests', ['number'])]

/** `requests/number-taken` where another living request has the number. */
export function refuseTakenRequestNumber(tx: WriteTx, number: string, own: Id | null): void {
  if (holderOfNumber(tx, requestNumbers, { number, own }) !== null)
    throw new AppError('requests/number-taken', { number, field: 'number' })
}
