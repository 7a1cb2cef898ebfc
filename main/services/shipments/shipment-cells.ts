// The cells of the list of shipments that can be changed where they stand. What hangs together belongs to the shipment's page.
import { countryCell, textCell } from '#main/services/lists/cell-columns.ts'
import { type CellList, rowsOf } from '#main/services/lists/cell-list.ts'
import type { Id } from '#shared/ids.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'

export const shipmentCells: CellList = {
  table: 'shipments',
  columns: {
    fromCountry: countryCell('from_country'),
    reference: textCell('reference', shipmentInput.shape.reference),
    note: textCell('note', shipmentInput.shape.note),
  },
  keys: [['number'], ['externalId']],
  rows: rowsOf({ table: 'shipments', own: ['number'], where: "r.status <> 'cancelled'" }),
  nameOf: (row) => String(row.number),
  allKeys: (db, [key]) =>
    db.raw(`SELECT id, ${key === 'number' ? 'number' : 'external_id'} FROM live_shipments`) as [Id, string][],
  foldKey: (_column, text) => text.trim(),
}
