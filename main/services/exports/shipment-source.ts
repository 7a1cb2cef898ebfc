// Shipments as files.
import { type CellKind, type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { exportedIds } from '#main/services/exports/exported-ids.ts'
import { shipmentExportRows } from '#main/services/shipments/shipment-export.ts'

export const shipmentsSource: ExportSource = {
  columns: {
    ...kinds('text', 'number externalId channel'),
    kind: 'shipmentKind',
    status: 'shipmentStatus',
    state: 'trackingState',
    stateOn: 'day',
    ...kinds('text', 'to recipient city country fromCountry warehouse toWarehouse carrier service'),
    mode: 'transportMode',
    ...kinds('text', 'trackingNumber container blNumber'),
    ...kinds('day', 'bookedOn sentOn plannedOn dueOn deliveredOn'),
    ...kinds('number', 'pieceCount weight volume'),
    ...kinds('decimal', 'value estimate cost'),
    currency: 'text',
    orderCount: 'number',
    ...kinds('text', 'orders incoterm reference note'),
  },
  keys: ['number'],
  companions: { value: 'currency', estimate: 'currency', cost: 'currency' },
  open: (db, input) => rowsByIds(exportedIds(db, 'shipments', input), (ids) => shipmentExportRows(db, ids)),
}

function kinds(kind: CellKind, keys: string): Record<string, CellKind> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, kind]))
}
