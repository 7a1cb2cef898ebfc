// Events of shipments as a file for other programs, in their words.
import type { ReadDb } from '#main/db/database.ts'
import { csvLine } from '#main/domain/import/csv-line.ts'
import { type EventToWrite, eventFiles } from '#main/domain/tracking/event-file.ts'
import { eventKey } from '#main/domain/tracking/event-key.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { EventsFileInput } from '#shared/schemas/tracking.ts'

/** What stands in no file of its own size any more: so many are written at most. */
const most = 2_000_000
const encoder = new TextEncoder()

type Row = EventToWrite & { parcelId: number | null; shipmentId: number }

/** Puts the file on the shelf; `tracking/nothing-to-write` where there is no event. Told twice, an event stands once. */
export function eventsFile(
  db: ReadDb,
  files: FileShelf,
  input: EventsFileInput,
): { token: string; name: string; rows: number } {
  const rows = eventsToWrite(db, input)
  if (rows.length === 0) throw new AppError('tracking/nothing-to-write')
  const { headings, cells } = eventFiles[input.form]
  const lines = [csvLine([...headings]), ...rows.map((row) => csvLine(cells(row)))]
  const name = `tracking-${input.form}-${bookToday(db, db.now)}.csv`
  const { token } = files.keep(name, encoder.encode(`\ufeff${lines.join('')}`))
  return { token, name, rows: rows.length }
}

function eventsToWrite(db: ReadDb, { shipmentIds, from, to }: EventsFileInput): Row[] {
  const isSome = shipmentIds.length > 0
  const source = isSome
    ? 'json_each(?) j CROSS JOIN shipment_events e INDEXED BY shipment_events_by_shipment ON e.shipment_id = j.value'
    : 'shipment_events e'
  const rows = db.all<Row>(
    `SELECT e.shipment_id AS shipmentId, e.parcel_id AS parcelId, e.local_time AS localTime, e.zone, e.place, e.country, e.text,
       e.source_code AS sourceCode, e.state, coalesce(c.courier_code, '') AS courier,
       coalesce(nullif(x.tracking_number, ''), (SELECT y.tracking_number FROM parcels y INDEXED BY parcels_by_shipment
         WHERE y.shipment_id = s.id AND y.deleted = 0 AND y.tracking_number <> '' ORDER BY y.position LIMIT 1), s.number)
         AS trackingNumber
     FROM ${source} CROSS JOIN shipments s ON s.id = e.shipment_id
     LEFT JOIN parcels x ON x.id = e.parcel_id LEFT JOIN parties c ON c.id = s.carrier_id
     WHERE e.deleted = 0 AND s.deleted = 0 AND substr(e.local_time, 1, 10) BETWEEN ? AND ?
     ORDER BY e.shipment_id, e.happened_at, e.id LIMIT ?`,
    ...(isSome ? [JSON.stringify(shipmentIds)] : []),
    ...[from ?? '0000-01-01', to ?? '9999-12-31', most],
  )
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.shipmentId}|${eventKey(row)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
