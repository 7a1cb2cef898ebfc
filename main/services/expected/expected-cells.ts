// The cells of the list of goods on order that can be changed where they stand; what it is of is said on its own page.
import { dayCell, quantityCell, referenceCell, textCell } from '#main/services/lists/cell-columns.ts'
import { type CellList, rowsOf } from '#main/services/lists/cell-list.ts'
import { findParties } from '#main/services/parties/party-cells.ts'
import type { Id } from '#shared/ids.ts'
import { expectedInput } from '#shared/schemas/expected.ts'

export const expectedCells: CellList = {
  table: 'expected_goods',
  columns: {
    supplier: referenceCell(
      { id: 'supplier_id', name: 'supplier' },
      { find: (text, context) => findParties(context, 'supplier', text), unknown: 'known-supplier' },
    ),
    quantity: { ...quantityCell('qty_milli', 1), canBeEmpty: false },
    orderedOn: dayCell('ordered_on'),
    expectedOn: dayCell('expected_on'),
    reference: textCell('reference', expectedInput.shape.reference),
    note: textCell('note', expectedInput.shape.note),
  },
  keys: [['reference', 'sku']],
  rows: rowsOf({
    table: 'expected_goods',
    own: ['reference'],
    added: {
      sku: "coalesce((SELECT p.sku FROM products p WHERE p.id = r.product_id), '')",
      supplier: "coalesce((SELECT p.name FROM parties p WHERE p.id = r.supplier_id), '')",
    },
    // What has come in is told by its receipt.
    where: "r.status <> 'received'",
  }),
  nameOf: (row) => String(row.reference || row.id),
  allKeys: (db) =>
    db.raw(
      "SELECT e.id, e.reference, p.sku FROM live_expected_goods e JOIN products p ON p.id = e.product_id WHERE e.reference <> ''",
    ) as [Id, string, string][],
  foldKey: (_column, text) => text.trim(),
}
