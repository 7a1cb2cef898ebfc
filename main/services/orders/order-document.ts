// An order with everything its papers say of it, at this moment or as it stood in given rows.
import type { ReadDb } from '#main/db/database.ts'
import type { OrderLinesTable, PartiesTable, SalesOrdersTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { writtenLineFromRow } from '#main/services/orders/line-columns.ts'
import { writtenFromRow } from '#main/services/orders/order-columns.ts'
import { namesOf } from '#main/services/orders/order-queries.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import { orderMoney } from '#shared/order-money.ts'
import type { DocumentAddress, DocumentParty, DocumentProduct, OrderDocument } from '#shared/schemas/order-document.ts'
import type { OrderSide } from '#shared/schemas/orders.ts'

/** The rows an order is made of. */
export type OrderRows = { order: SalesOrdersTable; lines: readonly OrderLinesTable[] }

/** The order as it stands, or `orders/not-found`. */
export function orderDocument(db: ReadDb, id: Id): OrderDocument {
  const order = db.get<SalesOrdersTable>('SELECT * FROM live_sales_orders WHERE id = ?', id)
  if (!order) throw new AppError('orders/not-found')
  const lines = db.all<OrderLinesTable>('SELECT * FROM live_order_lines WHERE order_id = ? ORDER BY position, id', id)
  return orderDocumentOf(db, { order, lines })
}

/** The document that rows make, with the names that products and parties have now. */
export function orderDocumentOf(db: ReadDb, { order, lines }: OrderRows): OrderDocument {
  const base = baseCurrency(db)
  const products = documentProducts(db, lines)
  const customer = documentParty(db, order.customer_id)
  return {
    order: {
      ...writtenFromRow({ ...order, ...sumsOf(order, lines) }),
      ...namesOf(db, order),
      baseCurrency: base,
      baseTotal: baseTotal(lines, base),
      lines: lines.map((line) => {
        const product = products[String(line.product_id)]
        const names = { name: product?.nameEn || product?.nameZh || null, nameZh: product?.nameZh ?? null }
        const row = { ...line, ...names, sku: product?.sku ?? null, unit: product?.unit ?? null }
        return writtenLineFromRow(row, order.currency, base)
      }),
    },
    customer,
    products,
  }
}

/** What its lines come to as they stand in these rows: derived columns are those of now. */
function sumsOf(order: SalesOrdersTable, lines: readonly OrderLinesTable[]) {
  const totalMinor = lines.reduce((sum, line) => sum + line.total_minor, 0)
  const lineTaxMinor = lines.reduce((sum, line) => sum + line.tax_minor, 0)
  const { taxMinor, grossMinor } = orderMoney({
    ...{ totalMinor, lineTaxMinor, freightMinor: order.freight_minor ?? 0, freightTaxMinor: order.freight_tax_minor },
    ...{ otherMinor: order.other_minor, taxIncluded: order.tax_included === 1, taxBy: order.tax_by as OrderSide },
  })
  return { total_minor: totalMinor, tax_minor: taxMinor, gross_minor: grossMinor }
}

/** Null while one line has no amount in base currency. */
function baseTotal(lines: readonly OrderLinesTable[], base: string): string | null {
  let sum = 0
  for (const { base_minor } of lines) {
    if (base_minor === null) return null
    sum += base_minor
  }
  return minorToDecimal(sum, base)
}

export function documentProducts(
  db: ReadDb,
  lines: readonly { product_id: number | null }[],
): Record<string, DocumentProduct> {
  const ids = [...new Set(lines.flatMap((line) => line.product_id ?? []))]
  const rows = db.all<DocumentProduct>(
    `SELECT p.id, p.sku, p.name_en AS nameEn, p.name_zh AS nameZh, p.unit, p.hs_code AS hsCode,
       p.origin_country AS originCountry, p.customs_name_en AS customsNameEn, p.customs_name_zh AS customsNameZh,
       p.declaration_en AS declarationEn, p.declaration_zh AS declarationZh, p.net_weight_grams AS netWeightGrams,
       p.gross_weight_grams AS grossWeightGrams, coalesce((SELECT b.code FROM live_product_barcodes b
         WHERE b.product_id = p.id ORDER BY b.position, b.id LIMIT 1), '') AS barcode
     FROM products p WHERE p.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return Object.fromEntries(rows.map((row) => [String(row.id), row]))
}

/** A party as papers write to it; null for none. */
export function documentParty(db: ReadDb, id: Id | null): DocumentParty | null {
  const row = id === null ? undefined : db.get<PartiesTable>('SELECT * FROM parties WHERE id = ?', id)
  if (!row) return null
  const contact = db.get<{ name: string }>(
    'SELECT name FROM live_contacts WHERE party_id = ? ORDER BY position, id LIMIT 1',
    row.id,
  )
  const address = db.get<DocumentAddress>(
    `SELECT street, city, region, postal_code AS postalCode, country FROM live_addresses WHERE party_id = ?
     ORDER BY CASE kind WHEN 'billing' THEN 0 WHEN 'main' THEN 1 ELSE 2 END, position, id LIMIT 1`,
    row.id,
  )
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    nameZh: row.name_zh,
    language: row.language as DocumentParty['language'],
    country: row.country,
    taxNumber: row.tax_number,
    email: row.email,
    phone: row.phone,
    contact: contact?.name ?? '',
    address: address ?? null,
  }
}
