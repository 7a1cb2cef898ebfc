// What a file of products says is on order, without saying since when or until when. One record for each product and source:
// read again, it is brought up to date and never doubled.
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

type OnOrder = { productId: Id; supplierId: Id | null | undefined; qtyMilli: number }
type Known = { id: Id; qtyMilli: number; status: string; deleted: number }

export function setExpected(
  { tx, channel }: LoadContext,
  { productId, supplierId, qtyMilli }: OnOrder,
): 'changed' | 'unchanged' {
  const known = tx.get<Known>(
    `SELECT id, qty_milli AS qtyMilli, status, deleted FROM expected_goods INDEXED BY expected_goods_by_source
     WHERE product_id = ? AND source = ? AND source <> '' ORDER BY id DESC LIMIT 1`,
    productId,
    channel,
  )
  // The same figure again says nothing new, even where the goods have come in or were taken off meanwhile.
  if (known?.qtyMilli === qtyMilli) return 'unchanged'
  if (known && known.status === 'open' && known.deleted === 0) {
    tx.update('expected_goods', known.id, qtyMilli === 0 ? { status: 'cancelled' } : { qty_milli: qtyMilli })
    return 'changed'
  }
  if (qtyMilli === 0) return 'unchanged'
  tx.insert('expected_goods', {
    product_id: productId,
    supplier_id: supplierId ?? null,
    warehouse_id: mainWarehouse,
    qty_milli: qtyMilli,
    source: channel,
  })
  return 'changed'
}
