// Inspections of purchase orders: what was drawn, what was found, and what the person decided.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { InspectionsTable } from '#main/db/tables.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { Finding, InspectionInput } from '#shared/schemas/inspections.ts'

export function addInspection(tx: WriteTx, input: InspectionInput): { id: Id } {
  refuseUnknown(tx, input)
  const id = tx.insert('inspections', { order_id: input.orderId, ...columnsOf(input) })
  keepFindings(tx, id, input.findings)
  return { id }
}

export function editInspection(tx: WriteTx, id: Id, input: InspectionInput): void {
  const before = livingInspection(tx, id)
  if (before.order_id !== input.orderId) throw new AppError('inspections/other-order')
  refuseUnknown(tx, input)
  tx.update('inspections', id, columnsOf(input))
  keepFindings(tx, id, input.findings)
}

export function removeInspection(tx: WriteTx, id: Id): void {
  livingInspection(tx, id)
  tx.update('inspections', id, { deleted: 1 })
}

/** The inspection, or `inspections/not-found`. */
export function livingInspection(db: ReadDb, id: Id): InspectionsTable {
  const row = db.get<InspectionsTable>('SELECT * FROM live_inspections WHERE id = ?', id)
  if (!row) throw new AppError('inspections/not-found')
  return row
}

function columnsOf(input: InspectionInput): Record<string, Param> {
  return {
    line_id: input.lineId,
    receipt_id: input.receiptId,
    kind: input.kind,
    inspected_on: input.on,
    inspector: input.inspector,
    lot_milli: input.lot === null ? null : toMilli(input.lot),
    level: input.level,
    aql_critical: input.aqlCritical,
    aql_major: input.aqlMajor,
    aql_minor: input.aqlMinor,
    sample_size: input.sampleSize,
    result: input.result,
    note: input.note,
  }
}

function refuseUnknown(db: ReadDb, { orderId, lineId, receiptId, on }: InspectionInput): void {
  livingPurchase(db, orderId)
  const today = bookToday(db, db.now)
  if (on > today) throw new AppError('inspections/future-day', { day: on, today, field: 'on' })
  const isOf = (table: string, id: Id) =>
    db.get(`SELECT 1 FROM live_${table} WHERE id = ? AND order_id = ?`, id, orderId) !== undefined
  if (lineId !== null && !isOf('purchase_lines', lineId)) {
    throw new AppError('receiving/line-not-found', { field: 'lineId' })
  }
  if (receiptId !== null && !isOf('purchase_receipts', receiptId)) {
    throw new AppError('receiving/not-found', { field: 'receiptId' })
  }
}

/** Makes the living findings those of the form; one that is as it was is not written. */
function keepFindings(tx: WriteTx, inspectionId: Id, findings: readonly Finding[]): void {
  const rows = tx.raw('SELECT id FROM live_inspection_findings WHERE inspection_id = ?', inspectionId) as [Id][]
  const known = new Set(rows.map(([id]) => id))
  for (const [at, { id, ...found }] of findings.entries()) {
    const values = { position: at + 1, ...found }
    if (id !== undefined && known.delete(id)) tx.update('inspection_findings', id, values)
    else tx.insert('inspection_findings', { inspection_id: inspectionId, ...values })
  }
  for (const id of known) tx.update('inspection_findings', id, { deleted: 1 })
}
