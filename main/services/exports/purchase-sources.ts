// Purchase orders and their lines as files; an import of purchase orders reads both again.
import { type CellKind, type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { exportedIds } from '#main/services/exports/exported-ids.ts'
import { purchaseExportRows, purchaseLineExportRows } from '#main/services/purchases/purchase-export.ts'

export const purchasesSource: ExportSource = {
  columns: {
    ...kinds('text', 'number externalId channel supplier warehouse'),
    ...kinds('day', 'orderedOn promisedOn nextOn'),
    status: 'purchaseStatus',
    ...kinds('day', 'sentOn confirmedOn closedOn'),
    lineCount: 'number',
    currency: 'text',
    ...kinds('decimal', 'total baseTotal rate'),
    rateOn: 'day',
    vatIncluded: 'flag',
    vatPercent: 'number',
    ...kinds('decimal', 'freight tax'),
    ...kinds('text', 'incoterm place'),
    mode: 'transportMode',
    country: 'text',
    depositPercent: 'number',
    dueFrom: 'dueFrom',
    dueDays: 'number',
    ...kinds('text', 'reference note'),
  },
  keys: ['number', 'externalId', 'orderedOn'],
  companions: { total: 'currency', freight: 'currency', tax: 'currency' },
  open: (db, input) => rowsByIds(exportedIds(db, 'purchases', input), (ids) => purchaseExportRows(db, ids)),
}

export const purchaseLinesSource: ExportSource = {
  columns: {
    ...kinds('text', 'number lineId supplier'),
    orderedOn: 'day',
    ...kinds('text', 'sku productName supplierCode description'),
    quantity: 'number',
    unit: 'text',
    unitPrice: 'decimal',
    discountPercent: 'number',
    total: 'decimal',
    currency: 'text',
    baseTotal: 'decimal',
    promisedOn: 'day',
    ...kinds('number', 'received rejected letGo open'),
    receivedOn: 'day',
    ...kinds('text', 'salesOrder note'),
  },
  keys: ['number', 'lineId', 'sku', 'quantity'],
  companions: { unitPrice: 'currency', total: 'currency' },
  open: (db, input) => rowsByIds(exportedIds(db, 'purchases', input), (ids) => purchaseLineExportRows(db, ids)),
}

function kinds(kind: CellKind, keys: string): Record<string, CellKind> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, kind]))
}
