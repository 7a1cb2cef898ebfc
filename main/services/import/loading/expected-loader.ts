// Goods on order from a file of their own. A row is known again by its reference and product, while it is still to come; without
// a reference only its exact twin is.
import { applyColumns, type Columns } from '#main/services/import/loading/apply-columns.ts'
import {
  type LoadContext,
  type Loader,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import {
  findProductBySkuOrKey,
  findProductInAnyCase,
  forgetSkus,
  makeProduct,
} from '#main/services/import/loading/product-reference.ts'
import { findWarehouse } from '#main/services/import/loading/warehouse-reference.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

type Goods = { productId: Id; qtyMilli: number; reference: string; columns: Columns }

export function expectedLoader(context: LoadContext): Loader {
  const { tx } = context
  return {
    forget: () => forgetSkus(context),
    take(row) {
      const goods = goodsOf(context, row)
      if ('problems' in goods) return goods
      const { productId, qtyMilli, columns } = goods
      const known = knownGoods(context, goods)
      if (known === null) {
        tx.insert('expected_goods', {
          warehouse_id: mainWarehouse,
          ...given(columns),
          product_id: productId,
          qty_milli: qtyMilli,
        })
        return 'new'
      }
      // What has come in, or was taken off, is told by the book from then on.
      if (known.status !== 'open') return 'unchanged'
      return applyColumns(tx, 'expected_goods', known.id, { ...columns, qty_milli: qtyMilli })
    },
  }
}

function given(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function goodsOf(context: LoadContext, row: TypedRow): Goods | Refused {
  const named = textOf(row, 'product')
  if (!named) return problem('product', '', 'required')
  const quantity = textOf(row, 'quantity')
  if (quantity === undefined) return problem('quantity', '', 'required')
  const qtyMilli = qtyFromDecimal(quantity)
  if (qtyMilli === null) return problem('quantity', quantity, 'quantity')
  if (qtyMilli <= 0) return problem('quantity', quantity, 'above-zero')
  const productId =
    findProductBySkuOrKey(context, named) ?? findProductInAnyCase(context, named) ?? makeProduct(context, named)
  if (productId === null) return problem('product', named, 'known-product')
  const columns = columnsOf(context, row)
  if ('problems' in columns) return columns as Refused
  return { productId, qtyMilli, reference: textOf(row, 'reference') ?? '', columns }
}

function columnsOf(context: LoadContext, row: TypedRow): Columns | Refused {
  const supplier = textOf(row, 'supplier')
  const supplierId = supplier === undefined ? undefined : partyFor(context, 'supplier', supplier)
  if (supplierId === null) return problem('supplier', supplier ?? '', 'known-supplier')
  const warehouse = textOf(row, 'warehouse')
  const warehouseId = warehouse === undefined ? undefined : findWarehouse(context, warehouse)
  if (warehouseId === null) return problem('warehouse', warehouse ?? '', 'known-warehouse')
  const [orderedOn, expectedOn] = [textOf(row, 'orderedOn'), textOf(row, 'expectedOn')]
  if (orderedOn !== undefined && expectedOn !== undefined && expectedOn < orderedOn) {
    return problem('expectedOn', expectedOn, 'day-after-order')
  }
  return {
    supplier_id: supplierId,
    warehouse_id: warehouseId,
    ordered_on: orderedOn,
    expected_on: expectedOn,
    reference: textOf(row, 'reference'),
    note: textOf(row, 'note'),
  }
}

function knownGoods({ tx }: LoadContext, { productId, qtyMilli, reference, columns }: Goods) {
  const sql = `SELECT id, status FROM expected_goods INDEXED BY expected_goods_by_product
    WHERE product_id = ? AND deleted = 0 AND reference = ?`
  if (reference !== '') {
    return (
      tx.get<{ id: Id; status: string }>(
        `${sql} ORDER BY status = 'open' DESC, id DESC LIMIT 1`,
        productId,
        reference,
      ) ?? null
    )
  }
  const twin = tx.get<{ id: Id; status: string }>(
    `${sql} AND qty_milli = ? AND expected_on IS ? AND ordered_on IS ? AND source = '' ORDER BY id LIMIT 1`,
    ...[productId, reference, qtyMilli, columns.expected_on ?? null, columns.ordered_on ?? null],
  )
  return twin ?? null
}
