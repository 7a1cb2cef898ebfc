// Products from a file.

import type { WriteTx } from '#main/db/database.ts'
import { isTrackingFixed } from '#main/services/catalog/product-checks.ts'
import { keepBarcodes } from '#main/services/catalog/product-commands.ts'
import { findProductBySku } from '#main/services/catalog/product-queries.ts'
import { applyColumns, type Columns } from '#main/services/import/loading/apply-columns.ts'
import { categoryFor } from '#main/services/import/loading/category-loader.ts'
import { setExpected } from '#main/services/import/loading/expected-of-product.ts'
import {
  type LateOutcome,
  type LoadContext,
  type Loader,
  merged,
  moneyOf,
  numberOf,
  type Outcome,
  problem,
  type Refused,
  type TypedRow,
  takeWhole,
  textOf,
  unknownAmong,
} from '#main/services/import/loading/loader.ts'
import { namesFor, namesOf } from '#main/services/import/loading/names.ts'
import { takeOpening } from '#main/services/import/loading/opening-of-file.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import { findProductBySkuOrKey, makeProduct } from '#main/services/import/loading/product-reference.ts'
import { milliOf, productColumns } from '#main/services/import/loading/product-row.ts'
import type { Id } from '#shared/ids.ts'

/** Variants above their parent wait for it, so many at the most. */
const mostWaiting = 20_000

export function productLoader(context: LoadContext): Loader {
  const waiting: TypedRow[] = []
  const loader: Loader = {
    writesAhead: true,
    refusesLate: true,
    take(row) {
      if (waiting.length < mostWaiting && isParentUnknown(context, row)) {
        waiting.push(row)
        return 'later'
      }
      return takeProduct(context, row)
    },
    finish: () =>
      waiting.map((row): LateOutcome => {
        const outcome = takeWhole(context, { take: (late) => takeProduct(context, late), writesAhead: true }, row)
        return { line: row.line, outcome: outcome === 'later' ? 'unchanged' : outcome }
      }),
  }
  return loader
}

function isParentUnknown(context: LoadContext, row: TypedRow): boolean {
  const parent = textOf(row, 'parent')
  return parent !== undefined && findProductBySkuOrKey(context, parent) === null
}

function takeProduct(context: LoadContext, row: TypedRow): Outcome {
  const { tx, keys } = context
  const externalId = textOf(row, 'externalId')
  const sku = textOf(row, 'sku') ?? externalId
  const byKey = externalId ? keys.find('product', externalId) : null
  const known = byKey ?? (sku ? findProductBySku(tx, sku) : null)
  if (known === null && !sku) return problem('sku', '', 'required')
  const refused =
    negativeAmount(row) ??
    takenSku(context, known, textOf(row, 'sku')) ??
    takenBarcode(context, known, row) ??
    fixedTracking(context, known, row)
  if (refused) return refused
  const references = productReferences(context, row, known)
  if ('problems' in references) return references
  const names = namesOf(textOf(row, 'nameEn') ?? textOf(row, 'name'), textOf(row, 'nameZh'))
  const columns: Columns = { ...names, ...productColumns(context, row), ...references.columns }
  const id = known ?? tx.insert('products', { ...columns, sku: sku ?? '' })
  if (externalId && byKey === null) keys.note('product', externalId, id)
  const own = known === null ? 'new' : changeProduct(tx, id, { ...columns, sku: textOf(row, 'sku') }, names)
  if (own === 'changed' && columns.cost_micros !== undefined) context.touchedProducts.add(id)
  const stock = takeStock(context, id, row)
  if (typeof stock === 'object') return stock
  return merged(own, takeBarcodes(context, id, row), stock, takeOnOrder(context, id, row))
}

type Names = ReturnType<typeof namesOf>

function changeProduct(tx: WriteTx, id: Id, columns: Columns, names: Names): 'changed' | 'unchanged' {
  const { name_en, name_zh } = namesFor(tx, 'products', id, names)
  return applyColumns(tx, 'products', id, { ...columns, name_en, name_zh })
}

/** Prices, costs, stock and least quantities are never below zero; a price of 0 is a price. */
function negativeAmount(row: TypedRow): Refused | null {
  for (const field of ['price', 'cost']) {
    const amount = moneyOf(row, field)?.amount
    if (amount?.startsWith('-')) return problem(field, amount, 'not-negative')
  }
  for (const field of ['stockOnHand', 'onOrder', 'moq', 'reorderPoint', 'orderMultiple']) {
    const quantity = textOf(row, field)
    if (quantity?.startsWith('-')) return problem(field, quantity, 'not-negative')
  }
  const pieces = numberOf(row, 'piecesPerCarton')
  if (pieces !== undefined && pieces < 1) return problem('piecesPerCarton', String(pieces), 'above-zero')
  const days = numberOf(row, 'leadTime')
  if (days !== undefined && (days < 0 || days > 3650)) return problem('leadTime', String(days), 'days-of-lead-time')
  return null
}

