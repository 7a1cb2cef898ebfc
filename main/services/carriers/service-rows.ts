// Rows of carriers' services as commands and queries need them.
import type { ReadDb } from '#main/db/database.ts'
import type { CarrierServicesTable, RateTablesTable } from '#main/db/tables.ts'
import type { UniqueKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** The service, archived or not, or `carriers/service-not-found`. */
export function livingService(db: ReadDb, id: Id): CarrierServicesTable {
  const row = db.get<CarrierServicesTable>('SELECT * FROM live_carrier_services WHERE id = ?', id)
  if (!row) throw new AppError('carriers/service-not-found')
  return row
}

/** The table, or `carriers/table-not-found`. */
export function livingTable(db: ReadDb, id: Id): RateTablesTable {
  const row = db.get<RateTablesTable>('SELECT * FROM live_rate_tables WHERE id = ?', id)
  if (!row) throw new AppError('carriers/table-not-found')
  return row
}

/** Living services of the carrier with this code; letter case makes no difference. Without a code there is none. */
export function servicesWithCode(db: ReadDb, carrierId: Id, code: string): Id[] {
  if (code === '') return []
  const sql = `SELECT id FROM carrier_services INDEXED BY carrier_services_by_carrier
    WHERE carrier_id = ? AND code = ? COLLATE NOCASE AND deleted = 0 ORDER BY id`
  return db.raw(sql, carrierId, code).map(([id]) => id as Id)
}

type Days = { serviceId: Id; validFrom: string; validTo: string | null }

/** Living tables of the service that share a day with these, but the one itself. */
export function tablesBeside(db: ReadDb, { serviceId, validFrom, validTo }: Days, own: Id | null): RateTablesTable[] {
  return db.all<RateTablesTable>(
    `SELECT * FROM rate_tables INDEXED BY rate_tables_by_service
     WHERE service_id = ? AND deleted = 0 AND archived = 0 AND id <> ?
       AND (valid_to IS NULL OR valid_to >= ?) AND valid_from <= coalesce(?, valid_from) ORDER BY valid_from, id`,
    serviceId,
    own ?? 0,
    validFrom,
    validTo,
  )
}

export const carrierKeys: readonly UniqueKey[] = [
  {
    table: 'carrier_services',
    columns: ['code'],
    beside: ['carrier_id'],
    holders: (db, { carrier_id, code }) => servicesWithCode(db, Number(carrier_id) as Id, String(code)),
  },
]
