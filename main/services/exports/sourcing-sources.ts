// Suppliers, offers, requests for quotation and certificates as files. An import of suppliers or offers reads theirs again;
// account numbers are in none of them.
import { type CellKind, type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { exportedIds } from '#main/services/exports/exported-ids.ts'
import { offerExportRows } from '#main/services/sourcing/offer-export.ts'
import { requestRows } from '#main/services/sourcing/request-list.ts'
import { certificateRows } from '#main/services/suppliers/certificate-list.ts'

/** What suppliers have beside every party. */
export const supplyColumns: Readonly<Record<string, CellKind>> = {
  supplyKind: 'supplyKind',
  supplyStatus: 'supplyStatus',
  incoterm: 'text',
  place: 'text',
  leadTimeDays: 'number',
  capacity: 'text',
  depositPercent: 'number',
  dueFrom: 'dueFrom',
  dueDays: 'number',
  vatIncluded: 'flag',
  vatPercent: 'number',
  vatRecoverable: 'flag',
  tags: 'text',
}

/** A row for each price: from so many on. */
export const offersSource: ExportSource = {
  columns: {
    ...{ supplier: 'text', sku: 'text', nameEn: 'text', nameZh: 'text', unit: 'text' },
    ...{ supplierCode: 'text', supplierName: 'text' },
    ...{ from: 'number', price: 'decimal', currency: 'text', vatIncluded: 'flag', vatPercent: 'number' },
    ...{ minOrder: 'number', carton: 'number', leadTimeDays: 'number', incoterm: 'text', place: 'text' },
    ...{ validFrom: 'day', validTo: 'day', state: 'offerState', source: 'text', note: 'text' },
  },
  keys: ['supplier', 'sku', 'validFrom', 'from'],
  companions: { price: 'currency' },
  shownWith: { nameEn: 'nameZh' },
  open: (db, input) => rowsByIds(exportedIds(db, 'offers', input), (ids) => offerExportRows(db, ids)),
}

export const requestsSource: ExportSource = {
  columns: {
    ...{ number: 'text', title: 'text', requestedOn: 'day', answerBy: 'day', neededOn: 'day' },
    ...{ status: 'requestStatus', lineCount: 'number', askedCount: 'number', answeredCount: 'number' },
    ...{ declinedCount: 'number', suppliers: 'text', note: 'text' },
  },
  keys: ['number'],
  open: (db, input) => rowsByIds(exportedIds(db, 'requests', input), (ids) => requestRows(db, ids)),
}

export const certificatesSource: ExportSource = {
  columns: {
    ...{ supplier: 'text', title: 'text', kind: 'certificateKind', number: 'text', issuer: 'text' },
    ...{ issuedOn: 'day', expiresOn: 'day', note: 'text' },
  },
  keys: ['supplier', 'title'],
  open: (db, input) => rowsByIds(exportedIds(db, 'certificates', input), (ids) => certificateRows(db, ids)),
}
