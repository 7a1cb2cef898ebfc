// Orders and their lines as rows of files that an import reads again.

import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rowsInOrder } from '#main/services/lists/list-page.ts'
import { lineExportRows } from '#main/services/orders/line-export.ts'
import { waitsOnSql } from '#main/services/orders/order-list.ts'
import { partyReference } from '#main/services/parties/party-reference.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'

const selectOrders = `SELECT r.id, r.number, r.document, r.customer_reference AS customerReference, r.external_id AS externalId, r.channel, r.ordered_on AS orderedOn,
  r.required_on AS requiredOn, r.shipped_on AS shippedOn, ${partyReference('customer', 'customer')} AS customer,
  coalesce(nullif(r.ship_to_country, ''), customer.country) AS country, r.status, r.payment_state AS paymentState, r.shipping_state AS shippingState,
  r.purpose, r.fulfilled_by AS fulfilledBy, r.collected_by AS collectedBy, coalesce(nullif(w.name, ''), w.code) AS warehouse,
  r.confirmed_on AS confirmedOn, r.delivered_on AS deliveredOn, ${waitsOnSql} AS waitsOn, r.line_count AS lineCount, r.currency,
  r.total_minor AS totalMinor, r.base_total_minor AS baseMinor, r.tax_minor AS taxMinor,
  r.gross_minor AS grossMinor, r.gross_base_minor AS grossBaseMinor, r.paid_minor AS paidMinor, r.open_minor AS openMinor,
  r.due_on AS dueOn, r.owed_on AS owedOn, r.rate, r.rate_on AS rateOn,
  ${partyReference('carrier', 'carrier')} AS carrier, r.freight_minor AS freightMinor, r.ship_to_name AS shipToName,
  r.ship_to_street AS shipToStreet, r.ship_to_city AS shipToCity, r.ship_to_region AS shipToRegion,
  r.ship_to_postal_code AS shipToPostalCode, r.ship_to_country AS shipToCountry, r.note
  FROM sales_orders r LEFT JOIN parties customer ON customer.id = r.customer_id
  LEFT JOIN parties carrier ON carrier.id = r.carrier_id LEFT JOIN warehouses w ON w.id = r.warehouse_id`

type OrderRead = Readonly<Record<string, string | number | null>> & {
  id: number
  currency: string
  totalMinor: number
  baseMinor: number | null
  freightMinor: number | null
  taxMinor: number
  grossMinor: number
  grossBaseMinor: number | null
  paidMinor: number
  openMinor: number
}

/** Orders in the order of `ids`. */
export function orderExportRows(db: ReadDb, ids: readonly number[]) {
  const base = baseCurrency(db)
  return rowsInOrder<OrderRead>(db, selectOrders, ids).map((read) => {
    const { totalMinor, baseMinor, freightMinor, taxMinor, grossMinor, grossBaseMinor, paidMinor, openMinor, ...row } =
      read
    const text = (minor: number) => minorToDecimal(minor, read.currency)
    return {
      ...(row as OrderRead),
      total: text(totalMinor),
      baseTotal: minorText(baseMinor, base),
      freight: minorText(freightMinor, read.currency),
      tax: text(taxMinor),
      gross: text(grossMinor),
      grossBase: minorText(grossBaseMinor, base),
      paid: text(paidMinor),
      open: text(openMinor),
    }
  })
}

const selectLines = `SELECT l.order_id AS orderId, o.number, l.external_id AS lineId, p.sku,
  coalesce(nullif(p.name_en, ''), p.name_zh, l.description) AS productName, l.qty_milli / 1000.0 AS quantity, p.unit,
  l.price_micros AS priceMicros, l.discount_ppm / 10000.0 AS discountPercent, l.total_minor AS totalMinor, o.currency,
  l.base_minor AS baseMinor, l.description AS note
  FROM live_order_lines l JOIN sales_orders o ON o.id = l.order_id LEFT JOIN products p ON p.id = l.product_id
  WHERE l.order_id IN (SELECT value FROM json_each(?)) ORDER BY l.position, l.id`

/** The lines of some orders, order by order. */
export function orderLineExportRows(db: ReadDb, orderIds: readonly number[]) {
  return lineExportRows(db, selectLines, orderIds)
}
