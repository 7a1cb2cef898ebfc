// Numbers of shipments.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const shipmentNumbers = { table: 'shipments', index: 'shipments_by_number' }

/** The number for a shipment of that day, when nobody gave one. */
export function nextShipmentNumber(tx: WriteTx, on: Day): string {
  return nextNumber(tx, shipmentNumbers, { kind: 'SH', on })
}

export const shipmentKeys = [plainKey('shipments', ['number'])]

/** The living shipment that has the number; null where it is free. */
export function holderOfShipmentNumber(db: ReadDb, number: string): Id | null {
  return holderOfNumber(db, shipmentNumbers, { number, own: null })
}

/** `shipments/number-taken` where another living shipment has the number. */
export function refuseTakenShipmentNumber(tx: WriteTx, number: string, own: Id | null): void {
  if (holderOfNumber(tx, shipmentNumbers, { number, own }) !== null)
    throw new AppError('shipments/number-taken', { number, field: 'number' })
}
