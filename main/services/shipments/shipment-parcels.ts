// Parcels and cartons of a shipment with what lies in them. They may hold no more of a line than the shipment does.
import type { WriteTx } from '#main/db/database.ts'
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import { keepRows } from '#main/services/records/keep-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ParcelInput } from '#shared/schemas/shipments.ts'

/**
 * Makes the living parcels of a shipment those of the list. `lineIds`: its lines in their order, for contents that name a line by
 * its place; left out, they are read. Derived columns are settled by whoever calls.
 */
export function keepParcels(
  tx: WriteTx,
  shipmentId: Id,
  parcels: readonly ParcelInput[],
  lineIds?: readonly Id[],
): Id[] {
  const lines = lineIds ?? linesOf(tx, shipmentId)
  const told = numbersTold(tx, shipmentId)
  const ids = keepRows(
    tx,
    {
      ...{ table: 'parcels', owner: { column: 'shipment_id', id: shipmentId }, field: 'parcels' },
      missing: 'shipments/row-not-found',
      onDrop: (id) => emptyParcel(tx, id),
    },
    parcels.map((parcel, index) => ({
      id: parcel.id,
      columns: toldAnew(parcelColumns(tx, parcel, index), told, parcel),
    })),
  )
  parcels.forEach((parcel, index) => {
    const id = ids[index]
    if (id !== undefined) keepContents(tx, { id, index }, parcel, lines)
  })
  refuseOverfull(tx, shipmentId)
  return ids
}

function linesOf(tx: WriteTx, shipmentId: Id): Id[] {
  return tx
    .raw('SELECT id FROM live_shipment_lines WHERE shipment_id = ? ORDER BY position, id', shipmentId)
    .map(([id]) => id as Id)
}

/** Numbers by parcel that channels were told. */
function numbersTold(tx: WriteTx, shipmentId: Id): Map<Id, string> {
  const sql = 'SELECT id, tracking_number FROM live_parcels WHERE shipment_id = ? AND told_on IS NOT NULL'
  return new Map(tx.raw(sql, shipmentId) as [Id, string][])
}

/** A number that was mended was not told: the next file has it. */
function toldAnew<Columns extends { tracking_number: string }>(
  columns: Columns,
  told: ReadonlyMap<Id, string>,
  { id }: ParcelInput,
): Columns & { told_on?: null } {
  const before = id === undefined ? undefined : told.get(id)
  return before === undefined || before === columns.tracking_number ? columns : { ...columns, told_on: null }
}

/** What was heard of a parcel stays with it. */
function emptyParcel(tx: WriteTx, id: Id): void {
  const heard = tx.get<{ number: string }>(
    `SELECT p.tracking_number AS number FROM parcels p WHERE p.id = ? AND EXISTS (
       SELECT 1 FROM shipment_events e INDEXED BY shipment_events_by_parcel WHERE e.parcel_id = p.id AND e.deleted = 0)`,
    id,
  )
  if (heard) throw new AppError('shipments/parcel-heard-of', { number: heard.number, field: 'parcels' })
  for (const [line] of tx.raw('SELECT id FROM live_parcel_lines WHERE parcel_id = ?', id)) {
    tx.update('parcel_lines', line as Id, { deleted: 1 })
  }
}

function parcelColumns(tx: WriteTx, parcel: ParcelInput, index: number) {
  const { carrierId, netGrams, grossGrams } = parcel
  if (carrierId !== null && !tx.get('SELECT 1 FROM parties WHERE id = ?', carrierId))
    throw new AppError('parties/not-found', { field: `parcels.${index}.carrierId` })
  if (netGrams !== null && grossGrams !== null && netGrams > grossGrams)
    throw new AppError('shipments/net-above-gross', { field: `parcels.${index}.netGrams` })
  return {
    position: index + 1,
    packaging: parcel.packaging,
    pieces: parcel.pieces,
    length_mm: parcel.lengthMm,
    width_mm: parcel.widthMm,
    height_mm: parcel.heightMm,
    net_grams: netGrams,
    gross_grams: grossGrams,
    marks: parcel.marks,
    carrier_id: carrierId,
    // As it is asked for: without the blanks that it is printed with.
    tracking_number: compactNumber(parcel.trackingNumber),
  }
}

/** Several contents of one line are one row. */
function keepContents(
  tx: WriteTx,
  at: { id: Id; index: number },
  { contents }: ParcelInput,
  lines: readonly Id[],
): void {
  const wanted = new Map<Id, number>()
  for (const { lineId, line, quantity } of contents) {
    const id = lineId ?? (line === undefined ? undefined : lines[line])
    if (id === undefined || !lines.includes(id))
      throw new AppError('shipments/content-of-no-line', { field: `parcels.${at.index}` })
    wanted.set(id, (wanted.get(id) ?? 0) + toMilli(quantity))
  }
  const before = tx.raw('SELECT line_id, id FROM live_parcel_lines WHERE parcel_id = ? ORDER BY id DESC', at.id)
  const known = new Map(before as [Id, Id][])
  const owner = { column: 'parcel_id', id: at.id }
  keepRows(
    tx,
    { table: 'parcel_lines', owner, field: `parcels.${at.index}`, missing: 'shipments/row-not-found' },
    [...wanted].map(([lineId, milli]) => ({ id: known.get(lineId), columns: { line_id: lineId, qty_milli: milli } })),
  )
}

/** `shipments/parcels-too-full` with the line, what lies in parcels and what the shipment holds. */
export function refuseOverfull(tx: WriteTx, shipmentId: Id): void {
  const over = tx.get<{ line: string; packed: number; quantity: number }>(
    `SELECT coalesce(p.sku, nullif(l.description, ''), CAST(l.position AS TEXT)) AS line, sum(x.qty_milli) / 1000.0 AS packed,
       l.qty_milli / 1000.0 AS quantity
     FROM live_shipment_lines l JOIN parcel_lines x INDEXED BY parcel_lines_by_line ON x.line_id = l.id AND x.deleted = 0
     LEFT JOIN products p ON p.id = l.product_id
     WHERE l.shipment_id = ? GROUP BY l.id HAVING sum(x.qty_milli) > l.qty_milli ORDER BY l.position LIMIT 1`,
    shipmentId,
  )
  if (over) throw new AppError('shipments/parcels-too-full', { ...over, field: 'parcels' })
}
