// Who can be judged, excepted and decided about.
import type { ReadDb } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** `suppliers/not-found` for whoever is no living party, or neither supplies nor was ever bought from. */
export function refuseNoSupplier(db: ReadDb, supplierId: Id): void {
  const row = db.get(
    `SELECT 1 FROM live_parties p WHERE p.id = ? AND (p.is_supplier = 1 OR p.is_forwarder = 1 OR p.is_service = 1
       OR EXISTS (SELECT 1 FROM purchase_orders o INDEXED BY purchase_orders_by_supplier WHERE o.supplier_id = p.id))`,
    supplierId,
  )
  if (!row) throw new AppError('suppliers/not-found', { field: 'supplierId' })
}

export function refuseUnknownPerson(db: ReadDb, personId: Id | null): void {
  if (personId !== null && !db.get('SELECT 1 FROM live_people WHERE id = ?', personId))
    throw new AppError('people/not-found', { field: 'personId' })
}
