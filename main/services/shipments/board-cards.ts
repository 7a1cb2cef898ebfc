// What a card of the board tells of its shipment.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { toCountrySql } from '#main/services/shipments/board-filters.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { BoardCard } from '#shared/schemas/shipment-board.ts'

type Row = Omit<BoardCard, 'isLate' | 'value' | 'wasDamaged'> & {
  place: number
  isEnded: number
  valueMinor: number | null
  wasDamaged: number
}

const select = `SELECT s.id, wanted.key AS place, s.number, s.kind,
  coalesce(nullif(s.ship_to_name, ''), p.name, own.name, '') AS who, coalesce(nullif(s.ship_to_name, ''), p.name_zh, own.name, '') AS whoZh,
  ${toCountrySql} AS country, coalesce(c.name, '') AS carrier, coalesce(c.name_zh, '') AS carrierZh, s.mode,
  coalesce((SELECT r.tracking_number FROM parcels r
    WHERE r.shipment_id = s.id AND r.deleted = 0 AND r.tracking_number <> '' ORDER BY r.position, r.id LIMIT 1), '') AS trackingNumber,
  (SELECT count(*) FROM parcels r WHERE r.shipment_id = s.id AND r.deleted = 0 AND r.tracking_number <> '') AS moreNumbers,
  s.planned_on AS plannedOn, s.state_on AS stateOn, s.delivered_on AS deliveredOn,
  s.status = 'sent' AND s.is_open = 0 AS isEnded, s.value_base_minor AS valueMinor,
  CASE WHEN s.decision = '' THEN s.decide_by END AS decideBy, s.kept_until AS keptUntil, s.was_damaged AS wasDamaged
  FROM json_each(?) wanted CROSS JOIN shipments s ON s.id = wanted.value
  LEFT JOIN parties p ON p.id = s.party_id LEFT JOIN parties c ON c.id = s.carrier_id
  LEFT JOIN warehouses own ON own.id = CASE WHEN s.kind = 'transfer' THEN s.to_warehouse_id END`

/** In the order of the ids. */
export function boardCards(db: ReadDb, ids: readonly Id[], asOf: Day): BoardCard[] {
  if (ids.length === 0) return []
  const currency = baseCurrency(db)
  const rows = db.all<Row>(`${select} ORDER BY wanted.key`, JSON.stringify(ids))
  return rows.map(({ place, isEnded, valueMinor, ...row }) => ({
    ...row,
    moreNumbers: Math.max(0, row.moreNumbers - 1),
    isLate: isLate(row, { isEnded: isEnded === 1, asOf }),
    value: minorText(valueMinor, currency),
    // What has ended waits for nothing.
    decideBy: isEnded === 1 ? null : row.decideBy,
    keptUntil: isEnded === 1 ? null : row.keptUntil,
    wasDamaged: row.wasDamaged === 1,
  }))
}

/** Under way past its planned day, or delivered after it. */
function isLate(row: Pick<Row, 'plannedOn' | 'deliveredOn'>, { isEnded, asOf }: { isEnded: boolean; asOf: Day }) {
  if (row.plannedOn === null) return false
  return isEnded ? row.deliveredOn !== null && row.deliveredOn > row.plannedOn : row.plannedOn < asOf
}
