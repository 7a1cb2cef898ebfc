// Claims against suppliers and carriers: opened, settled, refused or dropped.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { ClaimsTable } from '#main/db/tables.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import { livingShipment } from '#main/services/shipments/shipment-rows.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMinor } from '#shared/money.ts'
import type { ClaimInput } from '#shared/schemas/claims.ts'

const claimNumbers = { table: 'claims', index: 'claims_by_number' }
export const claimKeys = [plainKey('claims', ['number'])]

export function addClaim(tx: WriteTx, input: ClaimInput): { id: Id; number: string } {
  const number = input.number || nextNumber(tx, claimNumbers, { kind: 'CL', on: input.openedOn })
  refuseTaken(tx, number, null)
  const id = tx.insert('claims', { number, ...columnsOf(tx, input) })
  return { id, number }
}

export function editClaim(tx: WriteTx, id: Id, input: ClaimInput): void {
  const before = livingClaim(tx, id)
  const number = input.number || before.number
  if (number !== before.number) refuseTaken(tx, number, id)
  tx.update('claims', id, { number, ...columnsOf(tx, input) })
}

export function removeClaim(tx: WriteTx, id: Id): void {
  livingClaim(tx, id)
  tx.update('claims', id, { deleted: 1 })
}

/** The claim, or `claims/not-found`. */
export function livingClaim(db: ReadDb, id: Id): ClaimsTable {
  const row = db.get<ClaimsTable>('SELECT * FROM live_claims WHERE id = ?', id)
  if (!row) throw new AppError('claims/not-found')
  return row
}

function refuseTaken(db: ReadDb, number: string, own: Id | null): void {
  if (holderOfNumber(db, claimNumbers, { number, own }) !== null) {
    throw new AppError('claims/number-taken', { number, field: 'number' })
  }
}

function columnsOf(db: ReadDb, input: ClaimInput): Record<string, Param> {
  const { currency } = input
  const minor = (field: 'claimed' | 'settled') => {
    const amount = input[field]
    return amount === null ? null : atField(field, () => typedMinor(amount, currency))
  }
  return {
    party_id: partyOf(db, input),
    order_id: input.orderId,
    receipt_id: input.receiptId,
    shipment_id: input.shipmentId,
    kind: input.kind,
    opened_on: input.openedOn,
    closed_on: input.closedOn,
    status: input.status,
    currency,
    claimed_minor: minor('claimed'),
    settled_minor: minor('settled'),
    text: input.text,
  }
}

/** Whom it is held against: the order's supplier or the shipment's carrier, unless another is named. */
function partyOf(db: ReadDb, { partyId, orderId, receiptId, shipmentId }: ClaimInput): Id {
  const order = orderId === null ? null : livingPurchase(db, orderId)
  const isOfOrder = 'SELECT 1 FROM live_purchase_receipts WHERE id = ? AND order_id = ?'
  if (receiptId !== null && !db.get(isOfOrder, receiptId, orderId)) {
    throw new AppError('receiving/not-found', { field: 'receiptId' })
  }
  const shipment = shipmentId === null ? null : livingShipment(db, shipmentId)
  const party = partyId ?? shipment?.carrier_id ?? order?.supplier_id ?? null
  if (party === null && shipment) throw new AppError('claims/no-carrier', { number: shipment.number, field: 'partyId' })
  if (party === null || !db.get('SELECT 1 FROM live_parties WHERE id = ?', party)) {
    throw new AppError('parties/not-found', { field: 'partyId' })
  }
  return party
}
