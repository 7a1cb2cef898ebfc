// The list of services that carriers and forwarders offer.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import type { Id } from '#shared/ids.ts'
import type { CarrierServiceRow } from '#shared/schemas/carriers.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

const zoneCount = `(SELECT count(*) FROM carrier_zones z INDEXED BY carrier_zones_by_service
  WHERE z.service_id = r.id AND z.deleted = 0)`

export const carrierServiceList: ListSpec = {
  table: 'live_carrier_services',
  base: 'carrier_services',
  keys: ['carrierId'],
  joins: { carrier: 'JOIN parties carrier ON carrier.id = r.carrier_id' },
  columns: {
    name: { sql: 'r.name', type: 'text' },
    code: { sql: 'r.code', type: 'code' },
    carrierId: { sql: 'r.carrier_id', type: 'number' },
    carrier: { sql: 'carrier.name', also: 'carrier.name_zh', type: 'text', joins: ['carrier'] },
    mode: { sql: 'r.mode', type: 'choice' },
    weighsBy: { sql: 'r.weighs_by', type: 'choice' },
    divisor: { sql: 'r.divisor', type: 'number' },
    daysMin: { sql: 'r.days_min', type: 'number' },
    daysMax: { sql: 'r.days_max', type: 'number' },
    zoneCount: { sql: zoneCount, type: 'number' },
    storageDays: { sql: 'r.storage_days', type: 'number' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['name', 'code', 'carrier'],
  defaultSort: [
    { column: 'carrier', direction: 'asc' },
    { column: 'name', direction: 'asc' },
  ],
}

type Row = Omit<CarrierServiceRow, 'roundsSides'> & { sides: 0 | 1 }

/** `t`: the newest of the tables that hold today. */
const select = (today: string) => `SELECT r.id, r.carrier_id AS carrierId, carrier.name AS carrier,
  carrier.name_zh AS carrierZh, r.code, r.name, r.mode, r.weighs_by AS weighsBy, r.divisor,
  r.round_up_grams AS roundUpGrams, r.rounds_sides AS sides, r.max_piece_grams AS maxPieceGrams,
  r.max_side_mm AS maxSideMm, r.days_min AS daysMin, r.days_max AS daysMax, r.storage_days AS storageDays, r.note,
  ${zoneCount} AS zoneCount, t.id AS tableId, t.valid_from AS validFrom, t.valid_to AS validTo, t.currency
  FROM carrier_services r JOIN parties carrier ON carrier.id = r.carrier_id
  LEFT JOIN rate_tables t ON t.id = (SELECT v.id FROM rate_tables v INDEXED BY rate_tables_by_service
    WHERE v.service_id = r.id AND v.valid_from <= '${today}' AND (v.valid_to IS NULL OR v.valid_to >= '${today}')
      AND v.deleted = 0 AND v.archived = 0 ORDER BY v.valid_from DESC, v.id DESC LIMIT 1)`

/** A page of services. */
export function listCarrierServices(db: ReadDb, input: ListInput): Page<CarrierServiceRow> {
  const { ids, total } = listPage(db, carrierServiceList, input)
  return { rows: carrierServiceRows(db, ids), total }
}

/** Services as grid rows, in the order of `ids`. */
export function carrierServiceRows(db: ReadDb, ids: readonly Id[]): CarrierServiceRow[] {
  return rowsInOrder<Row>(db, select(bookToday(db, db.now)), ids).map(({ sides, ...row }) => ({
    ...row,
    roundsSides: sides === 1,
  }))
}

/** Services that can be chosen, by carrier and name; of one carrier where one is named. */
export function carrierServiceChoices(db: ReadDb, carrierId: Id | null): CarrierServiceRow[] {
  const ids = db.raw(
    `SELECT r.id FROM live_carrier_services r JOIN parties c ON c.id = r.carrier_id
     WHERE r.archived = 0 AND (? IS NULL OR r.carrier_id = ?) ORDER BY c.name COLLATE NOCASE, r.name COLLATE NOCASE, r.id`,
    carrierId,
    carrierId,
  )
  return carrierServiceRows(
    db,
    ids.map(([id]) => id as Id),
  )
}
