// The lists whose cells can be changed where they stand.
import { productCells } from '#main/services/catalog/product-cells.ts'
import { expectedCells } from '#main/services/expected/expected-cells.ts'
import type { CellList } from '#main/services/lists/cell-list.ts'
import { orderCells } from '#main/services/orders/order-cells.ts'
import { partyCells } from '#main/services/parties/party-cells.ts'
import { purchaseCells } from '#main/services/purchases/purchase-cells.ts'
import { rateCells } from '#main/services/rates/rate-cells.ts'
import { shipmentCells } from '#main/services/shipments/shipment-cells.ts'
import { batchCells } from '#main/services/stock/batch-cells.ts'
import { AppError } from '#shared/errors.ts'
import type { EditableColumnInfo } from '#shared/schemas/cells.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'

const cellLists: Readonly<Partial<Record<RecordListName, CellList>>> = {
  products: productCells,
  customers: partyCells('customer'),
  suppliers: partyCells('supplier'),
  carriers: partyCells('carrier'),
  orders: orderCells,
  rates: rateCells,
  batches: batchCells,
  expected: expectedCells,
  purchases: purchaseCells,
  shipments: shipmentCells,
}

/** Throws `lists/not-editable` for a list whose records are changed on their own page only. */
export function cellListOf(list: RecordListName): CellList {
  const found = cellLists[list]
  if (!found) throw new AppError('lists/not-editable')
  return found
}

/** The columns that can be changed in a list; none where it has no such columns. */
export function editableColumns(list: RecordListName): EditableColumnInfo[] {
  return Object.entries(cellLists[list]?.columns ?? {}).map(([column, { unique, amount, canBeEmpty }]) => ({
    column,
    isBulk: unique === undefined,
    isAmount: amount !== undefined,
    canBeEmpty,
  }))
}
