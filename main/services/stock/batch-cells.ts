// The cells of the list of batches that can be changed where they stand.
import { dayCell, textCell } from '#main/services/lists/cell-columns.ts'
import { type CellList, rowsOf } from '#main/services/lists/cell-list.ts'
import type { Id } from '#shared/ids.ts'
import { batchInput } from '#shared/schemas/batches.ts'

export const batchCells: CellList = {
  table: 'batches',
  columns: {
    madeOn: dayCell('made_on'),
    expiresOn: dayCell('expires_on'),
    note: textCell('note', batchInput.shape.note),
  },
  keys: [['sku', 'code']],
  rows: rowsOf({
    table: 'batches',
    own: ['code'],
    added: { sku: "coalesce((SELECT p.sku FROM products p WHERE p.id = r.product_id), '')" },
  }),
  nameOf: (row) => String(row.code),
  allKeys: (db) =>
    db.raw('SELECT b.id, p.sku, b.code FROM live_batches b JOIN products p ON p.id = b.product_id') as [
      Id,
      string,
      string,
    ][],
  foldKey: (column, text) => (column === 'code' ? text.trim().toLowerCase() : text.trim()),
}
