// Counts as files: the list of them, and the sheet of one to count with outside of Quayside. A blind sheet tells nothing of what
// the books say.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { judged, shownLine } from '#main/services/counting/count-lines.ts'
import { countList, countRows } from '#main/services/counting/count-list.ts'
import { countOf } from '#main/services/counting/count-rows.ts'
import { sheetLines } from '#main/services/counting/sheet-lines.ts'
import { type ExportRow, type ExportSource, rowsByIds } from '#main/services/exports/export-source.ts'
import { placeNames } from '#main/services/exports/stock-sources.ts'
import { listAllIds } from '#main/services/lists/list-page.ts'
import type { Id } from '#shared/ids.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'

export const countsSource: ExportSource = {
  columns: {
    ...{ number: 'text', on: 'day', warehouse: 'text', scope: 'countScope', scopeName: 'text', status: 'countStatus' },
    ...{ lineCount: 'number', countedCount: 'number', isBlind: 'flag', documentNumber: 'text', note: 'text' },
  },
  keys: ['number'],
  open(db, { query, language }) {
    const names = placeNames(db, language)
    return rowsByIds(listAllIds(db, countList, query), (ids) =>
      countRows(db, ids).map((row) => ({ ...row, warehouse: names.get(row.warehouseId) ?? row.warehouse })),
    )
  },
}

export const countLinesSource: ExportSource = {
  columns: {
    ...{ number: 'text', on: 'day', warehouse: 'text', position: 'number', bin: 'text', sku: 'text', name: 'text' },
    ...{ nameZh: 'text', batch: 'text', expiresOn: 'day', unit: 'text', expected: 'number', counted: 'number' },
    ...{ difference: 'number', value: 'decimal', currency: 'text', note: 'text' },
  },
  keys: ['number', 'position', 'sku'],
  companions: { value: 'currency' },
  shownWith: { name: 'nameZh' },
  open(db, input) {
    const counts = countIds(db, input)
    return {
      total: counts.length,
      groups: counts.map((id, index) => ({ rows: rowsOf(db, id, input.language), done: index + 1 })),
    }
  },
}

/** The count asked for; without one, all that are open. */
function countIds(db: ReadDb, { countId }: ExportInput): Id[] {
  if (countId !== undefined) return [countId]
  const open = db.raw("SELECT id FROM live_stock_counts WHERE status = 'open' AND archived = 0 ORDER BY counted_on, id")
  return open.map((row) => row[0] as Id)
}

function rowsOf(db: ReadDb, id: Id, language: ExportInput['language']): ExportRow[] {
  const count = countOf(db, id)
  const base = baseCurrency(db)
  const isBlind = count.isBlind && count.status === 'open'
  const head = { number: count.number, on: count.on, warehouse: placeNames(db, language).get(count.warehouseId) ?? '' }
  return judged(db, count, sheetLines(db, id, { show: 'all', search: '' })).map((judgedLine) => {
    const line = shownLine(judgedLine, { base, isBlind })
    return { ...line, ...head, currency: line.value === null ? '' : base }
  })
}