/** A record's SKU may change, but not to one that another product has. */
function takenSku({ tx }: LoadContext, known: Id | null, sku: string | undefined): Refused | null {
  const other = known === null || sku === undefined ? null : findProductBySku(tx, sku)
  return other === null || other === known ? null : problem('sku', sku ?? '', 'free-sku')
}

/** A barcode is scanned to find one product; a second one with it would never be found. */
function takenBarcode({ tx }: LoadContext, known: Id | null, row: TypedRow): Refused | null {
  const sql = `SELECT 1 FROM live_product_barcodes b JOIN live_products p ON p.id = b.product_id
    WHERE b.code = ? AND b.product_id <> ? LIMIT 1`
  const taken = barcodesOf(row)?.find((code) => tx.get(sql, code, known ?? 0))
  return taken === undefined ? null : problem('barcode', taken, 'free-barcode')
}

/** How pieces are told apart is fixed once stock has moved. */
function fixedTracking({ tx }: LoadContext, known: Id | null, row: TypedRow): Refused | null {
  const tracking = textOf(row, 'tracking')
  if (known === null || tracking === undefined || !isTrackingFixed(tx, known, tracking)) return null
  return problem('tracking', tracking, 'tracking-as-it-is')
}

/** One cell may hold several codes; undefined where the row says nothing of them. */
function barcodesOf(row: TypedRow): string[] | undefined {
  return textOf(row, 'barcode')
    ?.split(/[,;|\s]+/)
    .filter((code) => code !== '')
}

function productReferences(context: LoadContext, row: TypedRow, own: Id | null): { columns: Columns } | Refused {
  const category = textOf(row, 'category')
  const supplier = textOf(row, 'supplier')
  const parent = textOf(row, 'parent')
  const categoryId = category === undefined ? undefined : categoryFor(context, category)
  const supplierId = supplier === undefined ? undefined : partyFor(context, 'supplier', supplier)
  const parentId =
    parent === undefined ? undefined : (findProductBySkuOrKey(context, parent) ?? makeProduct(context, parent))
  const unknown = unknownAmong([
    { field: 'category', value: category, id: categoryId, expected: 'known-category' },
    { field: 'supplier', value: supplier, id: supplierId, expected: 'known-supplier' },
    { field: 'parent', value: parent, id: parentId, expected: 'known-product' },
  ])
  if (unknown) return unknown
  if (typeof parentId === 'number' && !mayBeParent(context, parentId, own))
    return problem('parent', parent ?? '', 'parent')
  return { columns: { category_id: categoryId, supplier_id: supplierId, parent_id: parentId } }
}

/** A variant's parent is no variant itself, nor is a product with variants made one. */
function mayBeParent({ tx }: LoadContext, parentId: Id, own: Id | null): boolean {
  if (parentId === own) return false
  const sql = 'SELECT 1 FROM products WHERE (id = ? AND parent_id IS NOT NULL) OR parent_id = ? LIMIT 1'
  return tx.get(sql, parentId, own ?? 0) === undefined
}

function takeBarcodes({ tx }: LoadContext, id: Id, row: TypedRow): 'changed' | 'unchanged' {
  const codes = barcodesOf(row)
  if (codes === undefined) return 'unchanged'
  const before = tx.all<{ code: string }>(
    'SELECT code FROM live_product_barcodes WHERE product_id = ? ORDER BY position',
    id,
  )
  if (before.map((row) => row.code).join() === codes.join()) return 'unchanged'
  keepBarcodes(tx, id, codes)
  return 'changed'
}

/** What the file says is on order with the product's supplier. */
function takeOnOrder(context: LoadContext, id: Id, row: TypedRow): 'changed' | 'unchanged' {
  const qty = milliOf(row, 'onOrder')
  if (qty === undefined) return 'unchanged'
  const product = context.tx.get<{ supplierId: Id | null }>(
    'SELECT supplier_id AS supplierId FROM products WHERE id = ?',
    id,
  )
  return setExpected(context, { productId: id, supplierId: product?.supplierId, qtyMilli: qty })
}

/** Stock on hand becomes the opening stock of the default warehouse. */
function takeStock(context: LoadContext, id: Id, row: TypedRow): 'changed' | 'unchanged' | Refused {
  const qty = milliOf(row, 'stockOnHand')
  if (qty === undefined) return 'unchanged'
  const outcome = takeOpening(context, { productId: id, qtyMilli: qty, on: context.today, field: 'stockOnHand' })
  if (typeof outcome === 'object') return outcome
  return outcome === 'same' ? 'unchanged' : 'changed'
}
