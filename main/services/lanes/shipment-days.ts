// Shipments on the days that count: departures and arrivals, the real day where it is known and else the planned one; what goes
// out apart from what comes in.
import type { Param, ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'
import type { Day } from '#shared/dates.ts'

type Row = {
  id: number
  number: string
  name: string
  nameZh: string
  place: string
  sentOn: string | null
  deliveredOn: string | null
}

const select = `SELECT r.id, r.number, coalesce(nullif(p.name, ''), nullif(r.ship_to_name, ''), '') AS name,
  coalesce(p.name_zh, '') AS nameZh, coalesce(w.name, '') AS place, r.sent_on AS sentOn, r.delivered_on AS deliveredOn
  FROM shipments r LEFT JOIN parties p ON p.id = r.party_id
  LEFT JOIN warehouses w ON w.id = coalesce(r.to_warehouse_id, r.warehouse_id)`

type Move = 'departure' | 'arrival'

const entriesOf = (move: Move) => (db: ReadDb, ids: readonly number[]) =>
  rowsOf<Row>(db, select, ids).map(
    ({ id, number, name, nameZh, place, sentOn, deliveredOn }): SourceEntry => ({
      id,
      title: number,
      detail: name || place,
      detailZh: nameZh,
      state: stateOf((move === 'departure' ? sentOn : deliveredOn) !== null),
      record: { kind: 'shipment', id },
    }),
  )

const outbound = "r.kind IN ('order', 'other')"
const inbound = "r.kind IN ('purchase', 'transfer', 'return')"

/** Each index holds few, or leads to the days asked for; sources that tell no deliveries plan none either. */
function arrivals(kinds: string): string[] {
  const planned = (
    index: string,
    which: string,
  ) => `SELECT r.id, r.planned_on AS "on" FROM shipments r INDEXED BY ${index}
    WHERE ${which} AND r.deleted = 0 AND r.archived = 0 AND r.planned_on BETWEEN ? AND ? AND r.is_history = 0
      AND r.has_delivery_days = 1 AND ${kinds}`
  return [
    planned('shipments_board_before', "r.status IN ('draft', 'packed')"),
    planned('shipments_board_open', 'r.is_open = 1'),
    `SELECT r.id, r.delivered_on AS "on" FROM shipments r INDEXED BY shipments_board_ended
     WHERE r.is_open = 0 AND r.status = 'sent' AND r.deleted = 0 AND r.archived = 0 AND r.state = 'delivered'
       AND r.state_on BETWEEN ? AND ? AND r.delivered_on IS NOT NULL AND ${kinds}`,
  ]
}

/** What left for one order alone stands there as that order's shipping. */
function departures(kinds: string): string[] {
  return [
    `SELECT r.id, l.planned_departure_on AS "on" FROM shipments r INDEXED BY shipments_board_before
     CROSS JOIN shipment_legs l INDEXED BY shipment_legs_by_shipment ON l.shipment_id = r.id
     WHERE r.status IN ('draft', 'packed') AND r.deleted = 0 AND r.archived = 0 AND l.deleted = 0 AND l.position = (
         SELECT min(f.position) FROM shipment_legs f WHERE f.shipment_id = r.id AND f.deleted = 0)
       AND l.planned_departure_on BETWEEN ? AND ? AND ${kinds}`,
    `SELECT r.id, r.sent_on AS "on" FROM shipments r INDEXED BY shipments_list_by_sent
     WHERE r.deleted = 0 AND r.archived = 0 AND r.sent_on BETWEEN ? AND ? AND r.status = 'sent' AND ${kinds}
       AND (r.kind <> 'order' OR r.order_count <> 1)`,
  ]
}

function found(db: ReadDb, parts: readonly string[], { from, to }: { from: Day; to: Day }): { id: number; on: Day }[] {
  const params: Param[] = parts.flatMap(() => [from, to])
  const rows = db.all<{ id: number; on: Day }>(parts.join(' UNION ALL '), ...params)
  // Two legs of one place in the order, after a merge, are one departure.
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

const source = (kind: CalendarSource['kind'], move: Move, parts: readonly string[]): CalendarSource => ({
  kind,
  find: (db, span) => found(db, parts, span),
  entries: entriesOf(move),
})

export const outboundDepartures = source('outboundDeparture', 'departure', departures(outbound))
export const outboundArrivals = source('outboundArrival', 'arrival', arrivals(outbound))
export const inboundDepartures = source('inboundDeparture', 'departure', departures(inbound))
export const inboundArrivals = source('inboundArrival', 'arrival', arrivals(inbound))
