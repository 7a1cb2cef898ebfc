// Where a supplier stands, changed with a reason and a day; every change stays on record.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type PersonColumns, personColumns, personOf, rowMakers } from '#main/services/history/row-makers.ts'
import { takenBackBy } from '#main/services/history/undo-chain.ts'
import { admissionOf } from '#main/services/suppliers/admission.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { SupplyStatus } from '#shared/schemas/parties.ts'
import type { SetStatusInput, StatusChange } from '#shared/schemas/suppliers.ts'

/**
 * Changes the status. A stop needs its reason, and so does an approval before all of the checklist is signed off
 * (`suppliers/admission-open` with how many items are open, unless it is said to be meant).
 */
export function setSupplierStatus(tx: WriteTx, input: SetStatusInput): void {
  const { supplierId, status } = input
  const before = supplierStatus(tx, supplierId)
  if (before === status) throw new AppError('suppliers/same-status', { status })
  const today = bookToday(tx, tx.now)
  const on = input.on ?? today
  if (on > today) throw new AppError('suppliers/day-ahead', { on, field: 'on' })
  const reason = input.reason.trim()
  const open = status === 'approved' ? admissionOf(tx, supplierId).open : 0
  if (open > 0 && !input.despiteOpen) throw new AppError('suppliers/admission-open', { open, field: 'status' })
  if (reason === '' && (open > 0 || status === 'on_hold' || status === 'blocked'))
    throw new AppError('suppliers/reason-needed', { field: 'reason' })
  tx.update('parties', supplierId, { supply_status: status })
  tx.insert('supply_status_changes', {
    party_id: supplierId,
    status,
    changed_on: on,
    reason,
    person_id: tx.personId,
  })
}

/** The status of a living supplier, or `suppliers/not-found`. */
export function supplierStatus(db: ReadDb, supplierId: Id): SupplyStatus {
  const sql = `SELECT supply_status AS status FROM live_parties
    WHERE id = ? AND (is_supplier = 1 OR is_forwarder = 1 OR is_service = 1)`
  const row = db.get<{ status: SupplyStatus }>(sql, supplierId)
  if (!row) throw new AppError('suppliers/not-found', { field: 'supplierId' })
  return row.status
}

/** What was ever said of the status, newest first; a change that was undone is left out. */
export function statusChanges(db: ReadDb, supplierId: Id): StatusChange[] {
  const rows = db.all<Omit<StatusChange, 'person'> & PersonColumns>(
    `SELECT c.id, c.status, c.changed_on AS "on", c.reason, ${personColumns}
     FROM supply_status_changes c INDEXED BY supply_status_changes_by_party LEFT JOIN people p ON p.id = c.person_id
     WHERE c.party_id = ? ORDER BY c.changed_on DESC, c.id DESC`,
    supplierId,
  )
  const makers = rowMakers(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ personName, personNameZh, ...row }) => {
    const maker = makers.get(row.id)
    if (maker && takenBackBy(db, maker.operationId) !== null) return []
    return { ...row, person: personOf({ personName, personNameZh }) }
  })
}
