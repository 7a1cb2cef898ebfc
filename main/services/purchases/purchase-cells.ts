// The cells of the list of purchase orders that can be changed where they stand. What hangs together (currency, terms, lines) and
// how far an order has come belong to its own page.

import { readTransportMode } from '#main/domain/import/cells/read-purchase-words.ts'
import { choiceCell, countryCell, dayCell, textCell } from '#main/services/lists/cell-columns.ts'
import { type CellList, rowsOf } from '#main/services/lists/cell-list.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import type { Id } from '#shared/ids.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'

export const purchaseCells: CellList = {
  table: 'purchase_orders',
  columns: {
    promisedOn: dayCell('promised_on'),
    mode: choiceCell('mode', readTransportMode),
    country: countryCell('country'),
    reference: textCell('reference', purchaseInput.shape.reference),
    note: textCell('note', purchaseInput.shape.note),
  },
  keys: [['number'], ['externalId']],
  // What is over is not changed any more.
  rows: rowsOf({ table: 'purchase_orders', own: ['number'], where: "r.status NOT IN ('closed', 'cancelled')" }),
  nameOf: (row) => String(row.number),
  allKeys: (db, [key]) =>
    db.raw(`SELECT id, ${key === 'number' ? 'number' : 'external_id'} FROM live_purchase_orders`) as [Id, string][],
  foldKey: (_column, text) => text.trim(),
  settle: (tx, ids, columns) => {
    if (columns.has('promised_on')) settlePurchases(tx, ids)
  },
}
