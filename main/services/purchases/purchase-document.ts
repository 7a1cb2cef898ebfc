// A purchase order with everything its papers say of it, at this moment or as it stood in given rows.
import type { ReadDb } from '#main/db/database.ts'
import type { PurchaseLinesTable, PurchaseOrdersTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { documentParty, documentProducts } from '#main/services/orders/order-document.ts'
import { purchaseFromRow, purchaseLineFromRow } from '#main/services/purchases/purchase-columns.ts'
import { namesOf } from '#main/services/purchases/purchase-queries.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { PurchaseDocument } from '#shared/schemas/purchase-document.ts'

/** The rows an order is made of. */
export type PurchaseRows = { order: PurchaseOrdersTable; lines: readonly PurchaseLinesTable[] }

/** The order as it stands, or `purchases/not-found`. */
export function purchaseDocument(db: ReadDb, id: Id): PurchaseDocument {
  const order = livingPurchase(db, id)
  const lines = db.all<PurchaseLinesTable>(
    'SELECT * FROM live_purchase_lines WHERE order_id = ? ORDER BY position, id',
    id,
  )
  return purchaseDocumentOf(db, { order, lines })
}

/** The document that rows make, with the names that products and parties have now. */
export function purchaseDocumentOf(db: ReadDb, { order, lines }: PurchaseRows): PurchaseDocument {
  const base = baseCurrency(db)
  const products = documentProducts(db, lines)
  const total = lines.reduce((sum, line) => sum + line.total_minor, 0)
  return {
    order: {
      ...purchaseFromRow({ ...order, total_minor: total }),
      ...namesOf(db, order),
      baseCurrency: base,
      baseTotal: baseTotal(lines, base),
      lines: lines.map((line) => {
        const product = products[String(line.product_id)]
        const names = { name: product?.nameEn || product?.nameZh || null, nameZh: product?.nameZh ?? null }
        const sales = { salesOrderId: null, salesNumber: null, tracking: null }
        const row = { ...line, ...names, ...sales, sku: product?.sku ?? null, unit: product?.unit ?? null }
        return purchaseLineFromRow(row, order.currency, base)
      }),
    },
    supplier: documentParty(db, order.supplier_id),
    products,
  }
}

/** Null while one line has no amount in base currency. */
function baseTotal(lines: readonly PurchaseLinesTable[], base: string): string | null {
  let sum = 0
  for (const { base_minor } of lines) {
    if (base_minor === null) return null
    sum += base_minor
  }
  return minorToDecimal(sum, base)
}
