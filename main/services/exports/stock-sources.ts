// Stock and its documents as files: the list as it is framed (place, day), with a column for each place.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { listAllIds } from '#main/services/lists/list-page.ts'
import { documentList, documentRows } from '#main/services/stock/document-list.ts'
import { framedRows, framedStockIds, takeFrame } from '#main/services/stock/stock-frame.ts'
import english from '#shared/i18n/en/warehouses.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/warehouses.json' with { type: 'json' }
import type { ExportInput } from '#shared/schemas/exports.ts'

type Language = ExportInput['language']

const texts = { en: english, 'zh-CN': chinese }

export const stockSource: ExportSource = {
  columns: {
    ...{ sku: 'text', nameEn: 'text', nameZh: 'text', variantLabel: 'text', category: 'text', supplier: 'text' },
    ...{ state: 'stockState', onHand: 'number', reserved: 'number', available: 'number', onOrder: 'number' },
    ...{ inTransit: 'number', unit: 'text', reorderPoint: 'number', averageCost: 'decimal', value: 'decimal' },
    ...{ currency: 'text', uncosted: 'number', lastOn: 'day', tracking: 'productTracking', status: 'productStatus' },
  },
  keys: ['sku'],
  companions: { value: 'currency', averageCost: 'currency', onHand: 'unit' },
  shownWith: { nameEn: 'nameZh' },
  more: (db, language) =>
    Object.fromEntries(places(db, language).map(({ id, name }) => [`place_${id}`, { kind: 'number', header: name }])),
  open(db, { query }) {
    const { frame } = takeFrame(query)
    const currency = baseCurrency(db)
    return rowsByIds(framedStockIds(db, query), (ids) =>
      framedRows(db, ids, frame).map(({ places: lying, ...row }) => ({
        ...row,
        currency,
        ...Object.fromEntries(Object.entries(lying).map(([id, quantity]) => [`place_${id}`, quantity])),
      })),
    )
  },
}

export const stockDocumentsSource: ExportSource = {
  columns: {
    ...{ number: 'text', kind: 'stockDocumentKind', on: 'day', warehouse: 'text', toWarehouse: 'text', party: 'text' },
    ...{
      state: 'stockDocumentState',
      lineCount: 'number',
      orderNumber: 'text',
      reference: 'text',
      reason: 'stockReason',
    },
    note: 'text',
  },
  keys: ['number'],
  open(db, { query, language }) {
    const names = placeNames(db, language)
    return rowsByIds(listAllIds(db, documentList, query), (ids) =>
      documentRows(db, ids).map((row) => ({
        ...row,
        warehouse: names.get(row.warehouseId) ?? row.warehouse,
        toWarehouse: (row.toWarehouseId !== null && names.get(row.toWarehouseId)) || '',
      })),
    )
  },
}

export function placeNames(db: ReadDb, language: Language): ReadonlyMap<number, string> {
  return new Map(places(db, language).map(({ id, name }) => [id, name]))
}

/** Places by name; the two that every book has from the start carry none of their own. */
function places(db: ReadDb, language: Language): { id: number; name: string }[] {
  const { main, transit } = texts[language]
  const rows = db.all<{ id: number; name: string; kind: string }>(
    'SELECT id, name, kind FROM live_warehouses ORDER BY id',
  )
  return rows.map(({ id, name, kind }) => ({ id, name: name || (kind === 'transit' ? transit : main) }))
}
