// Where the layers of a product's places stood before: they keep their places in the table as long as they can.
import type { ReadDb } from '#main/db/database.ts'
import type { LayerStarts } from '#main/services/costing/cost-rows.ts'
import type { Id } from '#shared/ids.ts'

export function layerStarts(db: ReadDb, productId: Id): LayerStarts {
  const rows = db.raw(
    'SELECT warehouse_id, position, layer_id, brought_by FROM stock_layers WHERE product_id = ? ORDER BY warehouse_id, position',
    productId,
  ) as [Id, number, Id, Id][]
  return (warehouseId, first) =>
    rows.find(
      ([place, , layer, by]) => place === warehouseId && layer === first.layerId && by === first.broughtBy,
    )?.[1] ?? 0
}
